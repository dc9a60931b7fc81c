"""Who may vote and who was handed a slip stays; the rules of a meeting are whole shares, agreed at its invitation."""

from django.db import migrations

from sidamping.rules.meetings import share

STAYS = """
CREATE FUNCTION meetings_voter_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM meetings_poll WHERE id = OLD.poll_id AND (urn_open OR counted);
    IF FOUND THEN
        PERFORM meetings_refuse('who was handed a slip stays on the list', 'voter_stays');
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER voter_stays BEFORE DELETE ON meetings_voter
    FOR EACH ROW EXECUTE FUNCTION meetings_voter_stays();
CREATE TRIGGER voter_kept BEFORE TRUNCATE ON meetings_voter
    FOR EACH STATEMENT EXECUTE FUNCTION sidamping_refuse_change();

CREATE FUNCTION meetings_elector_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM meetings_meeting WHERE id = OLD.meeting_id AND opened_at IS NOT NULL;
    IF FOUND THEN
        PERFORM meetings_refuse('who may vote at an open meeting stays on its list', 'elector_stays');
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER elector_stays BEFORE UPDATE OR DELETE ON meetings_elector
    FOR EACH ROW EXECUTE FUNCTION meetings_elector_stays();
CREATE TRIGGER elector_kept BEFORE TRUNCATE ON meetings_elector
    FOR EACH STATEMENT EXECUTE FUNCTION sidamping_refuse_change();
"""
DROP_STAYS = """
DROP TRIGGER voter_stays ON meetings_voter;
DROP TRIGGER voter_kept ON meetings_voter;
DROP TRIGGER elector_stays ON meetings_elector;
DROP TRIGGER elector_kept ON meetings_elector;
DROP FUNCTION meetings_voter_stays(), meetings_elector_stays();
"""
ONCE = "ALTER TABLE meetings_meeting {} TRIGGER meetings_meeting_opened_at_once"


def whole_shares(apps, editor):
    """Meetings invited to before this day take the shares of that day, as they were counted until now."""
    clauses = apps.get_model("registers", "Clause").objects
    invited = apps.get_model("meetings", "Meeting").objects.filter(invited_on__isnull=False)
    editor.execute(ONCE.format("DISABLE"))
    for row in invited.select_related("book__party"):
        own = {
            one.key: one.value
            for one in clauses.filter(book_id=row.book_id, since__lte=row.invited_on).order_by("since", "id")
        }
        before = "extraordinary-" if row.kind == "extraordinary" else ""
        for key in ("quorum", "approval"):
            found = share(before + key, row.invited_on, row.book.party.village_id, own.get(before + key))
            row.rules[key] = found.kept()
        row.save(update_fields=["rules"])
    editor.execute(ONCE.format("ENABLE"))


class Migration(migrations.Migration):
    dependencies = [("meetings", "0002_guard"), ("registers", "0002_seal"), ("books", "0009_floor")]

    operations = [
        migrations.RunSQL(STAYS, DROP_STAYS),
        migrations.RunPython(whole_shares, migrations.RunPython.noop),
    ]
