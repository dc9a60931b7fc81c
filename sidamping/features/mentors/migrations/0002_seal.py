"""Certificates and interests change only by being ended; requests and decisions about conflicts never change."""

from django.db import migrations

from sidamping.platform.database.seals import seal, seal_except, set_once


class Migration(migrations.Migration):
    dependencies = [("mentors", "0001_initial"), ("database", "0001_extensions")]
    operations = [
        seal_except("mentors_certificate", "withdrawn_on", "withdrawn_why", "withdrawn_by_id"),
        set_once("mentors_certificate", "withdrawn_on", "withdrawn_why", "withdrawn_by_id"),
        seal_except("mentors_interest", "ends", "ended_why"),
        seal("mentors_waiverrequest"),
        seal("mentors_waiver"),
    ]
