"""A revision is superseded once and a promise closed once: the database refuses to date it anew or to open it again."""

from django.db import migrations

from sidamping.platform.database.seals import set_once


class Migration(migrations.Migration):
    dependencies = [("fieldwork", "0003_arrival")]
    operations = [
        set_once("fieldwork_visitrevision", "superseded_at"),
        set_once("fieldwork_followup", "closed_on", "closed_note"),
    ]
