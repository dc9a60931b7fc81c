"""The database refuses what would make a meeting void, and keeps secret ballots without a path from voter to vote.

Electors are those of the invitation; a decision needs an open meeting and its quorum really present; what was decided
or counted stays. A ballot counts no more votes than slips were handed out, and none before (decision 0034).
"""

from django.db import migrations

from sidamping.platform.database.seals import seal, seal_except, set_once

STATE = """
CREATE FUNCTION meetings_refuse(told text, broken text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'MEETINGS: %', told USING ERRCODE = 'check_violation', CONSTRAINT = broken;
END $$;

CREATE FUNCTION meetings_elector() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM meetings_meeting m JOIN books_member b ON b.book_id = m.book_id
        WHERE m.id = NEW.meeting_id AND b.id = NEW.member_id AND m.opened_at IS NULL FOR UPDATE OF m;
    IF NOT FOUND THEN
        PERFORM meetings_refuse('no elector of this meeting, or too late', 'elector_before_the_meeting');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER elector_in_time BEFORE INSERT ON meetings_elector FOR EACH ROW EXECUTE FUNCTION meetings_elector();

CREATE FUNCTION meetings_opened() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    came integer;
BEGIN
    SELECT count(*) INTO came FROM meetings_presence p JOIN meetings_elector e ON e.id = p.elector_id
        WHERE e.meeting_id = NEW.id;
    IF came < NEW.quorum THEN
        PERFORM meetings_refuse('opened without a quorum', 'meeting_opened_with_a_quorum');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER meeting_quorum BEFORE UPDATE ON meetings_meeting
    FOR EACH ROW WHEN (OLD.opened_at IS NULL AND NEW.opened_at IS NOT NULL) EXECUTE FUNCTION meetings_opened();

CREATE FUNCTION meetings_decided() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held meetings_meeting%ROWTYPE;
    came integer;
    poll meetings_poll%ROWTYPE;
    votes record;
BEGIN
    SELECT * INTO held FROM meetings_meeting WHERE id = NEW.meeting_id FOR UPDATE;
    SELECT count(*) INTO came FROM meetings_presence p JOIN meetings_elector e ON e.id = p.elector_id
        WHERE e.meeting_id = NEW.meeting_id;
    IF held.opened_at IS NULL OR held.closed_at IS NOT NULL THEN
        PERFORM meetings_refuse('a decision outside an open meeting', 'decision_in_an_open_meeting');
    END IF;
    IF NEW.present <> came OR NEW.registered <> held.registered OR NEW.quorum <> held.quorum THEN
        PERFORM meetings_refuse('not the members of this meeting', 'decision_of_those_present');
    END IF;
    IF NEW.poll_id IS NOT NULL THEN
        SELECT * INTO poll FROM meetings_poll WHERE id = NEW.poll_id;
        SELECT coalesce(sum(c.votes) FILTER (WHERE choice = 'yes'), 0) AS yes,
               coalesce(sum(c.votes) FILTER (WHERE choice = 'no'), 0) AS no
            INTO votes FROM meetings_count c WHERE c.poll_id = NEW.poll_id;
        IF poll.meeting_id <> NEW.meeting_id OR NOT poll.counted OR poll.kind <> 'matter'
                OR votes.yes <> NEW.yes OR votes.no <> NEW.no THEN
            PERFORM meetings_refuse('not what its ballot counted', 'decision_as_the_ballot_counted');
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER decision_sound BEFORE INSERT ON meetings_decision FOR EACH ROW EXECUTE FUNCTION meetings_decided();
"""
DROP_STATE = """
DROP TRIGGER decision_sound ON meetings_decision;
DROP TRIGGER meeting_quorum ON meetings_meeting;
DROP TRIGGER elector_in_time ON meetings_elector;
DROP FUNCTION meetings_decided(), meetings_opened(), meetings_elector();
DROP FUNCTION meetings_refuse(text, text);
"""

PRESENCE = """
CREATE FUNCTION meetings_presence_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held meetings_meeting%ROWTYPE;
BEGIN
    SELECT m.* INTO held FROM meetings_meeting m JOIN meetings_elector e ON e.meeting_id = m.id
        WHERE e.id = CASE TG_OP WHEN 'DELETE' THEN OLD.elector_id ELSE NEW.elector_id END FOR UPDATE OF m;
    IF held.closed_at IS NOT NULL OR (TG_OP <> 'INSERT' AND held.opened_at IS NOT NULL) THEN
        PERFORM meetings_refuse('who came to an open meeting stays on its list', 'presence_stays');
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER presence_kept BEFORE INSERT OR UPDATE OR DELETE ON meetings_presence
    FOR EACH ROW EXECUTE FUNCTION meetings_presence_kept();
"""
DROP_PRESENCE = """
DROP TRIGGER presence_kept ON meetings_presence;
DROP FUNCTION meetings_presence_kept();
"""

