"""Records what a meeting decided. Without a quorum, or against its votes, nothing is recorded as decided (E2).

Once the annual meeting approved the board's accountability, the year's books are locked by `freeze_year`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.meetings.documents import RAT_BOOK
from sidamping.domain.meetings.quorum import Share
from sidamping.domain.meetings.votes import (
    CARRIED,
    CONSENSUS,
    OUTCOMES,
    SECRET,
    WITH_NOTES,
    Bar,
    Tally,
    fits,
    tally_of,
    unanimous,
)
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books import services as books
from sidamping.features.meetings.models import (
    ANNUAL,
    EXTRAORDINARY,
    MATTER,
    Count,
    Decision,
    Document,
    Meeting,
    Poll,
)
from sidamping.features.meetings.services.consenting import consent_faults
from sidamping.features.meetings.services.documents import freeze_approved_book, freeze_book
from sidamping.features.meetings.services.inviting import APPROVAL
from sidamping.features.meetings.services.keeping import held, present, running, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import codes_of

ACCOUNTABILITY = "board_accountability"
"""The approval of this subject is that of the year's statements."""


@dataclass(frozen=True)
class Ruling:
    """A matter with its votes and outcome; votes of a consensus and of a ballot are not typed."""

    subject: str
    text: str
    way: str
    outcome: str
    yes: int = 0
    no: int = 0
    abstained: int = 0
    notes: str = ""
    poll: UUID | None = None


@transaction.atomic
def decide(*, by: Viewer, id: UUID, meeting: UUID, ruling: Ruling, now: datetime) -> UUID:
    """A decision with the next number. Sent twice, it is one."""
    row, book = running(by, meeting)
    if Decision.objects.filter(pk=id).exists():
        return id
    assert row.registered is not None and row.quorum is not None  # an open meeting was invited to
    came, poll = present(row), _poll(row, ruling)
    tally = _tally(ruling, poll, came)
    needed = bar_of(row).needed(tally, row.registered)
    found = [] if came >= row.quorum else [_no_quorum(row, came)]
    refuse_if([*found, *consent_faults(row, by), *_faults(ruling, tally, came, needed)])
    number = Decision.objects.filter(meeting=row).count() + 1
    Decision.objects.create(
        pk=id, meeting=row, number=number, subject=ruling.subject, text=ruling.text.strip(), way=ruling.way, poll=poll,
        registered=row.registered, quorum=row.quorum, present=came, yes=tally.yes, no=tally.no,
        abstained=tally.abstained, needed=needed, outcome=ruling.outcome, notes=ruling.notes.strip(),
        decided_by_id=by.user_id, decided_at=now,
    )  # fmt: skip
    tell("decided", by, meeting, book, number=number, about=ruling.subject, outcome=ruling.outcome)
    return id


@transaction.atomic
def freeze_year(*, by: Viewer, meeting: UUID, now: datetime) -> None:
    """The annual meeting approved the accounts: the year's books are locked, its book becomes the approved version.

    Locked twice, locked once.
    """
    row, book = held(by, meeting)
    approved = Decision.objects.filter(meeting=row, subject=ACCOUNTABILITY, outcome__in=CARRIED).first()
    if row.kind != ANNUAL or row.year is None or approved is None:
        raise Refused(problem("MEETINGS_028", year=row.year or "–"))
    if Document.objects.filter(meeting=row, kind=RAT_BOOK, approved=True).exists():
        return
    if not Document.objects.filter(meeting=row, kind=RAT_BOOK).exists():
        freeze_book(by=by, meeting=meeting, now=now)
    note = _("Keputusan RAT nomor %(number)s") % {"number": approved.number}
    books.approve_year(by=by, book=book.id, year=row.year, approved_on=row.day, note=note, now=now)
    freeze_approved_book(by, row, book, now)
    tell("year_frozen", by, meeting, book, year=row.year)


def bar_of(row: Meeting) -> Bar:
    """How many votes a decision of the meeting needs, as agreed on the day of its invitation."""
    return Bar(Share.of(row.rules[APPROVAL]), of_registered=row.kind == EXTRAORDINARY)


def _poll(row: Meeting, ruling: Ruling) -> Poll | None:
    """The counted ballot on a matter that the decision rests on; None for one that is not secret."""
    if ruling.way != SECRET:
        return None
    rows = Poll.objects.filter(meeting=row, kind=MATTER, counted=True, decision=None)
    found = rows.filter(pk=ruling.poll).first() if ruling.poll is not None else None
    if found is None:
        raise Refused(problem("MEETINGS_016", "poll"))
    return found


def _tally(ruling: Ruling, poll: Poll | None, came: int) -> Tally:
    if poll is not None:
        return tally_of(dict(Count.objects.filter(poll=poll).values_list("choice", "votes")), came)
    return unanimous(came) if ruling.way == CONSENSUS else Tally(ruling.yes, ruling.no, ruling.abstained)


def _no_quorum(row: Meeting, came: int) -> Problem:
    return problem("MEETINGS_009", present=came, registered=row.registered, needed=row.quorum)


def _faults(ruling: Ruling, tally: Tally, came: int, needed: int) -> Iterator[Problem]:
    if ruling.subject not in codes_of("decision-subjects"):
        yield problem("GENERAL_001", "subject", label=_("Pokok keputusan"))
    if not ruling.text.strip():
        yield problem("GENERAL_001", "text", label=_("Isi keputusan"))
    if tally.total != came or min(tally.yes, tally.no, tally.abstained) < 0:
        seen = {"yes": tally.yes, "no": tally.no, "abstained": tally.abstained}
        yield problem("MEETINGS_013", "yes", present=came, **seen)
    elif ruling.outcome not in OUTCOMES or not fits(ruling.outcome, tally, needed):
        yield problem("MEETINGS_014", "outcome", yes=tally.yes, needed=needed)
    if ruling.outcome == WITH_NOTES and not ruling.notes.strip():
        yield problem("MEETINGS_015", "notes")
