"""What was submitted, who acted on it and who received it never changes."""

from django.db import migrations

from sidamping.platform.database.seals import seal, seal_except


class Migration(migrations.Migration):
    dependencies = [("papers", "0001_initial"), ("database", "0001_extensions")]
    operations = [
        seal("papers_revision"),
        seal("papers_act"),
        seal("papers_copy"),
        seal_except("papers_paper", "number"),
    ]
