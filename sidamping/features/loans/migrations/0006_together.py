"""One receipt over several loans of a member: allowed where its lines bear the numbers of theirs."""

from django.db import migrations

FITS = """
CREATE OR REPLACE FUNCTION loans_event_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held record;
BEGIN
    SELECT id, book_id, member_id, number, terms_id INTO held FROM loans_loan WHERE id = NEW.loan_id FOR UPDATE;
    IF NEW.sequence <> 1 + (SELECT coalesce(max(sequence), 0) FROM loans_event WHERE loan_id = NEW.loan_id) THEN
        RAISE EXCEPTION 'LOANS loan %%: event %% does not follow', NEW.loan_id, NEW.sequence
            USING ERRCODE = 'check_violation', CONSTRAINT = 'loans_events_follow';
    END IF;
    IF NOT EXISTS (SELECT FROM books_voucher
            WHERE id = NEW.voucher AND book_id = held.book_id AND day >= NEW.day) THEN
        RAISE EXCEPTION 'LOANS loan %%: no voucher %% of its book from %% on', NEW.loan_id, NEW.voucher, NEW.day
            USING ERRCODE = 'check_violation', CONSTRAINT = 'loans_event_has_voucher';
    END IF;
    IF EXISTS (SELECT FROM loans_event e JOIN loans_loan l ON l.id = e.loan_id
            WHERE e.voucher = NEW.voucher AND l.member_id = held.member_id)%s THEN
        RAISE EXCEPTION 'LOANS voucher %%: moves another loan of the member', NEW.voucher
            USING ERRCODE = 'check_violation', CONSTRAINT = 'loans_voucher_once';
    END IF;
    RETURN NEW;
END $$;
"""
NUMBERED = """
            AND NOT loans_lines_numbered(NEW.voucher, NEW.loan_id)"""
"""A voucher moves a second loan of a member only where its lines tell them apart."""

LINES = """
CREATE FUNCTION loans_lines_numbered(asked uuid, loan uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(bool_and(line->>'note' ~ '^PJ-[0-9]{4,}$'), false) AND coalesce(bool_or(
        line->>'note' = 'PJ-' || lpad(l.number::text, greatest(4, length(l.number::text)), '0')), false)
    FROM loans_loan l JOIN loans_terms t ON t.id = l.terms_id JOIN books_voucher v ON v.id = asked,
        jsonb_array_elements(v.lines) line
    WHERE l.id = loan AND line->>'member' = l.member_id::text
        AND line->>'account' IN (t.loans_account, t.interest_account, t.penalty_account)
$$;
"""
DROP_LINES = "DROP FUNCTION loans_lines_numbered(uuid, uuid);"


class Migration(migrations.Migration):
    dependencies = [("loans", "0005_drafts_again")]
    operations = [
        migrations.RunSQL(LINES, DROP_LINES),
        migrations.RunSQL(FITS % NUMBERED, FITS % ""),
    ]
