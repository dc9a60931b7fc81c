"""A piece is never written over or deleted: editions are superseded once, a retirement is lifted once."""

from django.db import migrations

from sidamping.platform.database.seals import seal, seal_except, set_once


class Migration(migrations.Migration):
    dependencies = [("materials", "0001_initial"), ("database", "0001_extensions")]
    operations = [
        seal("materials_material"),
        seal_except("materials_edition", "superseded_at"),
        set_once("materials_edition", "superseded_at"),
        seal_except("materials_retirement", "lifted_at", "lifted_by_id"),
        set_once("materials_retirement", "lifted_at", "lifted_by_id"),
    ]
