"""The database refuses in budgets what code refuses: sums beyond reason, foreign accounts, accounts told twice."""

from django.db import migrations

from sidamping.domain.figures import MOST

SUM = f"""
ALTER TABLE budgets_budgetline ADD CONSTRAINT budget_line_sum
    CHECK (quantity::numeric * price <= {MOST}::numeric * 1000)
"""
DROP_SUM = "ALTER TABLE budgets_budgetline DROP CONSTRAINT budget_line_sum"

ACCOUNTS = """
CREATE FUNCTION budgets_accounts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    seen record;
BEGIN
    -- One line at a time: of two that take the same account, the second sees the first.
    PERFORM FROM budgets_budget WHERE id = NEW.budget_id FOR UPDATE;
    SELECT told.code INTO seen FROM jsonb_array_elements_text(NEW.accounts) AS told(code) WHERE NOT EXISTS (
        SELECT FROM books_account a JOIN budgets_budget b ON b.book_id = a.book_id
        WHERE b.id = NEW.budget_id AND a.code = told.code AND NOT a.header) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'BUDGETS line %: account % is none of its book', NEW.id, seen.code
            USING ERRCODE = 'check_violation', CONSTRAINT = 'budget_line_account';
    END IF;
    IF EXISTS (SELECT FROM budgets_budgetline l WHERE l.budget_id = NEW.budget_id AND l.id <> NEW.id
            AND l.direction = NEW.direction
            AND l.accounts ?| ARRAY(SELECT jsonb_array_elements_text(NEW.accounts))) THEN
        RAISE EXCEPTION 'BUDGETS line %: another line has its account', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'budget_account_once';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER budget_line_realised BEFORE INSERT OR UPDATE ON budgets_budgetline
    FOR EACH ROW EXECUTE FUNCTION budgets_accounts();

CREATE FUNCTION budgets_approved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM budgets_budgetline WHERE budget_id = NEW.id) THEN
        RAISE EXCEPTION 'BUDGETS %: no line to approve', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'budget_not_empty';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER budget_filled BEFORE UPDATE ON budgets_budget
    FOR EACH ROW WHEN (NEW.approved_at IS NOT NULL) EXECUTE FUNCTION budgets_approved();
"""
DROP_ACCOUNTS = """
DROP TRIGGER budget_line_realised ON budgets_budgetline;
DROP TRIGGER budget_filled ON budgets_budget;
DROP FUNCTION budgets_accounts(), budgets_approved();
"""


class Migration(migrations.Migration):
    dependencies = [("budgets", "0002_guard"), ("books", "0009_floor")]
    operations = [migrations.RunSQL(SUM, DROP_SUM), migrations.RunSQL(ACCOUNTS, DROP_ACCOUNTS)]
