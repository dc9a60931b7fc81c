"""Sheets, versions and reviews are append-only; drafts are not."""

from django.db import migrations

from sidamping.platform.database.seals import seal


class Migration(migrations.Migration):
    dependencies = [("deliverables", "0001_initial"), ("database", "0001_extensions")]
    operations = [
        seal("deliverables_sheet"),
        seal("deliverables_version"),
        seal("deliverables_review"),
    ]
