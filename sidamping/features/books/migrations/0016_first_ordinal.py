"""Lines of a voucher are numbered from 1: a line with the number 0 passed the check that waits for the first one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("books", "0015_newest_account")]
    operations = [
        migrations.AddConstraint(
            "posting", models.CheckConstraint(condition=models.Q(ordinal__gte=1), name="posting_from_one")
        ),
    ]
