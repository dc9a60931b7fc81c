"""A paper stands on record once among rows that none replaced, in any letters: the service's rule as a trigger."""

from django.db import migrations

ONCE = """
CREATE FUNCTION assessments_outside_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM parties_party WHERE id = NEW.party_id FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT 1 FROM assessments_outsideresult one
        WHERE one.party_id = NEW.party_id AND one.id IS DISTINCT FROM NEW.replaces_id
            AND upper(one.issuer) = upper(NEW.issuer) AND upper(one.number) = upper(NEW.number)
            AND NOT EXISTS (SELECT 1 FROM assessments_outsideresult later WHERE later.replaces_id = one.id)
    ) THEN
        RAISE EXCEPTION 'OUTSIDE: on record already' USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessments_outside_once BEFORE INSERT ON assessments_outsideresult
    FOR EACH ROW EXECUTE FUNCTION assessments_outside_once();
"""
UNDO = """
DROP TRIGGER assessments_outside_once ON assessments_outsideresult;
DROP FUNCTION assessments_outside_once();
"""


class Migration(migrations.Migration):
    dependencies = [("assessments", "0004_simulated")]
    operations = [
        migrations.RemoveConstraint(model_name="outsideresult", name="outside_result_once"),
        migrations.RunSQL(ONCE, UNDO),
    ]
