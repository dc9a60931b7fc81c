"""The same guards with less work: what a statement writes is looked at by voucher and by account, not by line (0028).

Lines of a voucher come with or after its first one, and that one waits until the end of the transaction for the
voucher to be posted. Functions look rows up by key: beside a few accounts PostgreSQL would read all of them, each time.
"""

from importlib import import_module

from django.db import migrations, models

guard, posting = (import_module(f"sidamping.features.books.migrations.{one}") for one in ("0002_guard", "0011_posting"))

POSTINGS = """
CREATE FUNCTION books_lines() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
    books uuid[];
    wrong text;
BEGIN
    -- FOR KEY SHARE would let a line in beside a posting that is under way: one of both must wait for the other.
    SELECT array_agg(DISTINCT v.book_id), min(n.id::text) FILTER (WHERE v.posted IS DISTINCT FROM FALSE)
        INTO books, wrong FROM (SELECT DISTINCT voucher_id AS id FROM new_rows ORDER BY 1) n
        LEFT JOIN LATERAL (SELECT v.posted, v.book_id FROM books_voucher v WHERE v.id = n.id FOR SHARE) v ON true;
    IF wrong IS NOT NULL THEN
        RAISE EXCEPTION 'BOOKS voucher %: posted or unknown, takes no more lines', wrong
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_frozen';
    END IF;
    SELECT n.voucher_id INTO wrong FROM new_rows n GROUP BY n.voucher_id HAVING min(n.ordinal) > 1 AND NOT EXISTS (
        SELECT FROM books_posting p WHERE p.voucher_id = n.voucher_id AND p.ordinal = 1) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'BOOKS voucher %: its first line is missing', wrong
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_first_line';
    END IF;
    -- Nobody writes in two books at once, so that an account fits every voucher or none.
    SELECT n.id INTO wrong FROM (
            SELECT account_id AS id, bool_or(member_id IS NULL) AS nameless FROM new_rows GROUP BY account_id) n
        LEFT JOIN LATERAL (SELECT a.book_id = ALL(books) AND NOT (a.per_member AND n.nameless) AS fits
            FROM books_account a WHERE a.id = n.id AND NOT a.header OFFSET 0) a ON true
        WHERE a.fits IS DISTINCT FROM TRUE LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'BOOKS account %: of another book, a heading, or a member is missing', wrong
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_account_fits';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER books_posting_gate AFTER INSERT ON books_posting
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION books_lines();

CREATE FUNCTION books_posted_by_now() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM books_voucher v WHERE v.id = NEW.voucher_id AND v.posted) THEN
        RAISE EXCEPTION 'BOOKS voucher %: has lines and is not posted', NEW.voucher_id
            USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'books_of_a_posted_voucher';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER books_of_a_posted_voucher AFTER INSERT ON books_posting DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.ordinal = 1) EXECUTE FUNCTION books_posted_by_now();
"""
DROP_POSTINGS = """
DROP TRIGGER books_of_a_posted_voucher ON books_posting;
DROP TRIGGER books_posting_gate ON books_posting;
DROP FUNCTION books_posted_by_now(), books_lines();
"""

COUNTING = """
CREATE OR REPLACE FUNCTION books_reached(book uuid, of_kind text, of_year int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    reached int;
BEGIN
    -- Whoever posts next in this series waits here until our transaction ends, and counts on.
    SELECT last INTO reached FROM books_series
        WHERE book_id = book AND kind = of_kind AND year = of_year FOR UPDATE;
    IF NOT FOUND THEN
        INSERT INTO books_series (book_id, kind, year, last) VALUES (book, of_kind, of_year, 0) ON CONFLICT DO NOTHING;
        SELECT last INTO reached FROM books_series
            WHERE book_id = book AND kind = of_kind AND year = of_year FOR UPDATE;
    END IF;
    RETURN reached;
END $$;

CREATE OR REPLACE FUNCTION books_count_on(
    book uuid, of_kind text, of_year int, many bigint, lowest bigint, highest bigint
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    reached bigint := books_reached(book, of_kind, of_year);
BEGIN
    IF lowest <> reached + 1 OR highest <> reached + many THEN
        RAISE EXCEPTION 'BOOKS %-%: numbers % to % do not follow %', of_kind, of_year, lowest, highest, reached
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_no_gap';
    END IF;
    UPDATE books_series SET last = highest WHERE book_id = book AND kind = of_kind AND year = of_year;
END $$;
"""

FLOOR = """
CREATE OR REPLACE FUNCTION books_floor() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
    taken bigint[];
    seen record;
BEGIN
    taken := ARRAY(SELECT t.account_id
        FROM (SELECT DISTINCT account_id, amount < 0 AS credit FROM new_rows WHERE member_id IS NOT NULL) t
        CROSS JOIN LATERAL (SELECT FROM books_account a WHERE a.id = t.account_id AND a.per_member
            AND a."group" IN ('assets', 'liabilities', 'equity')
            AND t.credit = ((a."group" = 'assets') <> a.contra) OFFSET 0) a
        WHERE EXISTS (SELECT FROM new_rows n CROSS JOIN LATERAL (
                SELECT FROM books_voucher v WHERE v.id = n.voucher_id AND v.nature <> 'reversing' OFFSET 0) v
            WHERE n.account_id = t.account_id AND (n.amount < 0) = t.credit AND n.member_id IS NOT NULL));
    IF cardinality(taken) = 0 THEN
        RETURN NULL;
    END IF;
    PERFORM books_read_committed();
    PERFORM FROM books_account a WHERE a.id = ANY(taken) ORDER BY a.id FOR NO KEY UPDATE;
    SELECT v.id, v.kind, v.day, a.account, l.member_id AS member, d.day AS at, abs(d.held) AS short INTO seen
        FROM (SELECT account_id, member_id, min(day) AS since, min(voucher_id::text)::uuid AS voucher_id FROM new_rows
            WHERE account_id = ANY(taken) AND member_id IS NOT NULL GROUP BY account_id, member_id) l
        CROSS JOIN LATERAL (SELECT a.code || ' ' || a.name_id AS account, (a."group" = 'assets') <> a.contra AS debit
            FROM books_account a WHERE a.id = l.account_id OFFSET 0) a
        CROSS JOIN LATERAL (
            SELECT p.day, sum(sum(p.amount)) OVER (ORDER BY p.day) AS held FROM books_posting p
            WHERE p.account_id = l.account_id AND p.member_id = l.member_id GROUP BY p.day) d
        CROSS JOIN LATERAL (SELECT o.id, o.kind, o.day FROM books_voucher o WHERE o.id = l.voucher_id OFFSET 0) v
        WHERE d.day >= l.since AND d.held <> 0 AND (d.held < 0) = a.debit LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'BOOKS voucher %: % of member % is short on %', seen.id, seen.account, seen.member, seen.at
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_member_floor', DETAIL = to_jsonb(seen)::text;
    END IF;
    RETURN NULL;
END $$;
"""

