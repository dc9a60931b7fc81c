"""What arrived under which UUID, so that a repetition is recognised and a conflict is told. Append-only."""

from django.db import migrations, models

from sidamping.platform.database.seals import seal


class Migration(migrations.Migration):
    dependencies = [("fieldwork", "0002_seal")]
    operations = [
        migrations.CreateModel(
            name="Arrival",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=30)),
                ("fingerprint", models.CharField(max_length=64)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
        ),
        seal("fieldwork_arrival"),
    ]
