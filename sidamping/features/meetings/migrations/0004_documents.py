"""Frozen papers of a meeting and the words people write into them; the database keeps both as they are."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sidamping.platform.database.ids
from sidamping.platform.database.seals import seal

GUARD = """
CREATE FUNCTION meetings_document() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held meetings_meeting%ROWTYPE;
    last integer;
BEGIN
    SELECT * INTO held FROM meetings_meeting WHERE id = NEW.meeting_id FOR SHARE;
    IF NEW.kind = 'minutes' AND held.closed_at IS NULL OR NEW.kind = 'book' AND held.kind <> 'annual' THEN
        PERFORM meetings_refuse('minutes of a closed meeting, a book of an annual one', 'document_of_its_meeting');
    END IF;
    SELECT coalesce(max(version), 0) INTO last FROM meetings_document
        WHERE meeting_id = NEW.meeting_id AND kind = NEW.kind;
    IF NEW.version <> last + 1 OR EXISTS (SELECT FROM meetings_document
            WHERE meeting_id = NEW.meeting_id AND kind = NEW.kind AND approved) THEN
        PERFORM meetings_refuse('the next version, and none after the approved one', 'document_in_its_turn');
    END IF;
    IF NEW.approved AND NOT EXISTS (SELECT FROM books_yearapproval
            WHERE book_id = held.book_id AND year = held.year) THEN
        PERFORM meetings_refuse('approved without the approval of its year', 'document_approved');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER document_sound BEFORE INSERT ON meetings_document
    FOR EACH ROW EXECUTE FUNCTION meetings_document();

CREATE FUNCTION meetings_passage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM meetings_document WHERE meeting_id = NEW.meeting_id AND kind = 'book' AND approved) THEN
        PERFORM meetings_refuse('the book is approved', 'passage_before_the_approval');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER passage_in_time BEFORE INSERT ON meetings_passage
    FOR EACH ROW EXECUTE FUNCTION meetings_passage();
"""
DROP = """
DROP TRIGGER document_sound ON meetings_document;
DROP TRIGGER passage_in_time ON meetings_passage;
DROP FUNCTION meetings_document(), meetings_passage();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0003_stays"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=10)),
                ("version", models.PositiveSmallIntegerField()),
                ("approved", models.BooleanField(default=False)),
                ("content", models.JSONField()),
                ("sha256", models.CharField(max_length=64)),
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
                    "meeting",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ("minutes", "book")), ("version__gte", 1)), name="document_kind"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "minutes"), _negated=True),
                            models.Q(("approved", False), ("version", 1)),
                            _connector="OR",
                        ),
                        name="document_minutes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("approved", False), ("version__gte", 2), _connector="OR"),
                        name="document_approved_later",
                    ),
                    models.UniqueConstraint(fields=("meeting", "kind", "version"), name="document_version_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("approved", True)),
                        fields=("meeting", "kind"),
                        name="document_approved_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Passage",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("part", models.CharField(max_length=30)),
                ("text", models.TextField(blank=True)),
                ("percents", models.JSONField(default=dict)),
                ("written_at", models.DateTimeField()),
                (
                    "meeting",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="passages",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["meeting", "part", "written_at"], name="passage_latest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "part__in",
                                (
                                    "rules",
                                    "institution",
                                    "business",
                                    "finance",
                                    "events",
                                    "others",
                                    "periodic",
                                    "yearly",
                                    "recommendations",
                                    "supervisors-plan",
                                    "plan",
                                    "surplus",
                                ),
                            )
                        ),
                        name="passage_part",
                    )
                ],
            },
        ),
        migrations.RunSQL(GUARD, DROP),
        seal("meetings_document"),
        seal("meetings_passage"),
    ]
