"""Everything about the outcome of a mentoring is append-only."""

from django.db import migrations

from sidamping.platform.database.seals import seal


class Migration(migrations.Migration):
    dependencies = [("outcomes", "0001_initial"), ("database", "0001_extensions")]
    operations = [
        seal("outcomes_meeting"),
        seal("outcomes_intervention"),
        seal("outcomes_judgement"),
        seal("outcomes_lookback"),
        seal("outcomes_continuation"),
    ]
