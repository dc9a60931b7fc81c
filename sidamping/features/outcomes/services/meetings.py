"""Records the mid-term meeting of three parties, the confirmation without the mentor, and the final presentation (B9).

Nothing of a confirmation reaches the trail but that it was held: no words, no names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.outcomes.models import Meeting
from sidamping.features.outcomes.queries import instrument_decided, may, mentors_of, step_of, stop_of
from sidamping.features.outcomes.queries.scope import CONFIRM, PRESENT, THREE
from sidamping.features.outcomes.services.shared import day_faults, kept_file, locked_card, not_yours, tell, text_faults
from sidamping.features.programmes import services as programmes
from sidamping.features.programmes.queries import EngagementCard
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import codes_of, labels

STEPS = {"three_party": THREE, "confirmation": CONFIRM, "presentation": PRESENT}
"""Kind of meeting → the step of the path it belongs to."""
PARTIES = {"three_party": ("ministry", "cooperative", "mentor"), "confirmation": ("ministry", "cooperative")}
LONGEST = 6000
MENTOR = "mentor"


@dataclass(frozen=True)
class MeetingDraft:
    """A meeting as told: when, where, who of which party, what was said, found and agreed; `replaces` a record."""

    id: UUID
    engagement: UUID
    kind: str
    held_on: date
    attendees: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    place: str = ""
    minutes: str = ""
    findings: str = ""
    agreements: str = ""
    replaces: UUID | None = None
    override_why: str = ""


@transaction.atomic
def record_meeting(*, by: Viewer, draft: MeetingDraft, file: tuple[str, bytes] | None = None) -> UUID:
    """The meeting on record; its step is marked once the step's instrument is decided too. Sent twice, it is once."""
    card = locked_card(by, draft.engagement)
    code = STEPS.get(draft.kind, "")
    if step_of(card, code) is None:
        raise Refused(problem("OUTCOMES_007", "kind", what=draft.kind[:40]))
    if not may(by, card, code) or (draft.kind == "confirmation" and by.user_id in mentors_of(card)):
        raise Refused(not_yours(card, code))
    there = Meeting.objects.filter(pk=draft.id).first()
    if there is not None:
        return _again(there, draft)
    old = _replaced(draft)
    attended = {party: list(names) for party, names in draft.attendees.items() if names}
    refuse_if([*_faults(by, card, draft, attended), *_file_faults(draft, file, old)])
    row = Meeting(
        id=draft.id, engagement_id=card.id, kind=draft.kind, held_on=draft.held_on, place=draft.place.strip(),
        attendees=attended, minutes=draft.minutes.strip(), findings=draft.findings.strip(),
        agreements=draft.agreements.strip(), replaces=old, by_id=by.user_id,
    )
    row.attachment_id = kept_file(draft.id, by, *file) if file else old.attachment_id if old else None
    row.save(force_insert=True)
    tell("meeting_recorded", by, card, row.pk, kind=draft.kind)
    settle(by, card, draft.kind, row.held_on, row.pk, draft.override_why)
    return row.pk


def settle(by: Viewer, card: EngagementCard, kind: str, on: date, source: UUID, override_why: str = "") -> bool:
    """Mark the step of a meeting when it is open and its instrument, if it has one, is decided."""
    code = STEPS[kind]
    stop, step = stop_of(card, code), step_of(card, code)
    if stop is None or step is None or stop.done_on is not None:
        return False
    if any(use.kind == "instrument" for use in step.forms):
        decided = instrument_decided(card, code)
        if decided is None:
            return False
        on = max(on, decided.as_of)
    programmes.record_step(
        by=by, engagement=card.id, step=code, done_on=on, source_id=source, override_why=override_why, trusted=True
    )
    return True


def _again(there: Meeting, draft: MeetingDraft) -> UUID:
    same = (there.engagement_id, there.kind, there.held_on) == (draft.engagement, draft.kind, draft.held_on)
    if not same or there.minutes != draft.minutes.strip():
        raise Refused(problem("OUTCOMES_001", "id"))
    return there.pk


def _replaced(draft: MeetingDraft) -> Meeting | None:
    if draft.replaces is None:
        return None
    old = Meeting.objects.filter(pk=draft.replaces, engagement_id=draft.engagement, kind=draft.kind).first()
    if old is None or Meeting.objects.filter(replaces=old).exists():
        raise Refused(problem("OUTCOMES_016", "replaces"))
    return old


def _faults(
    by: Viewer, card: EngagementCard, draft: MeetingDraft, attended: Mapping[str, list[str]]
) -> Iterator[Problem]:
    yield from day_faults(card, by, draft.held_on, "held_on")
    wanted = draft.kind != "presentation"
    yield from text_faults([
        ("place", _("Tempat"), draft.place, 120, False), ("minutes", _("Notula"), draft.minutes, LONGEST, wanted),
        ("findings", _("Temuan"), draft.findings, LONGEST, False),
        ("agreements", _("Kesepakatan"), draft.agreements, LONGEST, False),
    ])
    words = labels("meeting-parties", reader_language())
    missing = [words[one] for one in PARTIES.get(draft.kind, ()) if one not in attended]
    if missing:
        yield problem("OUTCOMES_004", f"attendees_{_first(draft, attended)}", missing=", ".join(missing))
    if draft.kind == "confirmation" and MENTOR in attended:
        yield problem("OUTCOMES_005", "attendees_mentor", names=", ".join(attended[MENTOR]))
    if draft.kind == "presentation" and not attended:
        yield problem("GENERAL_001", "attendees_cooperative", label=_("Yang hadir"))
    for party in attended:
        if party not in codes_of("meeting-parties"):
            known = ", ".join(words.values())
            yield problem("OUTCOMES_008", "attendees", label=_("Yang hadir"), seen=party[:40], known=known)


def _first(draft: MeetingDraft, attended: Mapping[str, list[str]]) -> str:
    return next(one for one in PARTIES[draft.kind] if one not in attended)


def _file_faults(draft: MeetingDraft, file: tuple[str, bytes] | None, old: Meeting | None) -> Iterator[Problem]:
    if draft.kind == "presentation" and file is None and (old is None or old.attachment_id is None):
        yield problem("OUTCOMES_006", "file")
