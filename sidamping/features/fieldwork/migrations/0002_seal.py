"""Visits, presences, observations, alternatives, choices, outcomes and evaluations are append-only.

A choice needs at least two alternatives of its own problem (A5), whoever writes it.
"""

from django.db import migrations

from sidamping.platform.database.seals import seal, seal_except

CHOICE_GATE = """
CREATE FUNCTION fieldwork_choice_gate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT count(*) FROM fieldwork_alternative WHERE problem_id = NEW.problem_id) < 2 THEN
        RAISE EXCEPTION 'CHOICE: fewer than two alternatives' USING ERRCODE = 'check_violation';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM fieldwork_alternative WHERE id = NEW.alternative_id AND problem_id = NEW.problem_id
    ) THEN
        RAISE EXCEPTION 'CHOICE: alternative of another problem' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER fieldwork_choice_gate BEFORE INSERT ON fieldwork_choice
    FOR EACH ROW EXECUTE FUNCTION fieldwork_choice_gate();
"""
UNDO = "DROP TRIGGER fieldwork_choice_gate ON fieldwork_choice; DROP FUNCTION fieldwork_choice_gate();"


class Migration(migrations.Migration):
    dependencies = [("fieldwork", "0001_initial"), ("database", "0001_extensions")]
    operations = [
        seal("fieldwork_visit"),
        seal_except("fieldwork_visitrevision", "superseded_at"),
        seal("fieldwork_presence"),
        seal("fieldwork_observation"),
        seal("fieldwork_alternative"),
        seal("fieldwork_choice"),
        seal("fieldwork_outcome"),
        seal("fieldwork_jointevaluation"),
        seal_except("fieldwork_followup", "closed_on", "closed_note"),
        migrations.RunSQL(CHOICE_GATE, UNDO),
    ]
