"""The ledger guard: what would break a book is refused by the database itself, through raw SQL too (decision 0019).

The checks run once per statement, so that an import of thousands of vouchers is checked as fast as it is written.
What looks up rows stands in LATERAL: a plan made for an import must never make a single voucher read a whole table.
"""

from django.db import migrations

from sidamping.platform.database.seals import seal

GATE = """
CREATE FUNCTION books_gate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    seen record;
BEGIN
    IF NOT EXISTS (SELECT FROM after_rows WHERE posted) THEN
        RETURN NULL;
    END IF;
    PERFORM books_read_committed();
    -- Whoever closes the month updates this row: it waits for us, or we see it closed.
    SELECT m.id, m.month INTO seen
        FROM (SELECT book_id, date_trunc('month', day)::date AS month, min(id::text) AS id
            FROM after_rows WHERE posted GROUP BY 1, 2 ORDER BY 1, 2) m
        LEFT JOIN LATERAL (SELECT p.closed_at IS NULL AS open FROM books_period p
            WHERE p.book_id = m.book_id AND p.month = m.month FOR SHARE) p ON true
        WHERE p.open IS DISTINCT FROM TRUE LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'BOOKS voucher %: month % is not open', seen.id, seen.month
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_month_open';
    END IF;
    SELECT v.id, p.lines, p.apart INTO seen FROM after_rows v, LATERAL (
            SELECT count(*) AS lines, sum(p.amount) AS apart, bool_or(p.day <> v.day) AS elsewhere
            FROM books_posting p WHERE p.voucher_id = v.id) p
        WHERE v.posted AND (p.lines < 2 OR p.apart <> 0 OR p.elsewhere) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'BOOKS voucher %: % lines, debit and credit % apart, or a line of another day',
            seen.id, seen.lines, seen.apart USING ERRCODE = 'check_violation', CONSTRAINT = 'books_balanced';
    END IF;
    PERFORM books_check_reversal(v.id, v.book_id, v.day, v.reverses_id)
        FROM after_rows v WHERE v.posted AND v.reverses_id IS NOT NULL;
    PERFORM books_count_on(book_id, kind, year, count(DISTINCT number), min(number), max(number))
        FROM (SELECT *, extract(year FROM day)::int AS year FROM after_rows WHERE posted) v
        GROUP BY book_id, kind, year ORDER BY book_id, kind, year;
    RETURN NULL;
END $$;

CREATE FUNCTION books_read_committed() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- An older snapshot would not see a line or a closing that was committed while we waited for its lock.
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'BOOKS posting and closing need READ COMMITTED'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_read_committed';
    END IF;
END $$;

CREATE FUNCTION books_check_reversal(voucher uuid, book uuid, on_day date, original uuid) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM books_voucher o WHERE o.id = original AND o.book_id = book AND o.posted
            AND o.nature <> 'reversing' AND o.day <= on_day)
       OR EXISTS (SELECT FROM (SELECT * FROM books_posting WHERE voucher_id = original) o
            FULL JOIN (SELECT * FROM books_posting WHERE voucher_id = voucher) r ON r.ordinal = o.ordinal
            WHERE (o.account_id, o.member_id, -o.amount) IS DISTINCT FROM (r.account_id, r.member_id, r.amount)) THEN
        RAISE EXCEPTION 'BOOKS voucher %: does not mirror %', voucher, original
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_mirrored';
    END IF;
END $$;

CREATE FUNCTION books_count_on(book uuid, of_kind text, of_year int, many bigint, lowest bigint, highest bigint)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    reached bigint;
BEGIN
    INSERT INTO books_series (book_id, kind, year, last) VALUES (book, of_kind, of_year, 0) ON CONFLICT DO NOTHING;
    SELECT last INTO reached FROM books_series
        WHERE book_id = book AND kind = of_kind AND year = of_year FOR UPDATE;
    IF lowest <> reached + 1 OR highest <> reached + many THEN
        RAISE EXCEPTION 'BOOKS %-%: numbers % to % do not follow %', of_kind, of_year, lowest, highest, reached
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_no_gap';
    END IF;
    UPDATE books_series SET last = highest WHERE book_id = book AND kind = of_kind AND year = of_year;
END $$;

CREATE TRIGGER books_voucher_gate AFTER UPDATE ON books_voucher
    REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION books_gate();
"""

VOUCHERS = """
CREATE FUNCTION books_only_drafts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'BOOKS a voucher begins as a draft'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'books_draft_first';
END $$;

CREATE TRIGGER books_voucher_drafted BEFORE INSERT ON books_voucher
    FOR EACH ROW WHEN (NEW.posted) EXECUTE FUNCTION books_only_drafts();
CREATE TRIGGER books_voucher_frozen BEFORE UPDATE ON books_voucher
    FOR EACH ROW WHEN (OLD.posted OR OLD.id <> NEW.id OR OLD.book_id <> NEW.book_id)
    EXECUTE FUNCTION sidamping_refuse_change();
CREATE TRIGGER books_voucher_undeleted BEFORE DELETE ON books_voucher
    FOR EACH ROW WHEN (OLD.posted) EXECUTE FUNCTION sidamping_refuse_change();
CREATE TRIGGER books_voucher_kept BEFORE TRUNCATE ON books_voucher
    FOR EACH STATEMENT EXECUTE FUNCTION sidamping_refuse_change();
"""

