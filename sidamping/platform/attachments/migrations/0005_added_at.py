"""A file is dated by the act that brought it; now where the act tells no moment."""

import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("attachments", "0004_longer_media_type")]

    operations = [
        migrations.AlterField(
            model_name="attachment",
            name="added_at",
            field=models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
        ),
    ]
