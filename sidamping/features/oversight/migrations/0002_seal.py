"""The database keeps what the office saw, the checks and the benefits as they were written."""

from django.db import migrations

from sidamping.platform.database.seals import seal


class Migration(migrations.Migration):
    dependencies = [("oversight", "0001_initial")]
    operations = [seal("oversight_contact"), seal("oversight_visitcheck"), seal("oversight_benefit")]
