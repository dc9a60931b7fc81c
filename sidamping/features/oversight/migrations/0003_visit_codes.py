"""Cards of codes, and what mentors typed for visits (B10)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sidamping.platform.database.ids


class Migration(migrations.Migration):
    dependencies = [
        ("fieldwork", "0001_initial"),
        ("oversight", "0002_seal"),
        ("programmes", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CodeCard",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("starts", models.DateField()),
                ("why", models.CharField(blank=True, max_length=240)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="programmes.engagement"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CodeEntry",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("on", models.DateField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "card",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="oversight.codecard",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="fieldwork.visit"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="codecard",
            index=models.Index(fields=["engagement", "starts"], name="code_card_engagement"),
        ),
        migrations.AddIndex(
            model_name="codeentry",
            index=models.Index(
                condition=models.Q(("card__isnull", True)), fields=["by", "on"], name="code_entry_tries"
            ),
        ),
        migrations.AddConstraint(
            model_name="codeentry",
            constraint=models.UniqueConstraint(
                condition=models.Q(("card__isnull", False)), fields=("visit", "card"), name="code_entry_confirms_once"
            ),
        ),
    ]
