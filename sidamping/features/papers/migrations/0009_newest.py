"""The newest papers of a territory are read in their order, until a page is full."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("papers", "0008_search")]
    operations = [migrations.AddIndex("paper", models.Index(fields=["-period_start", "-id"], name="paper_newest"))]
