"""Counts kept by what is measured as well (decision 0057)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0008_predicates"),
    ]

    operations = [
        migrations.CreateModel(
            name="MeasuredTally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asked", models.CharField(max_length=16)),
                ("month", models.DateField()),
                ("regency", models.CharField(max_length=5)),
                ("programme", models.CharField(max_length=60)),
                ("cohort_id", models.UUIDField(null=True)),
                ("sector", models.SmallIntegerField(null=True)),
                ("technology", models.SmallIntegerField(null=True)),
                ("intensity", models.SmallIntegerField(null=True)),
                ("health", models.SmallIntegerField(null=True)),
                ("part", models.BigIntegerField()),
                ("whole", models.BigIntegerField()),
                ("population", models.BigIntegerField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=(
                            "asked", "month", "regency", "programme", "cohort_id",
                            "sector", "technology", "intensity", "health",
                        ),
                        include=("part", "whole", "population"),
                        name="measured_tally_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("part__gte", 0), ("part__lte", models.F("whole")), ("whole__lte", models.F("population"))
                        ),
                        name="measured_tally_is_a_count",
                    ),
                ],
            },
        ),
    ]
