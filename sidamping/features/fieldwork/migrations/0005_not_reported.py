"""A cost or attendance nobody reported stays empty; what was recorded before keeps its 0 or 1, being sealed."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("fieldwork", "0004_set_once")]

    operations = [
        migrations.AlterField("visitrevision", "cost", models.BigIntegerField(null=True)),
        migrations.AlterField("presence", "headcount", models.PositiveSmallIntegerField(null=True)),
    ]
