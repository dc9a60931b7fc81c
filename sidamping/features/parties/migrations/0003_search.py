"""Names are found by any words of theirs (F8)."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import migrations

from sidamping.platform.database.searching import Folded

NAME = GinIndex(OpClass(Folded("name"), name="gin_trgm_ops"), name="party_name_folded")


class Migration(migrations.Migration):
    dependencies = [("parties", "0002_seal")]
    operations = [migrations.AddIndex("party", NAME)]
