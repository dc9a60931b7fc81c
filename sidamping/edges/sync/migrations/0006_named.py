"""The ids that a body names, kept beside it by the database itself, so that the lists of a watcher search no bodies."""

import django.contrib.postgres.fields
from django.db import migrations, models

IDS = """
CREATE FUNCTION sync_ids_named(body text) RETURNS uuid[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT ARRAY(SELECT DISTINCT one[1]::uuid FROM regexp_matches(
        body, '([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})', 'g') AS one)
$$
"""


def named():
    return models.GeneratedField(
        expression=models.Func("body", function="sync_ids_named"),
        output_field=django.contrib.postgres.fields.ArrayField(models.UUIDField()),
        db_persist=True,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("sync", "0005_refusals"),
    ]

    operations = [
        migrations.RunSQL(IDS, "DROP FUNCTION sync_ids_named(text)"),
        migrations.AddField("record", "named", named()),
        migrations.AddField("variant", "named", named()),
    ]
