"""Figures that the ledger cannot know; once stated they stay."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sidamping.platform.database.ids
from sidamping.platform.database.seals import seal


class Migration(migrations.Migration):
    dependencies = [
        ("books", "0005_writing_guard"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="StatedFigure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("sheet", models.UUIDField()),
                ("name", models.CharField(max_length=40)),
                ("year", models.PositiveSmallIntegerField()),
                ("amount", models.BigIntegerField()),
                ("source", models.CharField(max_length=240)),
                ("stated_at", models.DateTimeField()),
                (
                    "book",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="books.book"
                    ),
                ),
                (
                    "stated_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["book", "year", "stated_at"], name="stated_figure_latest")],
                "constraints": [
                    models.UniqueConstraint(fields=("sheet", "name"), name="stated_figure_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "name__in",
                                (
                                    "penjualan_kredit",
                                    "harga_koperasi",
                                    "harga_pesaing",
                                    "margin_koperasi",
                                    "margin_pesaing",
                                    "shu_bagian_anggota",
                                ),
                            )
                        ),
                        name="stated_figure_name",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True), name="stated_figure_says_where_from"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amount__gte", -999999999999999),
                            ("amount__lte", 999999999999999),
                            models.Q(("amount__gte", 0), ("name__startswith", "margin"), _connector="OR"),
                        ),
                        name="stated_figure_amount",
                    ),
                ],
            },
        ),
        seal("books_statedfigure"),
    ]
