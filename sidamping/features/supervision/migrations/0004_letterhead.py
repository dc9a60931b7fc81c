"""How an office heads and signs its letters; every change is a row of its own."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sidamping.platform.database.ids
from sidamping.platform.database.seals import seal


class Migration(migrations.Migration):
    dependencies = [
        ("supervision", "0003_promises"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Letterhead",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("office", models.CharField(max_length=20)),
                ("area", models.CharField(max_length=13)),
                ("government", models.CharField(max_length=120)),
                ("name", models.CharField(max_length=160)),
                ("address", models.CharField(max_length=240)),
                ("place", models.CharField(max_length=60)),
                ("signer", models.CharField(max_length=120)),
                ("title", models.CharField(max_length=160)),
                ("nip", models.CharField(max_length=18)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["office", "area", "-at", "-id"], name="letterhead_of_office")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("area", ""), _negated=True),
                            models.Q(("government", ""), _negated=True),
                            models.Q(("name", ""), _negated=True),
                            models.Q(("address", ""), _negated=True),
                            models.Q(("place", ""), _negated=True),
                            models.Q(("signer", ""), _negated=True),
                            models.Q(("title", ""), _negated=True),
                            ("nip__regex", "^[0-9]{18}$"),
                        ),
                        name="letterhead_whole",
                    ),
                ],
            },
        ),
        seal("supervision_letterhead"),
    ]
