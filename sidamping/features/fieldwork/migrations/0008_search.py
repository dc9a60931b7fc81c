"""Visits are found by what is written in them, as they stand now (F8)."""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations
from django.db.models import Q

from sidamping.platform.database.searching import text_of

TEXT = text_of("activity", "purpose", "material", "result", "obstacles", "advice", "place")


class Migration(migrations.Migration):
    dependencies = [("fieldwork", "0007_delivery_seal")]
    operations = [
        migrations.AddIndex("visitrevision", GinIndex(TEXT, name="visit_text", condition=Q(superseded_at=None)))
    ]
