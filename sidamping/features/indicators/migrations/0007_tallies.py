"""Counts that stand ready by regency; whatever changes the summary tells in which regency, and since when.

A row for each change and no update of a common row: writers of one regency never wait for each other (decision 0050).
"""

from django.db import migrations, models

TOUCH = """
CREATE FUNCTION indicators_touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO indicators_touched (regency, month) SELECT regency, min(month) FROM changed GROUP BY regency;
    RETURN NULL;
END $$;
"""
SEEN = {"insert": ("NEW",), "update": ("OLD", "NEW"), "delete": ("OLD",)}
"""A row that moves to another regency touches both."""
TRIGGERS = "".join(
    f"""
CREATE TRIGGER indicators_summary_touched_{event}_{rows.lower()} AFTER {event.upper()} ON indicators_summary
    REFERENCING {rows} TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION indicators_touch();
"""
    for event, seen in SEEN.items()
    for rows in seen
)


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0006_met"),
    ]

    operations = [
        migrations.CreateModel(
            name="Tallied",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "asked", "month", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("asked", models.CharField(max_length=16)),
                ("month", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="Touched",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("regency", models.CharField(max_length=5)),
                ("month", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="Tally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asked", models.CharField(max_length=16)),
                ("month", models.DateField()),
                ("regency", models.CharField(max_length=5)),
                ("programme", models.CharField(max_length=60)),
                ("cohort_id", models.UUIDField(null=True)),
                ("part", models.BigIntegerField()),
                ("whole", models.BigIntegerField()),
                ("population", models.BigIntegerField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("asked", "month", "regency", "programme", "cohort_id"),
                        include=("part", "whole", "population"),
                        name="tally_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("part__gte", 0), ("part__lte", models.F("whole")), ("whole__lte", models.F("population"))
                        ),
                        name="tally_is_a_count",
                    ),
                ],
            },
        ),
        migrations.RunSQL(TOUCH, "DROP FUNCTION indicators_touch() CASCADE;"),
        migrations.RunSQL(TRIGGERS, migrations.RunSQL.noop),
    ]
