"""A draft that credits interest, opens a deposit or pays one back stays as it was made: it is posted or deleted."""

from django.db import migrations

DRAFTS = """
CREATE FUNCTION savings_draft_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM savings_run WHERE voucher = OLD.id AND undone_at IS NULL)
            OR EXISTS (SELECT FROM savings_deposit WHERE voucher = OLD.id)
            OR EXISTS (SELECT FROM savings_payout WHERE voucher = OLD.id) THEN
        RAISE EXCEPTION 'SAVINGS voucher %: what members were told rests on it as it is', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_draft_bound';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER savings_voucher_kept BEFORE UPDATE ON books_voucher FOR EACH ROW
    WHEN ((OLD.lines, OLD.day, OLD.kind, OLD.nature) IS DISTINCT FROM (NEW.lines, NEW.day, NEW.kind, NEW.nature))
    EXECUTE FUNCTION savings_draft_kept();
"""
DROP_DRAFTS = "DROP TRIGGER savings_voucher_kept ON books_voucher; DROP FUNCTION savings_draft_kept();"


class Migration(migrations.Migration):
    dependencies = [("savings", "0003_bound"), ("books", "0012_once")]
    operations = [migrations.RunSQL(DRAFTS, DROP_DRAFTS)]
