"""A discarded draft of a loan or of provisions does not come back with other lines."""

from django.db import migrations

DRAFTS = """
CREATE FUNCTION loans_draft_unmade() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    seen uuid;
BEGIN
    SELECT n.id INTO seen FROM new_rows n WHERE EXISTS (SELECT FROM loans_event WHERE voucher = n.id)
            OR EXISTS (SELECT FROM loans_provision WHERE voucher = n.id) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'LOANS voucher %: the loan knows its draft as discarded', seen
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_draft_bound';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER loans_voucher_unmade AFTER INSERT ON books_voucher
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION loans_draft_unmade();
"""
DROP_DRAFTS = "DROP TRIGGER loans_voucher_unmade ON books_voucher; DROP FUNCTION loans_draft_unmade();"


class Migration(migrations.Migration):
    dependencies = [("loans", "0004_proposals"), ("books", "0012_once")]
    operations = [migrations.RunSQL(DRAFTS, DROP_DRAFTS)]
