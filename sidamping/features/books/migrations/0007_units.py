"""Units with accounts of their own within a book, and the pairs of accounts between them and the cooperative."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sidamping.platform.database.ids


class Migration(migrations.Migration):
    dependencies = [
        ("books", "0006_stated"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Unit",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("code", models.CharField(max_length=6)),
                ("name", models.CharField(max_length=80)),
                ("chart", models.CharField(max_length=120)),
                ("chart_sha256", models.CharField(max_length=64)),
                ("opened_at", models.DateTimeField()),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="account",
            name="account_role_once",
        ),
        migrations.AddField(
            model_name="account",
            name="pair",
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.UniqueConstraint(
                condition=models.Q(("role", ""), _negated=True),
                fields=("book", "unit", "role"),
                name="account_role_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.UniqueConstraint(
                condition=models.Q(("pair", ""), _negated=True),
                fields=("book", "pair", "unit"),
                name="account_pair_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.CheckConstraint(
                condition=models.Q(("pair", ""), ("group__in", ("assets", "liabilities", "equity")), _connector="OR"),
                name="account_pair_is_real",
            ),
        ),
        migrations.AddField(
            model_name="unit",
            name="book",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="units", to="books.book"
            ),
        ),
        migrations.AddField(
            model_name="unit",
            name="opened_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.UniqueConstraint(fields=("book", "code"), name="unit_once"),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.CheckConstraint(condition=models.Q(("code__regex", "^[A-Z]{2,6}$")), name="unit_code"),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="unit_has_a_name"),
        ),
    ]
