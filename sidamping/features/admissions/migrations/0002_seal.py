"""Applications and all that was said and decided about them are append-only."""

from django.db import migrations

from sidamping.platform.database.seals import seal


class Migration(migrations.Migration):
    dependencies = [("admissions", "0001_initial"), ("database", "0001_extensions")]
    operations = [
        seal("admissions_application"),
        seal("admissions_applicationdocument"),
        seal("admissions_contact"),
        seal("admissions_decision"),
        seal("admissions_withdrawal"),
        seal("admissions_enrolment"),
    ]
