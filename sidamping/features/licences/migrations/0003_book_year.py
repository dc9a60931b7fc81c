"""The report of an auditor tells which book year it is of; it may be late, and two may be issued in one year."""

import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("licences", "0002_seal"),
        ("parties", "0003_search"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="paper",
            name="book_year",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("book_year", None),
                    models.Q(
                        ("book_year__lte", django.db.models.functions.datetime.ExtractYear("issued_on")),
                        ("kind", "audit"),
                    ),
                    _connector="OR",
                ),
                name="paper_is_of_a_year_begun",
            ),
        ),
    ]
