"""The names of office files are longer than those of pictures."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("attachments", "0003_from_outside"),
    ]

    operations = [
        migrations.AlterField(
            model_name="attachment",
            name="media_type",
            field=models.CharField(max_length=100),
        ),
    ]
