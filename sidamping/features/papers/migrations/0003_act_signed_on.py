"""The day of a signature on paper, where the act was recorded by another hand than the signer's."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("papers", "0002_seal")]
    operations = [migrations.AddField("act", "signed_on", models.DateField(null=True))]
