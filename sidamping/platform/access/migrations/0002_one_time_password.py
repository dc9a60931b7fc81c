"""A password handed over by an administrator is used once."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial")]
    operations = [migrations.AddField("user", "password_once", models.BooleanField(default=False))]
