"""Attachments are append-only: a picture once shown as evidence stays."""

from django.db import migrations

from sidamping.platform.database.seals import seal


class Migration(migrations.Migration):
    dependencies = [("attachments", "0001_initial")]
    operations = [seal("attachments_attachment")]
