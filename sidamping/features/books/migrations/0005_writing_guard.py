"""Guards of what is written beside vouchers: proofs, reopened months, approved years, lines of bank statements.

A closed month opens again only with a reopening that two people signed, only while it is the last closed one, and never
once the annual meeting approved its year.
"""

from django.db import migrations

from sidamping.platform.database.seals import seal, seal_except, set_once

PROOFS = """
CREATE FUNCTION books_proof() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held books_proof := CASE TG_OP WHEN 'INSERT' THEN NEW ELSE OLD END;
    done boolean;
BEGIN
    -- Whoever posts the voucher updates this row: it waits for us, or we see it posted.
    SELECT v.posted INTO done FROM books_voucher v WHERE v.id = held.voucher_id FOR SHARE;
    IF done IS DISTINCT FROM FALSE OR TG_OP = 'UPDATE' THEN
        RAISE EXCEPTION 'BOOKS voucher %: its proofs stay as they were when it was posted', held.voucher_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_proof_frozen';
    END IF;
    RETURN held;
END $$;

CREATE TRIGGER books_proof_frozen BEFORE INSERT OR UPDATE OR DELETE ON books_proof
    FOR EACH ROW EXECUTE FUNCTION books_proof();
CREATE TRIGGER books_proof_kept BEFORE TRUNCATE ON books_proof
    FOR EACH STATEMENT EXECUTE FUNCTION sidamping_refuse_change();
"""
DROP_PROOFS = """
DROP TRIGGER books_proof_frozen ON books_proof;
DROP TRIGGER books_proof_kept ON books_proof;
DROP FUNCTION books_proof();
"""
REOPENING = """
DROP TRIGGER books_period_closed ON books_period;

CREATE FUNCTION books_reopen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.id, OLD.book_id, OLD.month) <> (NEW.id, NEW.book_id, NEW.month) OR NEW.closed_at IS NOT NULL THEN
        RAISE EXCEPTION 'SEALED UPDATE: a closed month is append-only' USING ERRCODE = 'restrict_violation';
    END IF;
    PERFORM books_read_committed();
    IF NOT EXISTS (SELECT FROM books_reopening r WHERE r.period_id = OLD.id AND r.closed_at = OLD.closed_at
            AND r.agreed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'SEALED UPDATE: month % is closed; two people reopen it', OLD.month
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_reopened_by_two';
    END IF;
    IF EXISTS (SELECT FROM books_period p WHERE p.book_id = OLD.book_id AND p.month > OLD.month
            AND p.closed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'BOOKS month %: a later one is closed', OLD.month
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_reopened_last';
    END IF;
    IF EXISTS (SELECT FROM books_yearapproval a WHERE a.book_id = OLD.book_id
            AND a.year = extract(year FROM OLD.month)) THEN
        RAISE EXCEPTION 'BOOKS month %: the annual meeting approved its year', OLD.month
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_reopened_before_approval';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER books_period_closed BEFORE UPDATE ON books_period
    FOR EACH ROW
    WHEN (OLD.closed_at IS NOT NULL OR (OLD.id, OLD.book_id, OLD.month) <> (NEW.id, NEW.book_id, NEW.month))
    EXECUTE FUNCTION books_reopen();

CREATE FUNCTION books_approve() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    done boolean;
BEGIN
    PERFORM books_read_committed();
    -- Whoever reopens the last month of the year updates this row: one of both waits for the other.
    SELECT p.closed_at IS NOT NULL INTO done FROM books_period p
        WHERE p.book_id = NEW.book_id AND p.month = make_date(NEW.year, 12, 1) FOR SHARE;
    IF done IS DISTINCT FROM TRUE THEN
        RAISE EXCEPTION 'BOOKS year %: not closed yet', NEW.year
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_approved_closed';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER books_yearapproval_closed BEFORE INSERT ON books_yearapproval
    FOR EACH ROW EXECUTE FUNCTION books_approve();
"""
DROP_REOPENING = """
DROP TRIGGER books_yearapproval_closed ON books_yearapproval;
DROP FUNCTION books_approve();
DROP TRIGGER books_period_closed ON books_period;
DROP FUNCTION books_reopen();
CREATE TRIGGER books_period_closed BEFORE UPDATE ON books_period
    FOR EACH ROW
    WHEN (OLD.closed_at IS NOT NULL OR (OLD.id, OLD.book_id, OLD.month) <> (NEW.id, NEW.book_id, NEW.month))
    EXECUTE FUNCTION sidamping_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("books", "0004_writing")]
    operations = [
        migrations.RunSQL(PROOFS, DROP_PROOFS),
        seal_except("books_reopening", "agreed_by_id", "agreed_at"),
        set_once("books_reopening", "agreed_at", "agreed_by_id"),
        seal("books_yearapproval"),
        seal_except("books_bankline", "voucher_id"),
        migrations.RunSQL(REOPENING, DROP_REOPENING),
    ]