BALLOT = """
CREATE FUNCTION meetings_voter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM meetings_poll p JOIN meetings_elector e ON e.meeting_id = p.meeting_id
        JOIN meetings_presence c ON c.elector_id = e.id
        WHERE p.id = NEW.poll_id AND e.id = NEW.elector_id AND NOT p.urn_open AND NOT p.counted;
    IF NOT FOUND THEN
        PERFORM meetings_refuse('slips are for those present, before the urn is opened', 'voter_present_and_in_time');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER voter_sound BEFORE INSERT OR UPDATE ON meetings_voter
    FOR EACH ROW EXECUTE FUNCTION meetings_voter();

CREATE FUNCTION meetings_slip() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held meetings_poll%ROWTYPE;
BEGIN
    SELECT * INTO held FROM meetings_poll WHERE id = NEW.poll_id FOR SHARE;
    IF TG_OP = 'INSERT' AND (held.urn_open OR held.counted OR NEW.choice IS NOT NULL) THEN
        PERFORM meetings_refuse('a slip is handed out empty, before the urn is opened', 'slip_empty_at_first');
    END IF;
    IF TG_OP = 'UPDATE' AND (NOT held.urn_open OR OLD.choice IS NOT NULL OR NEW.choice IS NULL
            OR NEW.poll_id <> OLD.poll_id OR NEW.print <> OLD.print) THEN
        PERFORM meetings_refuse('a slip is filled in once, while the urn is open', 'slip_voted_once');
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION meetings_slip_gone() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held meetings_poll%ROWTYPE;
    votes integer;
BEGIN
    SELECT * INTO held FROM meetings_poll WHERE id = OLD.poll_id;
    SELECT coalesce(sum(c.votes), 0) INTO votes FROM meetings_count c WHERE poll_id = OLD.poll_id;
    IF held.urn_open AND votes <> held.handed_out THEN
        PERFORM meetings_refuse('slips leave the urn when all votes are counted', 'slip_kept_until_counted');
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER slip_gone BEFORE DELETE ON meetings_slip FOR EACH ROW EXECUTE FUNCTION meetings_slip_gone();
CREATE TRIGGER slip_sound BEFORE INSERT OR UPDATE ON meetings_slip
    FOR EACH ROW EXECUTE FUNCTION meetings_slip();

CREATE FUNCTION meetings_poll_forward() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    voters integer;
    slips integer;
    votes integer;
BEGIN
    IF OLD.counted THEN
        PERFORM meetings_refuse('what was counted stays', 'poll_counted_once');
    END IF;
    SELECT count(*) INTO voters FROM meetings_voter WHERE poll_id = NEW.id;
    SELECT count(*) INTO slips FROM meetings_slip WHERE poll_id = NEW.id;
    SELECT coalesce(sum(c.votes), 0) INTO votes FROM meetings_count c WHERE poll_id = NEW.id;
    IF NEW.urn_open AND (voters <> NEW.handed_out OR slips <> NEW.handed_out) THEN
        PERFORM meetings_refuse('one slip for each voter', 'poll_a_slip_for_each_voter');
    END IF;
    IF NEW.counted AND (voters <> NEW.handed_out OR votes <> NEW.handed_out OR slips <> 0) THEN
        PERFORM meetings_refuse('one vote for each voter, and no slip kept', 'poll_a_vote_for_each_voter');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER poll_forward BEFORE UPDATE ON meetings_poll
    FOR EACH ROW EXECUTE FUNCTION meetings_poll_forward();

CREATE FUNCTION meetings_counting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM meetings_poll WHERE id = NEW.poll_id AND NOT counted;
    IF NOT FOUND THEN
        PERFORM meetings_refuse('what was counted stays', 'count_before_the_end');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER count_in_time BEFORE INSERT ON meetings_count
    FOR EACH ROW EXECUTE FUNCTION meetings_counting();
"""
DROP_BALLOT = """
DROP TRIGGER count_in_time ON meetings_count;
DROP TRIGGER poll_forward ON meetings_poll;
DROP TRIGGER slip_gone ON meetings_slip;
DROP TRIGGER slip_sound ON meetings_slip;
DROP TRIGGER voter_sound ON meetings_voter;
DROP FUNCTION meetings_counting(), meetings_poll_forward(), meetings_slip_gone(), meetings_slip(), meetings_voter();
"""


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_initial"), ("database", "0001_extensions"), ("books", "0009_floor")]

    operations = [
        migrations.RunSQL(STATE, DROP_STATE),
        migrations.RunSQL(PRESENCE, DROP_PRESENCE),
        migrations.RunSQL(BALLOT, DROP_BALLOT),
        seal("meetings_decision"),
        seal("meetings_postponement"),
        seal("meetings_item"),
        seal("meetings_count"),
        seal_except(
            "meetings_meeting",
            "day",
            "begins",
            "place",
            "purpose",
            "invited_on",
            "registered",
            "quorum",
            "rules",
            "opened_at",
            "closed_at",
            "reported_on",
            "reported_to",
        ),
        set_once(
            "meetings_meeting",
            "opened_at",
            "day",
            "begins",
            "place",
            "purpose",
            "invited_on",
            "registered",
            "quorum",
            "rules",
        ),
        set_once("meetings_meeting", "closed_at"),
        set_once("meetings_meeting", "reported_on", "reported_to"),
    ]
