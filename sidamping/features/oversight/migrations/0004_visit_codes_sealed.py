"""The database keeps cards of codes and what was typed as they were written."""

from django.db import migrations

from sidamping.platform.database.seals import seal


class Migration(migrations.Migration):
    dependencies = [("oversight", "0003_visit_codes")]
    operations = [seal("oversight_codecard"), seal("oversight_codeentry")]
