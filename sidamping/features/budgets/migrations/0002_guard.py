"""An approved budget is final: neither it nor any of its lines changes, whoever writes."""

from django.db import migrations

GUARD = """
CREATE FUNCTION budgets_budget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.approved_at IS NOT NULL THEN
        RAISE EXCEPTION 'BUDGETS %: approved, it changes no more', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'budget_final';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER budget_final BEFORE UPDATE OR DELETE ON budgets_budget
    FOR EACH ROW EXECUTE FUNCTION budgets_budget();
CREATE TRIGGER budget_kept BEFORE TRUNCATE ON budgets_budget
    FOR EACH STATEMENT EXECUTE FUNCTION sidamping_refuse_change();

CREATE FUNCTION budgets_line() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    done timestamptz;
BEGIN
    -- Whoever approves the budget updates its row: it waits for us, or we see it approved.
    SELECT approved_at INTO done FROM budgets_budget
    WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.budget_id ELSE NEW.budget_id END FOR SHARE;
    IF done IS NOT NULL OR (TG_OP = 'UPDATE' AND NEW.budget_id <> OLD.budget_id) THEN
        RAISE EXCEPTION 'BUDGETS: the lines of an approved budget stay as they are'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'budget_line_final';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER budget_line_final BEFORE INSERT OR UPDATE OR DELETE ON budgets_budgetline
    FOR EACH ROW EXECUTE FUNCTION budgets_line();
CREATE TRIGGER budget_line_kept BEFORE TRUNCATE ON budgets_budgetline
    FOR EACH STATEMENT EXECUTE FUNCTION sidamping_refuse_change();
"""
DROP = """
DROP TRIGGER budget_line_final ON budgets_budgetline;
DROP TRIGGER budget_line_kept ON budgets_budgetline;
DROP FUNCTION budgets_line();
DROP TRIGGER budget_final ON budgets_budget;
DROP TRIGGER budget_kept ON budgets_budget;
DROP FUNCTION budgets_budget();
"""


class Migration(migrations.Migration):
    dependencies = [("budgets", "0001_initial"), ("database", "0001_extensions")]

    operations = [migrations.RunSQL(GUARD, DROP)]
