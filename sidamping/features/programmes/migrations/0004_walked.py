"""The paths of the engagements there are: same id, programme and first day. Steps keep their rows unchanged."""

from django.db import migrations

WALKED = """
INSERT INTO programmes_path (id, subject, programme, pinned, starts, created_at)
    SELECT id, 'mentee', programme, pinned, starts, created_at FROM programmes_engagement;
UPDATE programmes_engagement SET path_id = id;
SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):

    dependencies = [("programmes", "0003_paths")]
    operations = [migrations.RunSQL(WALKED, migrations.RunSQL.noop)]
