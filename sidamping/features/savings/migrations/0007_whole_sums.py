"""How interest was worked out is kept as long as it is."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("savings", "0006_drafts_again")]
    operations = [migrations.AlterField("credited", "says", models.TextField())]
