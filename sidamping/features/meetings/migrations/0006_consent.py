"""Who agreed to deal with matters whose papers came late; items of the agenda that were not held, with their reason."""

import django.db.models.deletion
from django.db import migrations, models

IN_TIME = """
CREATE FUNCTION meetings_consent_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM meetings_meeting m JOIN meetings_elector e ON e.meeting_id = m.id
        WHERE e.id = CASE TG_OP WHEN 'DELETE' THEN OLD.elector_id ELSE NEW.elector_id END
            AND m.opened_at IS NOT NULL AND m.closed_at IS NULL FOR UPDATE OF m;
    IF NOT FOUND THEN
        PERFORM meetings_refuse('consent is given while the meeting is open', 'consent_in_time');
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER consent_in_time BEFORE INSERT OR UPDATE OR DELETE ON meetings_consent
    FOR EACH ROW EXECUTE FUNCTION meetings_consent_in_time();
CREATE TRIGGER consent_kept BEFORE TRUNCATE ON meetings_consent
    FOR EACH STATEMENT EXECUTE FUNCTION sidamping_refuse_change();
"""
DROP_IN_TIME = """
DROP TRIGGER consent_in_time ON meetings_consent;
DROP TRIGGER consent_kept ON meetings_consent;
DROP FUNCTION meetings_consent_in_time();
"""


class Migration(migrations.Migration):
    dependencies = [("meetings", "0005_session")]

    operations = [
        migrations.CreateModel(
            name="Consent",
            fields=[
                (
                    "elector",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="consent",
                        serialize=False,
                        to="meetings.elector",
                    ),
                ),
            ],
        ),
        migrations.RunSQL(IN_TIME, DROP_IN_TIME),
        migrations.AddField("item", "held", models.BooleanField(default=True)),
        migrations.AddConstraint(
            "item",
            models.CheckConstraint(
                condition=models.Q(("held", True), models.Q(("note", ""), _negated=True), _connector="OR"),
                name="item_not_held_says_why",
            ),
        ),
    ]
