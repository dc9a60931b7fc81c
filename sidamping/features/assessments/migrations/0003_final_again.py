"""A baseline whose final was withdrawn may get another one: who closes it is decided when opening, under a lock."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("assessments", "0002_seal")]
    operations = [
        migrations.AlterField(
            model_name="assessment",
            name="pair",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="follow_ups",
                to="assessments.assessment",
            ),
        ),
    ]
