"""Rounds, results, acts, outside results, uploaded forms are append-only; a submitted filling and its evidence kept."""

from django.db import migrations

from sidamping.platform.database.seals import seal

FILLING_GATE = """
CREATE TRIGGER assessments_filling_sealed BEFORE UPDATE OR DELETE ON assessments_filling
    FOR EACH ROW WHEN (OLD.submitted_at IS NOT NULL) EXECUTE FUNCTION sidamping_refuse_change();
CREATE TRIGGER assessments_filling_kept BEFORE TRUNCATE ON assessments_filling
    FOR EACH STATEMENT EXECUTE FUNCTION sidamping_refuse_change();
CREATE FUNCTION assessments_evidence_gate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched uuid;
BEGIN
    IF TG_OP = 'INSERT' THEN touched := NEW.filling_id; ELSE touched := OLD.filling_id; END IF;
    IF TG_OP = 'UPDATE' THEN
        RAISE EXCEPTION 'EVIDENCE: never changed' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT 1 FROM assessments_filling WHERE id = touched AND submitted_at IS NOT NULL FOR SHARE) THEN
        RAISE EXCEPTION 'EVIDENCE: the filling is submitted' USING ERRCODE = 'check_violation';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER assessments_evidence_gate BEFORE INSERT OR UPDATE OR DELETE ON assessments_evidence
    FOR EACH ROW EXECUTE FUNCTION assessments_evidence_gate();
CREATE TRIGGER assessments_evidence_kept BEFORE TRUNCATE ON assessments_evidence
    FOR EACH STATEMENT EXECUTE FUNCTION sidamping_refuse_change();
"""
UNDO = """
DROP TRIGGER assessments_evidence_kept ON assessments_evidence;
DROP TRIGGER assessments_evidence_gate ON assessments_evidence;
DROP FUNCTION assessments_evidence_gate();
DROP TRIGGER assessments_filling_kept ON assessments_filling;
DROP TRIGGER assessments_filling_sealed ON assessments_filling;
"""


class Migration(migrations.Migration):
    dependencies = [("assessments", "0001_initial"), ("database", "0001_extensions")]
    operations = [
        seal("assessments_assessment"),
        seal("assessments_result"),
        seal("assessments_step"),
        seal("assessments_outsideresult"),
        seal("assessments_uploadedform"),
        migrations.RunSQL(FILLING_GATE, UNDO),
    ]
