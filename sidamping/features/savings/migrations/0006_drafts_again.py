"""A discarded draft that credited interest, opened a deposit or paid one back does not come back with other lines."""

from django.db import migrations

DRAFTS = """
CREATE FUNCTION savings_draft_unmade() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    seen uuid;
BEGIN
    SELECT n.id INTO seen FROM new_rows n WHERE EXISTS (SELECT FROM savings_run WHERE voucher = n.id)
            OR EXISTS (SELECT FROM savings_deposit WHERE voucher = n.id)
            OR EXISTS (SELECT FROM savings_payout WHERE voucher = n.id) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'SAVINGS voucher %: what members were told went with the draft of this name', seen
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_draft_bound';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER savings_voucher_unmade AFTER INSERT ON books_voucher
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION savings_draft_unmade();
"""
DROP_DRAFTS = "DROP TRIGGER savings_voucher_unmade ON books_voucher; DROP FUNCTION savings_draft_unmade();"


class Migration(migrations.Migration):
    dependencies = [("savings", "0005_heirs"), ("books", "0012_once")]
    operations = [migrations.RunSQL(DRAFTS, DROP_DRAFTS)]
