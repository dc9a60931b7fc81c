"""A round may name the mentoring it is for: that of its party, or one its mentor carries or carried."""

import django.db.models.deletion
from django.db import migrations, models

GATE = """
CREATE FUNCTION assessments_mentoring_gate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.engagement_id IS NULL THEN RETURN NEW; END IF;
    IF NEW.party_id IS NOT NULL AND EXISTS (
        SELECT 1 FROM programmes_engagement WHERE id = NEW.engagement_id AND mentee_id = NEW.party_id
    ) THEN RETURN NEW; END IF;
    IF NEW.mentor_id IS NOT NULL AND EXISTS (
        SELECT 1 FROM programmes_assignment WHERE engagement_id = NEW.engagement_id AND mentor_id = NEW.mentor_id
    ) THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'ASSESSMENT: the mentoring belongs to another' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER assessments_mentoring_gate BEFORE INSERT ON assessments_assessment
    FOR EACH ROW EXECUTE FUNCTION assessments_mentoring_gate();
"""
UNDO = """
DROP TRIGGER assessments_mentoring_gate ON assessments_assessment;
DROP FUNCTION assessments_mentoring_gate();
"""


class Migration(migrations.Migration):
    dependencies = [("assessments", "0005_outside_once"), ("programmes", "0007_public_steps")]

    operations = [
        migrations.AddField(
            model_name="assessment",
            name="engagement",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="programmes.engagement",
            ),
        ),
        migrations.RunSQL(GATE, UNDO),
    ]
