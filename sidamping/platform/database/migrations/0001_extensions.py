"""Extensions for exclusion constraints and search, the cache table, and the function that seals rows."""

from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db import migrations

SEAL_FUNCTION = """
CREATE FUNCTION sidamping_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'SEALED %: rows of % are append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
"""
CACHE_TABLE = """
CREATE TABLE platform_cache (
    cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL
);
CREATE INDEX platform_cache_expires ON platform_cache (expires);
"""


class Migration(migrations.Migration):
    initial = True
    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        migrations.RunSQL(SEAL_FUNCTION, "DROP FUNCTION sidamping_refuse_change()"),
        migrations.RunSQL(CACHE_TABLE, "DROP TABLE platform_cache"),
    ]
