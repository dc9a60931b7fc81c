"""What drafts said before somebody changed them: added while it is a draft, never changed, gone only with it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sidamping.platform.database.ids

KEPT = """
CREATE FUNCTION books_earlier() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held books_earlierdraft := CASE TG_OP WHEN 'INSERT' THEN NEW ELSE OLD END;
    done boolean;
BEGIN
    -- Whoever posts the voucher updates this row: it waits for us, or we see it posted.
    SELECT v.posted INTO done FROM books_voucher v WHERE v.id = held.voucher_id FOR SHARE;
    IF done IS DISTINCT FROM FALSE OR TG_OP = 'UPDATE' THEN
        RAISE EXCEPTION 'BOOKS voucher %: what its draft said before stays as it is', held.voucher_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_earlier_frozen';
    END IF;
    RETURN held;
END $$;

CREATE TRIGGER books_earlier_frozen BEFORE INSERT OR UPDATE OR DELETE ON books_earlierdraft
    FOR EACH ROW EXECUTE FUNCTION books_earlier();
CREATE TRIGGER books_earlier_kept BEFORE TRUNCATE ON books_earlierdraft
    FOR EACH STATEMENT EXECUTE FUNCTION sidamping_refuse_change();
"""
DROP_KEPT = """
DROP TRIGGER books_earlier_frozen ON books_earlierdraft;
DROP TRIGGER books_earlier_kept ON books_earlierdraft;
DROP FUNCTION books_earlier();
"""
KINDS = [
    ("BKM", "Receipt"), ("BKK", "Payment"), ("BPK", "Credit Purchase"), ("BJK", "Credit Sale"), ("BM", "Memo"),
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("books", "0020_lean"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    operations = [
        migrations.CreateModel(
            name="EarlierDraft",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("revised", models.PositiveIntegerField()),
                ("kind", models.CharField(choices=KINDS, max_length=3)),
                ("day", models.DateField()),
                ("text", models.CharField(blank=True, max_length=400)),
                ("lines", models.JSONField(default=list)),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "voucher",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="earlier",
                        to="books.voucher",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("voucher", "revised"), name="earlier_draft_once")]
            },
        ),
        migrations.RunSQL(KEPT, DROP_KEPT),
    ]
