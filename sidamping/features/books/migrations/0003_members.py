"""The register of members."""

import django.db.models.deletion
from django.db import migrations, models

import sidamping.platform.database.ids


class Migration(migrations.Migration):
    dependencies = [
        ("books", "0002_guard"),
        ("parties", "0002_seal"),
    ]

    operations = [
        migrations.CreateModel(
            name="Member",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("joined", models.DateField()),
                ("left", models.DateField(null=True)),
                ("left_why", models.CharField(blank=True, max_length=240)),
                (
                    "book",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="books.book",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="parties.party"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("book", "number"), name="member_number_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("left__isnull", True)),
                        fields=("book", "party"),
                        name="member_once_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("left__isnull", True), ("left__gte", models.F("joined")), _connector="OR"),
                        name="member_left_later",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("left__isnull", True), ("left_why", "")),
                            models.Q(("left__isnull", False), models.Q(("left_why", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="member_left_says_why",
                    ),
                ],
            },
        ),
    ]
