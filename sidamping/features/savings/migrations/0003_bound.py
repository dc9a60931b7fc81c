"""Runs, deposits and payouts are bound to vouchers of their own book, credits to members and deposits that are theirs.

A row is written after its voucher.
"""

from django.db import migrations

VOUCHERS = """
CREATE FUNCTION savings_voucher_of_book() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    book uuid;
BEGIN
    IF TG_TABLE_NAME = 'savings_payout' THEN
        SELECT d.book_id INTO book FROM savings_deposit d WHERE d.id = NEW.deposit_id AND d.opened <= NEW.day;
    ELSE
        book := NEW.book_id;
    END IF;
    IF NOT EXISTS (SELECT FROM books_voucher v WHERE v.id = NEW.voucher AND v.book_id = book) THEN
        RAISE EXCEPTION 'SAVINGS %: no voucher % of its book', NEW.id, NEW.voucher
            USING ERRCODE = 'check_violation', CONSTRAINT = 'savings_voucher_of_book';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER savings_run_voucher BEFORE INSERT ON savings_run
    FOR EACH ROW EXECUTE FUNCTION savings_voucher_of_book();
CREATE TRIGGER savings_deposit_voucher BEFORE INSERT ON savings_deposit
    FOR EACH ROW EXECUTE FUNCTION savings_voucher_of_book();
CREATE TRIGGER savings_payout_voucher BEFORE INSERT ON savings_payout
    FOR EACH ROW EXECUTE FUNCTION savings_voucher_of_book();
"""
DROP_VOUCHERS = """
DROP TRIGGER savings_run_voucher ON savings_run;
DROP TRIGGER savings_deposit_voucher ON savings_deposit;
DROP TRIGGER savings_payout_voucher ON savings_payout;
DROP FUNCTION savings_voucher_of_book();
"""

MEMBERS = """
CREATE FUNCTION savings_deposit_of_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM books_member m WHERE m.book_id = NEW.book_id AND m.party_id = NEW.member_id
            AND m.joined <= NEW.opened AND (m.left IS NULL OR m.left >= NEW.opened)) THEN
        RAISE EXCEPTION 'SAVINGS deposit %: its owner is no member on %', NEW.id, NEW.opened
            USING ERRCODE = 'check_violation', CONSTRAINT = 'savings_of_a_member';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER savings_deposit_member BEFORE INSERT ON savings_deposit
    FOR EACH ROW EXECUTE FUNCTION savings_deposit_of_member();

CREATE FUNCTION savings_credit_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    seen record;
BEGIN
    SELECT n.id INTO seen FROM new_rows n JOIN savings_run r ON r.id = n.run_id
        WHERE NOT EXISTS (SELECT FROM books_member m WHERE m.book_id = r.book_id AND m.party_id = n.member_id)
            OR n.deposit_id IS NOT NULL AND NOT EXISTS (SELECT FROM savings_deposit d
                WHERE d.id = n.deposit_id AND d.member_id = n.member_id AND d.product_id = r.product_id) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'SAVINGS credit %: of nobody in the register, or of another deposit', seen.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'savings_credit_fits';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER savings_credited_fits AFTER INSERT ON savings_credited
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION savings_credit_fits();
"""
DROP_MEMBERS = """
DROP TRIGGER savings_deposit_member ON savings_deposit;
DROP TRIGGER savings_credited_fits ON savings_credited;
DROP FUNCTION savings_deposit_of_member(), savings_credit_fits();
"""


class Migration(migrations.Migration):
    dependencies = [("savings", "0002_seal"), ("books", "0009_floor")]
    operations = [migrations.RunSQL(VOUCHERS, DROP_VOUCHERS), migrations.RunSQL(MEMBERS, DROP_MEMBERS)]
