"""Posting in two calls: what a voucher is judged by is read at once, and its postings and number are written at once.

Both only save round trips and plans: the gate and the other triggers stand behind them as behind any write (0025).
"""

from django.db import migrations

# One plan, made once, for one voucher and for thousands: a plan of its own for each call costs more than the call.
AT_HAND = """
CREATE FUNCTION books_at_hand(asked uuid) RETURNS TABLE (
    voucher books_voucher, party_id uuid, chart text, starts date, village text, newest bigint, closed boolean,
    banked boolean, members uuid[]
) LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    -- As platform.database.locks.take_turns; the next statement sees what the one we waited for has written.
    PERFORM pg_advisory_xact_lock(hashtextextended(asked::text, 0));
    RETURN QUERY SELECT v, b.party_id, b.chart::text, b.starts, p.village_id::text,
        (SELECT max(a.id) FROM books_account a WHERE a.book_id = b.id),
        (SELECT m.closed_at IS NOT NULL FROM books_period m
            WHERE m.book_id = b.id AND m.month = date_trunc('month', v.day)::date),
        EXISTS (SELECT FROM books_bankline l WHERE l.voucher_id = v.id),
        ARRAY(SELECT m.id FROM jsonb_array_elements(v.lines) l, LATERAL (SELECT o.id FROM parties_party o
            WHERE o.id = CASE WHEN l ->> 'member' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                THEN (l ->> 'member')::uuid END OFFSET 0) m)
        FROM books_voucher v JOIN books_book b ON b.id = v.book_id JOIN parties_party p ON p.id = b.party_id
        WHERE v.id = asked;
END $$;
"""

POST = """
CREATE FUNCTION books_reached(book uuid, of_kind text, of_year int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    reached int;
BEGIN
    -- Whoever posts next in this series waits here until our transaction ends, and counts on.
    INSERT INTO books_series (book_id, kind, year, last) VALUES (book, of_kind, of_year, 0) ON CONFLICT DO NOTHING;
    SELECT last INTO reached FROM books_series
        WHERE book_id = book AND kind = of_kind AND year = of_year FOR UPDATE;
    RETURN reached;
END $$;

CREATE FUNCTION books_post(drafts uuid[], who uuid, at timestamptz) RETURNS TABLE (voucher uuid, given int)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    INSERT INTO books_posting (voucher_id, ordinal, account_id, member_id, day, amount, note, posted)
        SELECT v.id, l.ordinal, a.id, nullif(l.line ->> 'member', '')::uuid, v.day, (l.line ->> 'amount')::bigint,
            l.line ->> 'note', true
        FROM unnest(drafts) d
        CROSS JOIN LATERAL (SELECT * FROM books_voucher WHERE id = d OFFSET 0) v
        CROSS JOIN LATERAL jsonb_array_elements(v.lines) WITH ORDINALITY AS l(line, ordinal)
        LEFT JOIN LATERAL (SELECT id FROM books_account WHERE book_id = v.book_id
            AND code = l.line ->> 'account' OFFSET 0) a ON true;
    RETURN QUERY WITH ranked AS MATERIALIZED (
            SELECT v.id, v.book_id, v.kind, extract(year FROM v.day)::int AS year, row_number() OVER (
                PARTITION BY v.book_id, v.kind, extract(year FROM v.day) ORDER BY d.nth)::int AS nth
            FROM unnest(drafts) WITH ORDINALITY AS d(id, nth)
            CROSS JOIN LATERAL (SELECT * FROM books_voucher WHERE id = d.id OFFSET 0) v),
        series AS MATERIALIZED (
            SELECT book_id, kind, year, books_reached(book_id, kind, year) AS last
            FROM ranked WHERE nth = 1 ORDER BY book_id, kind, year)
        UPDATE books_voucher v SET posted = true, number = s.last + r.nth, posted_by_id = who, posted_at = at
            FROM ranked r JOIN series s USING (book_id, kind, year) WHERE v.id = r.id
            RETURNING v.id, v.number;
END $$;
"""

DROP_AT_HAND = "DROP FUNCTION books_at_hand(uuid);"
DROP_POST = "DROP FUNCTION books_post(uuid[], uuid, timestamptz), books_reached(uuid, text, int);"


class Migration(migrations.Migration):
    dependencies = [("books", "0010_head_count")]
    operations = [migrations.RunSQL(AT_HAND, DROP_AT_HAND), migrations.RunSQL(POST, DROP_POST)]
