"""Which materials of the library a visit handed over."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("fieldwork", "0005_not_reported"),
        ("materials", "0002_seal"),
    ]

    operations = [
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=60)),
                ("version", models.CharField(blank=True, max_length=120)),
                (
                    "edition",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="materials.edition"
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliveries",
                        to="fieldwork.visitrevision",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["code"], name="delivery_code")],
                "constraints": [
                    models.UniqueConstraint(fields=("revision", "code"), name="delivery_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("edition__isnull", True), models.Q(("version", ""), _negated=True)),
                            models.Q(("edition__isnull", False), ("version", "")),
                            _connector="OR",
                        ),
                        name="delivery_of_one_thing",
                    ),
                ],
            },
        ),
    ]
