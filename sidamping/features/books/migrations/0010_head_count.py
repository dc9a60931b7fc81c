"""How many work in a small business over time; once counted a count stays."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sidamping.platform.database.ids
from sidamping.platform.database.seals import seal


class Migration(migrations.Migration):
    dependencies = [
        ("books", "0009_floor"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HeadCount",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("day", models.DateField()),
                ("paid", models.PositiveSmallIntegerField()),
                ("family", models.PositiveSmallIntegerField()),
                ("counted_at", models.DateTimeField()),
                (
                    "book",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="books.book"
                    ),
                ),
                (
                    "counted_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["book", "day", "counted_at"], name="head_count_latest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("family__lte", 999), ("paid__lte", 999)),
                        name="head_count_of_a_small_business",
                    ),
                ],
            },
        ),
        seal("books_headcount"),
    ]
