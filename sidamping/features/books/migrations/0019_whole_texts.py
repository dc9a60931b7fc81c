"""Room for what is written for people: names of the register stand whole in the text of a voucher."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("books", "0018_not_general")]
    operations = [
        migrations.AlterField("voucher", "text", models.CharField(blank=True, max_length=400)),
    ]
