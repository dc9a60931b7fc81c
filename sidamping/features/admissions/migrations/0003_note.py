"""The note of a decision is kept with its reasons, no longer on the path that others read."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("admissions", "0002_seal")]
    operations = [
        migrations.AddField("decision", "note", models.TextField(blank=True, default=""), preserve_default=False)
    ]
