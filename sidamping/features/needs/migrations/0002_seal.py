"""Determinations are append-only; of a referral only the closing may be set, and only once."""

from django.db import migrations

from sidamping.platform.database.seals import seal, seal_except, set_once


class Migration(migrations.Migration):
    dependencies = [("needs", "0001_initial"), ("database", "0001_extensions")]
    operations = [
        seal("needs_need"),
        seal_except("needs_referral", "closed_on", "result", "closed_by_id"),
        set_once("needs_referral", "closed_on", "result", "closed_by_id"),
    ]
