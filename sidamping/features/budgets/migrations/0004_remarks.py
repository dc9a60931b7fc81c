"""What counts how much of a line was done, and why a line came out otherwise: said of approved budgets, and kept."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sidamping.platform.database.ids
from sidamping.platform.database.seals import seal

GUARD = """
CREATE FUNCTION budgets_remark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM budgets_budgetline l JOIN budgets_budget b ON b.id = l.budget_id
            WHERE l.id = NEW.line_id AND b.approved_at IS NOT NULL) THEN
        RAISE EXCEPTION 'BUDGETS line %: its budget is not approved', NEW.line_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'remark_of_an_approved_budget';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER remark_sound BEFORE INSERT ON budgets_remark FOR EACH ROW EXECUTE FUNCTION budgets_remark();
"""
DROP = """
DROP TRIGGER remark_sound ON budgets_remark;
DROP FUNCTION budgets_remark();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("budgets", "0003_sums"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="budgetline",
            name="counted",
            field=models.CharField(blank=True, default="", max_length=30),
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("span", models.CharField(max_length=10)),
                ("number", models.PositiveSmallIntegerField()),
                ("reason", models.CharField(max_length=500)),
                ("action", models.CharField(max_length=500)),
                ("written_at", models.DateTimeField()),
                (
                    "line",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remarks",
                        to="budgets.budgetline",
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
                "indexes": [models.Index(fields=["line", "span", "number", "written_at"], name="remark_latest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", ""), _negated=True), models.Q(("action", ""), _negated=True)
                        ),
                        name="remark_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("number__range", (1, 12)), ("span__in", ["bulan", "triwulan", "semester", "tahun"])
                        ),
                        name="remark_span",
                    ),
                ],
            },
        ),
        migrations.RunSQL(GUARD, DROP),
        seal("budgets_remark"),
    ]
