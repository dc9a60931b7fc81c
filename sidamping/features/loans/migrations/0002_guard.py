"""What would break the register of loans is refused by the database itself, through raw SQL too."""

from django.db import migrations

from sidamping.platform.database.seals import seal, seal_except, set_once

DECISIONS = """
CREATE FUNCTION loans_second_person() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    asked record;
BEGIN
    SELECT made_by_id, amount INTO asked FROM loans_application WHERE id = NEW.application_id FOR SHARE;
    IF NEW.outcome <> 'withdrawn' AND NEW.by_id = asked.made_by_id THEN
        RAISE EXCEPTION 'LOANS application %: decided by who wrote it', NEW.application_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'loans_second_person';
    END IF;
    IF NEW.amount > asked.amount THEN
        RAISE EXCEPTION 'LOANS application %: more than was asked for', NEW.application_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'loans_no_more_than_asked';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER loans_decision_by_another BEFORE INSERT ON loans_decision
    FOR EACH ROW EXECUTE FUNCTION loans_second_person();

CREATE FUNCTION loans_another_waives() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.by_id = (SELECT made_by_id FROM loans_application WHERE id = NEW.application_id) THEN
        RAISE EXCEPTION 'LOANS application %: waived by who wrote it', NEW.application_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'loans_another_waives';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER loans_waiver_by_another BEFORE INSERT ON loans_waiver
    FOR EACH ROW EXECUTE FUNCTION loans_another_waives();
"""
DROP_DECISIONS = """
DROP TRIGGER loans_decision_by_another ON loans_decision;
DROP TRIGGER loans_waiver_by_another ON loans_waiver;
DROP FUNCTION loans_second_person(), loans_another_waives();
"""

LOANS = """
CREATE FUNCTION loans_only_approved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.application_id IS NOT NULL AND NOT EXISTS (
            SELECT FROM loans_application a JOIN loans_decision d ON d.application_id = a.id
            WHERE a.id = NEW.application_id AND d.outcome = 'approved' AND a.book_id = NEW.book_id
                AND a.member_id = NEW.member_id) THEN
        RAISE EXCEPTION 'LOANS loan %: its application is not approved', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'loans_only_approved';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER loans_loan_approved BEFORE INSERT ON loans_loan
    FOR EACH ROW EXECUTE FUNCTION loans_only_approved();

CREATE FUNCTION loans_plan_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM loans_loan WHERE id = NEW.loan_id FOR UPDATE;
    IF NEW.number <> 1 + (SELECT count(*) FROM loans_plan WHERE loan_id = NEW.loan_id) THEN
        RAISE EXCEPTION 'LOANS loan %: schedule % does not follow', NEW.loan_id, NEW.number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'loans_plans_follow';
    END IF;
    IF NEW.principal <> (SELECT sum((row->>0)::bigint) FROM jsonb_array_elements(NEW.rows) row)
            OR EXISTS (SELECT FROM jsonb_array_elements(NEW.rows) row
                WHERE (row->>0)::bigint < 0 OR (row->>1)::bigint < 0) THEN
        RAISE EXCEPTION 'LOANS loan %: the instalments do not add up to %', NEW.loan_id, NEW.principal
            USING ERRCODE = 'check_violation', CONSTRAINT = 'loans_plan_adds_up';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER loans_plan_whole BEFORE INSERT ON loans_plan
    FOR EACH ROW EXECUTE FUNCTION loans_plan_adds_up();
"""
DROP_LOANS = """
DROP TRIGGER loans_loan_approved ON loans_loan;
DROP TRIGGER loans_plan_whole ON loans_plan;
DROP FUNCTION loans_only_approved(), loans_plan_adds_up();
"""

EVENTS = """
CREATE FUNCTION loans_event_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held record;
BEGIN
    SELECT id, book_id, member_id INTO held FROM loans_loan WHERE id = NEW.loan_id FOR UPDATE;
    IF NEW.sequence <> 1 + (SELECT coalesce(max(sequence), 0) FROM loans_event WHERE loan_id = NEW.loan_id) THEN
        RAISE EXCEPTION 'LOANS loan %: event % does not follow', NEW.loan_id, NEW.sequence
            USING ERRCODE = 'check_violation', CONSTRAINT = 'loans_events_follow';
    END IF;
    IF NOT EXISTS (SELECT FROM books_voucher
            WHERE id = NEW.voucher AND book_id = held.book_id AND day >= NEW.day) THEN
        RAISE EXCEPTION 'LOANS loan %: no voucher % of its book from % on', NEW.loan_id, NEW.voucher, NEW.day
            USING ERRCODE = 'check_violation', CONSTRAINT = 'loans_event_has_voucher';
    END IF;
    IF EXISTS (SELECT FROM loans_event e JOIN loans_loan l ON l.id = e.loan_id
            WHERE e.voucher = NEW.voucher AND l.member_id = held.member_id) THEN
        RAISE EXCEPTION 'LOANS voucher %: moves another loan of the member', NEW.voucher
            USING ERRCODE = 'check_violation', CONSTRAINT = 'loans_voucher_once';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER loans_event_bound BEFORE INSERT ON loans_event
    FOR EACH ROW EXECUTE FUNCTION loans_event_fits();
"""
DROP_EVENTS = """
DROP TRIGGER loans_event_bound ON loans_event;
DROP FUNCTION loans_event_fits();
"""


class Migration(migrations.Migration):
    dependencies = [("loans", "0001_initial"), ("books", "0002_guard"), ("database", "0001_extensions")]
    operations = [
        seal("loans_product"),
        seal("loans_terms"),
        seal("loans_group"),
        seal_except("loans_groupmember", "until"),
        set_once("loans_groupmember", "until"),
        seal("loans_application"),
        seal("loans_waiver"),
        seal("loans_decision"),
        seal("loans_loan"),
        seal("loans_plan"),
        seal("loans_event"),
        seal("loans_provision"),
        migrations.RunSQL(DECISIONS, DROP_DECISIONS),
        migrations.RunSQL(LOANS, DROP_LOANS),
        migrations.RunSQL(EVENTS, DROP_EVENTS),
    ]
