"""What a path and a mentoring run on never changes: subject, programme, pinned version; a person is named once."""

from django.db import migrations

from sidamping.platform.database.seals import set_once

FIXED = """
CREATE TRIGGER programmes_path_fixed BEFORE UPDATE ON programmes_path FOR EACH ROW
    WHEN ((OLD.id, OLD.subject, OLD.programme, OLD.pinned, OLD.cohort_id, OLD.starts)
        IS DISTINCT FROM (NEW.id, NEW.subject, NEW.programme, NEW.pinned, NEW.cohort_id, NEW.starts))
    EXECUTE FUNCTION sidamping_refuse_change();
CREATE TRIGGER programmes_engagement_fixed BEFORE UPDATE ON programmes_engagement FOR EACH ROW
    WHEN ((OLD.id, OLD.path_id, OLD.programme, OLD.pinned, OLD.mentee_id)
        IS DISTINCT FROM (NEW.id, NEW.path_id, NEW.programme, NEW.pinned, NEW.mentee_id))
    EXECUTE FUNCTION sidamping_refuse_change();
CREATE TRIGGER programmes_cohort_fixed BEFORE UPDATE ON programmes_cohort FOR EACH ROW
    WHEN ((OLD.id, OLD.path_id, OLD.programme) IS DISTINCT FROM (NEW.id, NEW.path_id, NEW.programme))
    EXECUTE FUNCTION sidamping_refuse_change();
"""
UNDO = """
DROP TRIGGER programmes_cohort_fixed ON programmes_cohort;
DROP TRIGGER programmes_engagement_fixed ON programmes_engagement;
DROP TRIGGER programmes_path_fixed ON programmes_path;
"""


class Migration(migrations.Migration):
    dependencies = [("programmes", "0007_public_steps"), ("database", "0001_extensions")]
    operations = [migrations.RunSQL(FIXED, UNDO), set_once("programmes_path", "person_id")]
