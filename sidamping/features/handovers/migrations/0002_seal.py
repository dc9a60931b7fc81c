"""Remarks, dossiers and readings are append-only."""

from django.db import migrations

from sidamping.platform.database.seals import seal


class Migration(migrations.Migration):
    dependencies = [("handovers", "0001_initial"), ("database", "0001_extensions")]
    operations = [seal("handovers_remark"), seal("handovers_dossier"), seal("handovers_reading")]
