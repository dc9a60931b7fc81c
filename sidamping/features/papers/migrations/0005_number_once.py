"""The number of a paper is given once: the database refuses to change it or to take it away."""

from django.db import migrations

from sidamping.platform.database.seals import set_once


class Migration(migrations.Migration):
    dependencies = [("papers", "0004_take_over")]
    operations = [set_once("papers_paper", "number")]
