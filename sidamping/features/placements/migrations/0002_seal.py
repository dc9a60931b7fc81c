"""What was applied stays as it was."""

from django.db import migrations

from sidamping.platform.database.seals import seal


class Migration(migrations.Migration):
    dependencies = [("placements", "0001_initial"), ("database", "0001_extensions")]
    operations = [seal("placements_applied")]
