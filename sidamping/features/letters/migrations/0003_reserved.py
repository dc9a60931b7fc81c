"""Letters of an office that the feature that issued them shows, and no list here."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("letters", "0002_seal"),
    ]

    operations = [
        migrations.AddField(
            model_name="letter",
            name="reserved",
            field=models.BooleanField(default=False),
        ),
    ]
