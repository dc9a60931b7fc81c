"""A seal is never changed, not even by its owner."""

from django.db import migrations

from sidamping.platform.database.seals import seal


class Migration(migrations.Migration):
    dependencies = [("signatures", "0001_initial"), ("database", "0001_extensions")]
    operations = [seal("signatures_seal")]
