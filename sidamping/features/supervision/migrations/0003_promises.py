"""The database refuses a sanction before the day that the last warning promised, and an answer after the closing."""

from django.db import migrations

GUARD = """
CREATE FUNCTION supervision_promise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM supervision_sanction
        WHERE examination_id = NEW.examination_id AND lifted_at IS NULL AND until >= NEW."on";
    IF FOUND THEN
        PERFORM supervision_refuse('the last warning gives time until later', 'sanction_after_its_promise');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER sanction_promise BEFORE INSERT ON supervision_sanction
    FOR EACH ROW EXECUTE FUNCTION supervision_promise();

CREATE FUNCTION supervision_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM supervision_examination e JOIN supervision_finding f ON f.examination_id = e.id
        WHERE f.id = NEW.finding_id AND e.closed_at IS NULL FOR UPDATE OF e;
    IF NOT FOUND THEN
        PERFORM supervision_refuse('the examination is closed', 'answer_before_the_closing');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER answer_while_open BEFORE INSERT ON supervision_answer
    FOR EACH ROW EXECUTE FUNCTION supervision_open();
"""
DROP = """
DROP TRIGGER answer_while_open ON supervision_answer;
DROP TRIGGER sanction_promise ON supervision_sanction;
DROP FUNCTION supervision_open(), supervision_promise();
"""


class Migration(migrations.Migration):
    dependencies = [("supervision", "0002_guard")]

    operations = [migrations.RunSQL(GUARD, DROP)]
