"""When an open record was last looked at, so that none starves; how often a person asks, counted for all processes."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0004_board"),
        ("sync", "0002_seal"),
    ]

    operations = [
        migrations.CreateModel(
            name="Pace",
            fields=[
                (
                    "who",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("window", models.BigIntegerField()),
                ("asked", models.PositiveIntegerField()),
            ],
        ),
        migrations.RemoveIndex(
            model_name="open",
            name="open_state",
        ),
        migrations.AddField(
            model_name="open",
            name="looked_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddIndex(
            model_name="open",
            index=models.Index(fields=["state", "looked_at", "since"], name="open_state"),
        ),
        migrations.RunSQL("ALTER TABLE sync_pace SET UNLOGGED", "ALTER TABLE sync_pace SET LOGGED"),
    ]
