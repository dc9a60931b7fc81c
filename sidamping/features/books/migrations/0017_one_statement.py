"""A voucher is posted by one statement that is a transaction of its own: looked at, judged, then posted as it was seen.

What it is judged by is read without a lock. Whoever changed the draft meanwhile has counted it on, and it is looked at
again (0025); every guard stands behind the statement as behind any write.
"""

from importlib import import_module

from django.db import migrations

quick = import_module("sidamping.features.books.migrations.0014_quick")

LOCK = """    -- As platform.database.locks.take_turns; the next statement sees what the one we waited for has written.
    PERFORM pg_advisory_xact_lock(hashtextextended(asked::text, 0));
"""
AT_HAND = quick.AT_HAND.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")

POST_SEEN = """
CREATE FUNCTION books_post_seen(draft uuid, seen int, who uuid, at timestamptz, place text)
RETURNS TABLE (number int, activity bigint)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE
    found record;
BEGIN
    -- As platform.database.locks.take_turns; the next statement sees what the one we waited for has written.
    PERFORM pg_advisory_xact_lock(hashtextextended(draft::text, 0));
    SELECT v.book_id, v.kind, v.day, v.number, v.posted, v.revised INTO found FROM books_voucher v WHERE v.id = draft;
    IF found.posted OR found.revised IS DISTINCT FROM seen THEN
        number := found.number;
        RETURN NEXT;
        RETURN;
    END IF;
    SELECT p.given INTO number FROM books_post(ARRAY[draft], who, at) p;
    activity := activity_record(who, 'books.posted', draft, place, '', jsonb_build_object('book', found.book_id,
        'number', format('%s-%s-%s', found.kind, extract(year FROM found.day), lpad(number::text, 4, '0'))));
    RETURN NEXT;
END $$;
"""
DROP_POST_SEEN = "DROP FUNCTION books_post_seen(uuid, int, uuid, timestamptz, text);"


class Migration(migrations.Migration):
    dependencies = [("books", "0016_first_ordinal"), ("activity", "0003_record")]
    operations = [
        migrations.RunSQL(AT_HAND.replace(LOCK, ""), AT_HAND),
        migrations.RunSQL(POST_SEEN, DROP_POST_SEEN),
    ]