ONCE = """
CREATE OR REPLACE FUNCTION books_once() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
    seen record;
BEGIN
    IF NOT EXISTS (SELECT FROM after_rows WHERE posted AND nature IN ('opening', 'closing')) THEN
        RETURN NULL;
    END IF;
    -- Numbers of another kind wait for nobody: whoever opens or closes this book as well waits here, or is seen.
    PERFORM FROM books_book b WHERE b.id IN (SELECT book_id FROM after_rows) ORDER BY b.id FOR NO KEY UPDATE;
    SELECT v.id, v.nature INTO seen FROM after_rows v JOIN books_voucher o
            ON o.book_id = v.book_id AND o.nature = v.nature AND o.posted AND o.id <> v.id
                AND (v.nature = 'opening' OR extract(year FROM o.day) = extract(year FROM v.day))
        WHERE v.posted AND v.nature IN ('opening', 'closing')
            AND NOT EXISTS (SELECT FROM books_voucher r WHERE r.reverses_id = o.id AND r.posted) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'BOOKS voucher %: % posted already', seen.id, seen.nature
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_once';
    END IF;
    RETURN NULL;
END $$;
"""

POST = """
CREATE OR REPLACE FUNCTION books_post(drafts uuid[], who uuid, at timestamptz) RETURNS TABLE (voucher uuid, given int)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
BEGIN
    INSERT INTO books_posting (voucher_id, ordinal, account_id, member_id, day, amount, note)
        SELECT v.id, l.ordinal, a.id, nullif(l.line ->> 'member', '')::uuid, v.day, (l.line ->> 'amount')::bigint,
            l.line ->> 'note'
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

POST_BEFORE = f"DROP FUNCTION books_post(uuid[], uuid, timestamptz), books_reached(uuid, text, int); {posting.POST}"

AT_HAND = """
CREATE FUNCTION books_at_hand(asked uuid) RETURNS TABLE (
    id uuid, book_id uuid, kind varchar, nature varchar, day date, "text" varchar, lines jsonb, reverses_id uuid,
    revised int, made_by_id uuid, made_at timestamptz, posted boolean, number int, posted_by_id uuid,
    posted_at timestamptz, party_id uuid, chart varchar, starts date, village varchar, newest bigint, closed boolean,
    banked boolean, members uuid[]
) LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
BEGIN
    -- As platform.database.locks.take_turns; the next statement sees what the one we waited for has written.
    PERFORM pg_advisory_xact_lock(hashtextextended(asked::text, 0));
    RETURN QUERY SELECT v.id, v.book_id, v.kind, v.nature, v.day, v.text, v.lines, v.reverses_id, v.revised,
        v.made_by_id, v.made_at, v.posted, v.number, v.posted_by_id, v.posted_at, b.party_id, b.chart, b.starts,
        p.village_id, (SELECT max(a.id) FROM books_account a WHERE a.book_id = b.id),
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
DROP_AT_HAND = "DROP FUNCTION books_at_hand(uuid);"

BY_KEY = """
ALTER FUNCTION books_gate() SET enable_seqscan = off;
ALTER FUNCTION books_units_gate() SET enable_seqscan = off;
ALTER FUNCTION books_check_reversal(uuid, uuid, date, uuid) SET enable_seqscan = off;
"""
ALIKE = migrations.RunSQL.noop
"""Functions that do the same as before with less work fit the tables of before as well."""


class Migration(migrations.Migration):
    dependencies = [("books", "0013_unit_interest")]
    operations = [
        migrations.RunSQL(guard.DROP_POSTINGS, guard.POSTINGS),
        migrations.RemoveConstraint("posting", "posting_is_posted"),
        migrations.RemoveField("posting", "posted"),
        migrations.RemoveConstraint("voucher", "voucher_posted_on"),
        migrations.AlterField(
            "posting",
            "account",
            models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=models.PROTECT,
                related_name="+",
                to="books.account",
            ),
        ),
        migrations.RunSQL(POSTINGS, DROP_POSTINGS),
        migrations.RunSQL(DROP_AT_HAND, posting.AT_HAND),
        migrations.RunSQL(AT_HAND, DROP_AT_HAND),
        migrations.RunSQL(POST, POST_BEFORE),
        migrations.RunSQL(COUNTING + FLOOR + ONCE, ALIKE),
        migrations.RunSQL(BY_KEY, BY_KEY.replace("SET enable_seqscan = off", "RESET enable_seqscan")),
    ]