POSTINGS = """
ALTER TABLE books_posting ADD CONSTRAINT books_of_a_posted_voucher
    FOREIGN KEY (voucher_id, day, posted) REFERENCES books_voucher (id, day, posted) DEFERRABLE INITIALLY DEFERRED;

CREATE FUNCTION books_lines() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    seen record;
BEGIN
    -- FOR KEY SHARE would let a line in beside a posting that is under way: one of both must wait for the other.
    SELECT n.id INTO seen FROM (SELECT DISTINCT voucher_id AS id FROM new_rows ORDER BY 1) n
        LEFT JOIN LATERAL (SELECT v.posted FROM books_voucher v WHERE v.id = n.id FOR SHARE) v ON true
        WHERE v.posted IS DISTINCT FROM FALSE LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'BOOKS voucher %: posted or unknown, takes no more lines', seen.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_frozen';
    END IF;
    SELECT n.voucher_id, n.account_id INTO seen FROM new_rows n
        LEFT JOIN LATERAL (SELECT a.book_id, NOT a.per_member OR n.member_id IS NOT NULL AS fits
            FROM books_account a WHERE a.id = n.account_id AND NOT a.header OFFSET 0) a ON true
        LEFT JOIN LATERAL (SELECT v.book_id FROM books_voucher v WHERE v.id = n.voucher_id OFFSET 0) v ON true
        WHERE a.fits IS DISTINCT FROM TRUE OR a.book_id <> v.book_id LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'BOOKS voucher %: account of another book, a heading, or a member is missing (%)',
            seen.voucher_id, seen.account_id USING ERRCODE = 'check_violation', CONSTRAINT = 'books_account_fits';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER books_posting_gate AFTER INSERT ON books_posting
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION books_lines();
"""

PERIODS = """
CREATE FUNCTION books_month() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    before date := NEW.month - interval '1 month';
    opening date := (SELECT starts FROM books_book WHERE id = NEW.book_id);
BEGIN
    IF TG_OP = 'INSERT' AND (NEW.closed_at IS NOT NULL OR NEW.month < opening OR (NEW.month > opening
            AND NOT EXISTS (SELECT FROM books_period WHERE book_id = NEW.book_id AND month = before))) THEN
        RAISE EXCEPTION 'BOOKS month %: months begin open and follow each other from %', NEW.month, opening
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_months_follow';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        PERFORM books_read_committed();
        IF EXISTS (SELECT FROM books_period WHERE book_id = NEW.book_id AND month = before AND closed_at IS NULL) THEN
            RAISE EXCEPTION 'BOOKS month %: the month before is still open', NEW.month
                USING ERRCODE = 'check_violation', CONSTRAINT = 'books_closed_in_order';
        END IF;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER books_period_follows BEFORE INSERT OR UPDATE ON books_period
    FOR EACH ROW EXECUTE FUNCTION books_month();
CREATE TRIGGER books_period_closed BEFORE UPDATE ON books_period
    FOR EACH ROW
    WHEN (OLD.closed_at IS NOT NULL OR (OLD.id, OLD.book_id, OLD.month) <> (NEW.id, NEW.book_id, NEW.month))
    EXECUTE FUNCTION sidamping_refuse_change();
CREATE TRIGGER books_period_undeleted BEFORE DELETE ON books_period
    FOR EACH ROW EXECUTE FUNCTION sidamping_refuse_change();
CREATE TRIGGER books_period_kept BEFORE TRUNCATE ON books_period
    FOR EACH STATEMENT EXECUTE FUNCTION sidamping_refuse_change();
"""

SERIES = """
CREATE FUNCTION books_counting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' AND NEW.last = 0 OR TG_OP = 'UPDATE' AND pg_trigger_depth() > 1 THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'BOOKS numbers are counted by the gate alone'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'books_no_gap';
END $$;

CREATE TRIGGER books_series_counted BEFORE INSERT OR UPDATE OR DELETE ON books_series
    FOR EACH ROW EXECUTE FUNCTION books_counting();
CREATE TRIGGER books_series_kept BEFORE TRUNCATE ON books_series
    FOR EACH STATEMENT EXECUTE FUNCTION sidamping_refuse_change();
"""

DROP_GATE = """
DROP TRIGGER books_voucher_gate ON books_voucher;
DROP FUNCTION books_gate(), books_read_committed(), books_check_reversal(uuid, uuid, date, uuid),
    books_count_on(uuid, text, int, bigint, bigint, bigint);
"""
DROP_VOUCHERS = """
DROP TRIGGER books_voucher_drafted ON books_voucher;
DROP TRIGGER books_voucher_frozen ON books_voucher;
DROP TRIGGER books_voucher_undeleted ON books_voucher;
DROP TRIGGER books_voucher_kept ON books_voucher;
DROP FUNCTION books_only_drafts();
"""
DROP_POSTINGS = """
DROP TRIGGER books_posting_gate ON books_posting;
DROP FUNCTION books_lines();
ALTER TABLE books_posting DROP CONSTRAINT books_of_a_posted_voucher;
"""
DROP_PERIODS = """
DROP TRIGGER books_period_follows ON books_period;
DROP TRIGGER books_period_closed ON books_period;
DROP TRIGGER books_period_undeleted ON books_period;
DROP TRIGGER books_period_kept ON books_period;
DROP FUNCTION books_month();
"""
DROP_SERIES = """
DROP TRIGGER books_series_counted ON books_series;
DROP TRIGGER books_series_kept ON books_series;
DROP FUNCTION books_counting();
"""


class Migration(migrations.Migration):
    dependencies = [("books", "0001_initial"), ("database", "0001_extensions")]
    operations = [
        seal("books_book"),
        seal("books_account"),
        seal("books_posting"),
        migrations.RunSQL(PERIODS, DROP_PERIODS),
        migrations.RunSQL(VOUCHERS, DROP_VOUCHERS),
        migrations.RunSQL(POSTINGS, DROP_POSTINGS),
        migrations.RunSQL(SERIES, DROP_SERIES),
        migrations.RunSQL(GATE, DROP_GATE),
    ]
