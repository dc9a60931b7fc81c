"""Papers are found by what is written in them (F8)."""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations

from sidamping.platform.database.searching import Strings


class Migration(migrations.Migration):
    dependencies = [("papers", "0007_indicators_sealed")]
    operations = [migrations.AddIndex("revision", GinIndex(Strings("content"), name="revision_text"))]
