"""A round that a mentor leads with an assessor's instrument is a rehearsal and says so for ever (E16)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("assessments", "0003_final_again")]
    operations = [
        migrations.AddField(
            model_name="assessment", name="simulated", field=models.BooleanField(default=False), preserve_default=True
        ),
    ]
