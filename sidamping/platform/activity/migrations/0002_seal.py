"""The trail is append-only in the database itself."""

from django.db import migrations

from sidamping.platform.database.seals import seal


class Migration(migrations.Migration):
    dependencies = [("activity", "0001_initial"), ("database", "0001_extensions")]
    operations = [seal("activity_activity")]
