"""Why something that a phone handed in could not be stored, for whoever looks after the phone."""

import django.db.models.deletion
from django.db import migrations, models

import sidamping.platform.database.ids


class Migration(migrations.Migration):
    dependencies = [
        ("sync", "0004_formerly"),
    ]

    operations = [
        migrations.CreateModel(
            name="Refusal",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("thing", models.CharField(max_length=64)),
                ("is_file", models.BooleanField(default=False)),
                ("name", models.CharField(blank=True, max_length=200)),
                ("problems", models.JSONField()),
                ("at", models.DateTimeField()),
                (
                    "device",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="refusals", to="sync.device"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("device", "thing"), name="refusal_once")],
            },
        ),
    ]
