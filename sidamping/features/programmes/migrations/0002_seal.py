"""Steps of an engagement are append-only."""

from django.db import migrations

from sidamping.platform.database.seals import seal


class Migration(migrations.Migration):
    dependencies = [("programmes", "0001_initial"), ("database", "0001_extensions")]
    operations = [seal("programmes_steprecord")]
