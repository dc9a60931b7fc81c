"""Documents and decisions are append-only; an application stays as it was sent, marks once handed in as well."""

from django.db import migrations

from sidamping.platform.database.seals import seal, seal_except, set_once


class Migration(migrations.Migration):
    dependencies = [("recruitment", "0001_initial"), ("database", "0001_extensions")]
    operations = [
        seal("recruitment_candidatedocument"),
        seal("recruitment_decision"),
        seal_except("recruitment_candidacy", "user_id"),
        set_once("recruitment_candidacy", "user_id"),
        seal_except("recruitment_panelist", "marks", "remark", "handed_at", "excused_why"),
        set_once("recruitment_panelist", "handed_at", "marks", "remark", "excused_why"),
        seal_except("recruitment_attendance", "present", "by_id"),
    ]
