"""The row of an activity is written by a function, so that another one can write it in the statement it tells of.

Nobody looks an activity up by its actor alone: the index that begins with the actor does for the reference too.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

RECORD = """
CREATE FUNCTION activity_record(who uuid, what text, about uuid, place text, because text, told jsonb) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
    written bigint;
BEGIN
    INSERT INTO activity_activity (at, actor_id, action, subject_id, regency, why, data)
        VALUES (clock_timestamp(), who, what, about, place, because, told) RETURNING id INTO written;
    RETURN written;
END $$;

CREATE FUNCTION activity_left(queue text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    found boolean;
BEGIN
    -- A function sees what its own statement has written so far; the statement itself would not.
    EXECUTE format('SELECT EXISTS (SELECT FROM %I)', queue) INTO found;
    RETURN found;
END $$;
"""
DROP_RECORD = "DROP FUNCTION activity_record(uuid, text, uuid, text, text, jsonb), activity_left(text);"


class Migration(migrations.Migration):
    dependencies = [("activity", "0002_seal"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    operations = [
        migrations.AlterField(
            "activity",
            "actor",
            models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.RunSQL(RECORD, DROP_RECORD),
    ]
