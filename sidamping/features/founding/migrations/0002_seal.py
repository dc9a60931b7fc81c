"""What was said about a founding stays; founders may leave and change their office; shares make a hundred."""

from django.db import migrations

from sidamping.platform.database.seals import seal, seal_except, set_once

SHARES = """
CREATE FUNCTION founding_shared(shares jsonb) RETURNS numeric LANGUAGE sql IMMUTABLE AS
    $$ SELECT COALESCE(sum(value::numeric), 0) FROM jsonb_each_text(shares) $$;
ALTER TABLE founding_terms ADD CONSTRAINT terms_shares_make_a_hundred CHECK (founding_shared(shares) = 100);
"""
UNDO = """
ALTER TABLE founding_terms DROP CONSTRAINT terms_shares_make_a_hundred;
DROP FUNCTION founding_shared(jsonb);
"""


class Migration(migrations.Migration):
    dependencies = [("founding", "0001_initial"), ("database", "0001_extensions")]

    operations = [
        migrations.RunSQL(SHARES, UNDO),
        seal_except("founding_founding", "asked", "asked_by", "living_on", "living_by_id", "book_id"),
        set_once("founding_founding", "living_on", "living_by_id", "book_id"),
        seal_except("founding_founder", "position", "signs", "left_on", "left_why"),
        set_once("founding_founder", "left_on", "left_why", "position", "signs"),
        seal("founding_gathering"),
        seal("founding_terms"),
        seal("founding_opening"),
        seal("founding_part"),
        seal("founding_piece"),
        seal("founding_milestone"),
        seal("founding_pack"),
    ]
