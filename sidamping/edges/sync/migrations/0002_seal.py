"""What came from phones and what was made of it is never changed; documents are numbered by one sequence."""

from django.db import migrations

from sidamping.platform.database.seals import seal, seal_except, set_once

SEQUENCE = "CREATE SEQUENCE sync_document_seq AS bigint"


class Migration(migrations.Migration):
    dependencies = [("sync", "0001_initial")]
    operations = [
        seal("sync_record"),
        seal("sync_verdict"),
        seal("sync_variant"),
        seal("sync_resolution"),
        seal("sync_expectedfile"),
        seal_except("sync_heldfile", "attachment_id", "problems"),
        set_once("sync_heldfile", "attachment_id"),
        migrations.RunSQL(SEQUENCE, "DROP SEQUENCE sync_document_seq"),
    ]
