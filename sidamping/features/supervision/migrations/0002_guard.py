"""The database refuses what may not follow: findings after the report, answers before it, a sanction out of order.

A sanction is counted by the rule it carries: so many warnings that stand, so many days since the last (decision 0036).
"""

from django.db import migrations

from sidamping.platform.database.seals import seal, seal_except, set_once

GUARD = """
CREATE FUNCTION supervision_refuse(told text, broken text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'SUPERVISION: %', told USING ERRCODE = 'check_violation', CONSTRAINT = broken;
END $$;

CREATE FUNCTION supervision_finding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM supervision_examination WHERE id = NEW.examination_id AND letter_id IS NOT NULL FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM supervision_refuse('a finding without a letter of assignment', 'finding_after_the_assignment');
    END IF;
    IF EXISTS (SELECT FROM supervision_report WHERE examination_id = NEW.examination_id) THEN
        PERFORM supervision_refuse('the report is issued', 'finding_before_the_report');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER finding_in_time BEFORE INSERT OR UPDATE ON supervision_finding
    FOR EACH ROW EXECUTE FUNCTION supervision_finding();

CREATE FUNCTION supervision_team() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM supervision_examination WHERE id = NEW.examination_id AND letter_id IS NULL FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM supervision_refuse('the letter of assignment is issued', 'team_before_the_assignment');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER team_in_time BEFORE INSERT ON supervision_member
    FOR EACH ROW EXECUTE FUNCTION supervision_team();

CREATE FUNCTION supervision_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM supervision_finding f JOIN supervision_report r ON r.examination_id = f.examination_id
        WHERE f.id = NEW.finding_id AND f.struck_at IS NULL;
    IF NOT FOUND THEN
        PERFORM supervision_refuse('an answer before the report', 'answer_after_the_report');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER answer_in_time BEFORE INSERT ON supervision_answer
    FOR EACH ROW EXECUTE FUNCTION supervision_answer();

CREATE FUNCTION supervision_sanction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    warned integer;
    last date;
BEGIN
    PERFORM FROM supervision_examination e JOIN supervision_report r ON r.examination_id = e.id
        WHERE e.id = NEW.examination_id AND e.closed_at IS NULL FOR UPDATE OF e;
    IF NOT FOUND THEN
        PERFORM supervision_refuse('no report yet, or closed', 'sanction_after_the_report');
    END IF;
    SELECT count(*) FILTER (WHERE kind = 'warning'), max("on") INTO warned, last
        FROM supervision_sanction WHERE examination_id = NEW.examination_id AND lifted_at IS NULL;
    IF NEW.kind <> 'warning' AND warned < NEW.warnings THEN
        PERFORM supervision_refuse('written warnings come first', 'sanction_in_order');
    END IF;
    IF last IS NOT NULL AND NEW."on" < last + NEW.interval THEN
        PERFORM supervision_refuse('too soon after the last one', 'sanction_after_its_interval');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER sanction_in_order BEFORE INSERT ON supervision_sanction
    FOR EACH ROW EXECUTE FUNCTION supervision_sanction();
"""
DROP = """
DROP TRIGGER sanction_in_order ON supervision_sanction;
DROP TRIGGER answer_in_time ON supervision_answer;
DROP TRIGGER team_in_time ON supervision_member;
DROP TRIGGER finding_in_time ON supervision_finding;
DROP FUNCTION supervision_sanction(), supervision_answer(), supervision_team(), supervision_finding();
DROP FUNCTION supervision_refuse(text, text);
"""


class Migration(migrations.Migration):
    dependencies = [("supervision", "0001_initial"), ("database", "0001_extensions")]

    operations = [
        migrations.RunSQL(GUARD, DROP),
        seal_except("supervision_examination", "letter_id", "closed_at", "closed_by_id", "closed_why"),
        set_once("supervision_examination", "letter_id"),
        set_once("supervision_examination", "closed_at", "closed_by_id", "closed_why"),
        seal("supervision_member"),
        seal_except("supervision_finding", "struck_at", "struck_why"),
        set_once("supervision_finding", "struck_at", "struck_why"),
        seal("supervision_report"),
        seal("supervision_answer"),
        seal("supervision_verdict"),
        seal_except("supervision_sanction", "lifted_at", "lifted_by_id", "lifted_why"),
        set_once("supervision_sanction", "lifted_at", "lifted_by_id", "lifted_why"),
    ]
