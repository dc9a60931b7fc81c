"""Papers of cooperatives in versions, and statements with their source."""

import django.db.models.deletion
import sidamping.platform.database.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("parties", "0003_search"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Paper",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("version", models.PositiveSmallIntegerField()),
                ("number", models.CharField(max_length=80)),
                ("issuer", models.CharField(blank=True, max_length=120)),
                ("issued_on", models.DateField()),
                ("expires_on", models.DateField(null=True)),
                ("note", models.CharField(blank=True, max_length=240)),
                ("attachment", models.UUIDField(null=True)),
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
                (
                    "cooperative",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="parties.party",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("expires_on__isnull", False)), fields=["expires_on"], name="paper_runs_out"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("cooperative", "kind", "version"), name="paper_version_once"),
                    models.CheckConstraint(condition=models.Q(("version__gte", 1)), name="paper_version"),
                    models.CheckConstraint(
                        condition=models.Q(("number", ""), _negated=True), name="paper_has_a_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("expires_on", None), ("expires_on__gte", models.F("issued_on")), _connector="OR"
                        ),
                        name="paper_ends_later",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.CharField(max_length=40)),
                ("value", models.CharField(max_length=40)),
                ("since", models.DateField()),
                ("source", models.CharField(max_length=160)),
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
                (
                    "cooperative",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="parties.party",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["cooperative", "key", "since", "at"], name="statement_latest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("source", ""), _negated=True), models.Q(("value", ""), _negated=True)
                        ),
                        name="statement_tells_its_source",
                    )
                ],
            },
        ),
    ]
