"""Who leads the session, until it is closed; and one head for each committee.

Where a committee was given several heads, the first stays; the others stay in it as its secretaries.
"""

from django.db import migrations, models

from sidamping.platform.database.seals import seal_except, set_once

MENDED = (
    "day", "begins", "place", "purpose", "invited_on", "registered", "quorum", "rules", "opened_at", "closed_at",
    "reported_on", "reported_to",
)  # fmt: skip
LEADERS = ("chair", "secretary")
UNSEALED = """
DROP TRIGGER meetings_meeting_sealed ON meetings_meeting;
DROP TRIGGER meetings_meeting_undeleted ON meetings_meeting;
DROP TRIGGER meetings_meeting_kept ON meetings_meeting;
DROP TRIGGER meetings_meeting_closed_at_once ON meetings_meeting;
"""
NEW, OLD = seal_except("meetings_meeting", *MENDED, *LEADERS), seal_except("meetings_meeting", *MENDED)
NEW_ONCE = set_once("meetings_meeting", "closed_at", *LEADERS)
OLD_ONCE = set_once("meetings_meeting", "closed_at")
LATER_HEAD = """
seat.duty = 'head' AND first.duty = 'head' AND first.meeting_id = seat.meeting_id AND first.id < seat.id
"""
ONE_HEAD = f"""
DELETE FROM meetings_committeeseat seat USING meetings_committeeseat first, meetings_committeeseat already
WHERE {LATER_HEAD} AND already.duty = 'secretary' AND already.meeting_id = seat.meeting_id AND already.name = seat.name;
UPDATE meetings_committeeseat seat SET duty = 'secretary' FROM meetings_committeeseat first WHERE {LATER_HEAD};
"""


class Migration(migrations.Migration):
    dependencies = [("meetings", "0004_documents")]

    operations = [
        migrations.AddField("meeting", "chair", models.CharField(blank=True, default="", max_length=120)),
        migrations.AddField("meeting", "secretary", models.CharField(blank=True, default="", max_length=120)),
        migrations.AlterField("meeting", "chair", models.CharField(blank=True, max_length=120)),
        migrations.AlterField("meeting", "secretary", models.CharField(blank=True, max_length=120)),
        migrations.RunSQL(f"{UNSEALED}{NEW.sql}{NEW_ONCE.sql}", f"{UNSEALED}{OLD.sql}{OLD_ONCE.sql}"),
        migrations.RunSQL(ONE_HEAD, migrations.RunSQL.noop),
        migrations.AddConstraint(
            "committeeseat",
            models.UniqueConstraint(
                fields=["meeting"], condition=models.Q(("duty", "head")), name="committee_has_one_head"
            ),
        ),
    ]
