"""Heirs of members: named, and ended once; the rest of the row never changes."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sidamping.platform.database.ids
from sidamping.platform.database.seals import seal_except, set_once

PERSON = {"on_delete": django.db.models.deletion.PROTECT, "related_name": "+"}


class Migration(migrations.Migration):
    dependencies = [
        ("savings", "0004_drafts"),
        ("books", "0012_once"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="Heir",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("kinship", models.CharField(max_length=10)),
                ("named_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("member", models.ForeignKey(to="books.member", **PERSON)),
                ("named_by", models.ForeignKey(to=settings.AUTH_USER_MODEL, **PERSON)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)), fields=("member", "name"), name="heir_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kinship__in", ("spouse", "child", "parent", "sibling", "other"))),
                        name="heir_kinship",
                    ),
                    models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="heir_named"),
                ],
            },
        ),
        seal_except("savings_heir", "ended_at"),
        set_once("savings_heir", "ended_at"),
    ]
