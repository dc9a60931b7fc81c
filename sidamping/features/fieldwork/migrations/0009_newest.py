"""The newest visits of a territory are read in their order, until a page is full."""

from django.db import migrations, models
from django.db.models import Q

NEWEST = models.Index(fields=["-visited_on", "-id"], name="visit_newest", condition=Q(superseded_at=None))


class Migration(migrations.Migration):
    dependencies = [("fieldwork", "0008_search")]
    operations = [migrations.AddIndex("visitrevision", NEWEST)]
