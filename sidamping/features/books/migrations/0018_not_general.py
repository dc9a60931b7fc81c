"""Openings, closings and reversals are few: found by their nature, nobody reads every voucher of a book for them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("books", "0017_one_statement")]
    operations = [
        migrations.AddIndex(
            "voucher",
            models.Index(fields=["book", "nature"], condition=~models.Q(nature="general"), name="voucher_not_general"),
        ),
    ]
