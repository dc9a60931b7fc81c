"""A letter is never changed: wordings, letters, voidings and acknowledgements are append-only."""

from django.db import migrations

from sidamping.platform.database.seals import seal


class Migration(migrations.Migration):
    dependencies = [("letters", "0001_initial"), ("database", "0001_extensions")]
    operations = [
        seal("letters_wording"),
        seal("letters_letter"),
        seal("letters_void"),
        seal("letters_acknowledgement"),
    ]
