"""The database keeps indicators as they were fixed, and every value as it was written."""

from django.db import migrations

from sidamping.platform.database.seals import seal


class Migration(migrations.Migration):
    dependencies = [("papers", "0006_indicators")]
    operations = [seal("papers_indicator"), seal("papers_measurement")]
