"""The end of an interest and its reason are written once; a wrong one is answered by declaring the interest anew."""

from django.db import migrations

from sidamping.platform.database.seals import set_once


class Migration(migrations.Migration):
    dependencies = [("mentors", "0002_seal"), ("database", "0001_extensions")]
    operations = [set_once("mentors_interest", "ends", "ended_why")]
