"""Terms, groups, members and vouchers of a loan are those of its own book; nobody is in two groups at once."""

from django.db import migrations

BOOKS = """
CREATE FUNCTION loans_own_book() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM loans_terms t JOIN loans_product p ON p.id = t.product_id
                WHERE t.id = NEW.terms_id AND p.book_id = NEW.book_id)
            OR NOT EXISTS (SELECT FROM books_member m WHERE m.book_id = NEW.book_id AND m.party_id = NEW.member_id)
            OR NEW.group_id IS NOT NULL AND NOT EXISTS (SELECT FROM loans_group g
                WHERE g.id = NEW.group_id AND g.book_id = NEW.book_id) THEN
        RAISE EXCEPTION 'LOANS %: terms, member or group of another book', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'loans_own_book';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER loans_application_own BEFORE INSERT ON loans_application
    FOR EACH ROW EXECUTE FUNCTION loans_own_book();
CREATE TRIGGER loans_loan_own BEFORE INSERT ON loans_loan
    FOR EACH ROW EXECUTE FUNCTION loans_own_book();

CREATE FUNCTION loans_provision_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM books_voucher v WHERE v.id = NEW.voucher AND v.book_id = NEW.book_id) THEN
        RAISE EXCEPTION 'LOANS provision %: no voucher % of its book', NEW.id, NEW.voucher
            USING ERRCODE = 'check_violation', CONSTRAINT = 'loans_provision_voucher';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER loans_provision_bound BEFORE INSERT ON loans_provision
    FOR EACH ROW EXECUTE FUNCTION loans_provision_own();
"""
DROP_BOOKS = """
DROP TRIGGER loans_application_own ON loans_application;
DROP TRIGGER loans_loan_own ON loans_loan;
DROP TRIGGER loans_provision_bound ON loans_provision;
DROP FUNCTION loans_own_book(), loans_provision_own();
"""

GROUPS = """
CREATE FUNCTION loans_one_group() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    book uuid := (SELECT book_id FROM loans_group WHERE id = NEW.group_id);
BEGIN
    -- Two that join at once wait for each other here, and the second sees the first.
    PERFORM FROM loans_group WHERE book_id = book ORDER BY id FOR UPDATE;
    IF EXISTS (SELECT FROM loans_groupmember m JOIN loans_group g ON g.id = m.group_id
            WHERE g.book_id = book AND m.party_id = NEW.party_id AND m.until IS NULL) THEN
        RAISE EXCEPTION 'LOANS group %: % belongs to a group of this book already', NEW.group_id, NEW.party_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'loans_one_group';
    END IF;
    IF NOT EXISTS (SELECT FROM books_member m WHERE m.book_id = book AND m.party_id = NEW.party_id) THEN
        RAISE EXCEPTION 'LOANS group %: % is no member of the cooperative', NEW.group_id, NEW.party_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'loans_group_of_members';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER loans_groupmember_once BEFORE INSERT ON loans_groupmember
    FOR EACH ROW EXECUTE FUNCTION loans_one_group();
"""
DROP_GROUPS = "DROP TRIGGER loans_groupmember_once ON loans_groupmember; DROP FUNCTION loans_one_group();"


class Migration(migrations.Migration):
    dependencies = [("loans", "0002_guard"), ("books", "0009_floor")]
    operations = [migrations.RunSQL(BOOKS, DROP_BOOKS), migrations.RunSQL(GROUPS, DROP_GROUPS)]
