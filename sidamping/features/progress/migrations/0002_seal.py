"""What was told of a participant is append-only; a link is only closed or used, once."""

from django.db import migrations

from sidamping.platform.database.seals import seal, seal_except, set_once


class Migration(migrations.Migration):
    dependencies = [("progress", "0001_initial"), ("database", "0001_extensions")]
    operations = [
        seal("progress_profile"),
        seal("progress_monthrecord"),
        seal("progress_verification"),
        seal("progress_extension"),
        seal_except("progress_link", "revoked_at", "used_at", "assessment"),
        set_once("progress_link", "revoked_at"),
        set_once("progress_link", "used_at", "assessment"),
    ]
