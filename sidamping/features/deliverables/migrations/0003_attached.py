"""Photos that joined a sheet are counted apart from what people wrote into it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("deliverables", "0002_seal")]
    operations = [migrations.AddField("draft", "attached", models.PositiveIntegerField(default=0))]
