"""Entries are struck out, never changed; sightings and clauses are followed by later ones."""

from django.db import migrations

from sidamping.platform.database.seals import seal, seal_except, set_once


class Migration(migrations.Migration):
    dependencies = [("registers", "0001_initial"), ("database", "0001_extensions")]

    operations = [
        seal_except("registers_entry", "struck_by_id", "struck_at", "struck_why"),
        set_once("registers_entry", "struck_at", "struck_by_id", "struck_why"),
        seal("registers_sighting"),
        seal("registers_clause"),
    ]
