"""A health assessment counts by the words its result was sealed with: 'Cukup Sehat', not the code of the category.

Until now no result was ever found. Those decided before are counted here (C4).
"""

from importlib import import_module

from django.db import migrations

met = import_module("sidamping.features.indicators.migrations.0006_met")

CODE, CODE_OF_WORDS = "s.outcome ->> 'category'", "replace(lower(s.outcome ->> 'category'), ' ', '-')"
SOURCE = met.SOURCE.replace(CODE, CODE_OF_WORDS)
AGAIN = """
SELECT indicators_refresh(array_agg(DISTINCT e.id)) FROM programmes_engagement e
JOIN assessments_assessment a ON a.party_id = e.mentee_id
JOIN assessments_result s ON s.assessment_id = a.id AND s.decided;
"""


class Migration(migrations.Migration):
    dependencies = [("indicators", "0007_tallies")]
    operations = [
        migrations.RunSQL(SOURCE, met.SOURCE),
        migrations.RunSQL(AGAIN, AGAIN),
    ]
