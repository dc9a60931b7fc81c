"""A term of office is never deleted, and of a recorded one only the dates may change, with a reason in the trail."""

from django.db import migrations

from sidamping.platform.database.seals import seal_except


class Migration(migrations.Migration):
    dependencies = [("parties", "0001_initial"), ("database", "0001_extensions")]
    operations = [seal_except("parties_boardterm", "starts", "ends")]
