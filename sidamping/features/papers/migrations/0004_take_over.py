"""A draft that was never handed in may pass to the mentor who follows; a numbered paper keeps its mentor for ever."""

from django.db import migrations

SEAL = """
DROP TRIGGER papers_paper_sealed ON papers_paper;
CREATE TRIGGER papers_paper_sealed BEFORE UPDATE ON papers_paper
    FOR EACH ROW WHEN ({changed}) EXECUTE FUNCTION sidamping_refuse_change();
"""
BUT_NUMBER = "to_jsonb(OLD) - 'number' IS DISTINCT FROM to_jsonb(NEW) - 'number'"
BUT_NUMBER_AND_MENTOR_OF_A_DRAFT = """
    to_jsonb(OLD) - 'number' - 'mentor_id' IS DISTINCT FROM to_jsonb(NEW) - 'number' - 'mentor_id'
    OR (OLD.mentor_id IS DISTINCT FROM NEW.mentor_id AND (OLD.number IS NOT NULL OR NEW.number IS NOT NULL))
"""


class Migration(migrations.Migration):
    dependencies = [("papers", "0003_act_signed_on")]
    operations = [
        migrations.RunSQL(SEAL.format(changed=BUT_NUMBER_AND_MENTOR_OF_A_DRAFT), SEAL.format(changed=BUT_NUMBER))
    ]
