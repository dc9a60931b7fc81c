"""A record that was sealed anew on another phone says under which number it was known before."""

import django.db.models.deletion
from django.db import migrations, models

from sidamping.platform.database.seals import seal


class Migration(migrations.Migration):
    dependencies = [("sync", "0003_looks_and_pace")]

    operations = [
        migrations.CreateModel(
            name="Formerly",
            fields=[
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="formerly",
                        serialize=False,
                        to="sync.record",
                    ),
                ),
                ("device_id", models.UUIDField()),
                ("number", models.PositiveIntegerField()),
            ],
            options={
                "indexes": [models.Index(fields=["device_id"], name="formerly_device")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1), ("number__lte", 9999999)), name="formerly_number_counts"
                    )
                ],
            },
        ),
        seal("sync_formerly"),
    ]
