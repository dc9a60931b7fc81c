"""Outlines of areas that an office has loaded for its maps (decision 0039)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("territory", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Boundary",
            fields=[
                (
                    "area",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="boundary",
                        serialize=False,
                        to="territory.area",
                    ),
                ),
                ("path", models.TextField()),
                ("left", models.SmallIntegerField()),
                ("top", models.SmallIntegerField()),
                ("right", models.SmallIntegerField()),
                ("bottom", models.SmallIntegerField()),
                ("loaded_on", models.DateField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("left__lte", models.F("right")), ("top__lte", models.F("bottom"))),
                        name="boundary_has_a_box",
                    )
                ],
            },
        ),
    ]
