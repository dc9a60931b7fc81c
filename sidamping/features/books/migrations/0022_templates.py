"""Templates of vouchers: names once in a book, one to five purposes without negative amounts, never deleted."""

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

import sidamping.platform.database.ids
from sidamping.platform.database.seals import seal_except, set_once

PARTS = """
ALTER TABLE books_template ADD CONSTRAINT template_parts CHECK (CASE jsonb_typeof(parts) WHEN 'array'
    THEN jsonb_array_length(parts) BETWEEN 1 AND CASE way WHEN 'move' THEN 1 ELSE 5 END
        AND NOT parts @? '$[*] ? (@.amount < 0)' ELSE false END);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("books", "0021_earlier_drafts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Template",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=60)),
                ("way", models.CharField(max_length=4)),
                ("purse", models.CharField(max_length=20)),
                ("parts", models.JSONField()),
                ("text", models.CharField(blank=True, max_length=240)),
                ("made_at", models.DateTimeField()),
                ("dropped_at", models.DateTimeField(null=True)),
                (
                    "book",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="books.book"
                    ),
                ),
                (
                    "dropped_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        models.F("book"),
                        django.db.models.functions.text.Lower("name"),
                        condition=models.Q(("dropped_at__isnull", True)),
                        name="template_name_once",
                    ),
                    models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="template_has_a_name"),
                    models.CheckConstraint(condition=models.Q(("way__in", ["in", "out", "move"])), name="template_way"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("dropped_at", None), ("dropped_by", None)),
                            models.Q(("dropped_at__isnull", False), ("dropped_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="template_dropped_whole",
                    ),
                ],
            },
        ),
        migrations.RunSQL(PARTS, "ALTER TABLE books_template DROP CONSTRAINT template_parts;"),
        seal_except("books_template", "name", "purse", "parts", "text", "dropped_at", "dropped_by_id"),
        set_once("books_template", "dropped_at", "dropped_by_id"),
    ]
