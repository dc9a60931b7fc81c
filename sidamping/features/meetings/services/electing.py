"""Enters those whom a ballot elected into the register of the board, for no longer than rule and articles allow."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.meetings.votes import elected
from sidamping.domain.parties import longest_end
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books.queries import KeptBook
from sidamping.features.meetings.models import ELECTION, Count, Poll
from sidamping.features.meetings.queries.lines import BLANK
from sidamping.features.meetings.services.keeping import held, tell
from sidamping.features.parties import queries as parties
from sidamping.features.parties import services as registers
from sidamping.features.parties.services import TermDraft
from sidamping.features.registers import queries as articles
from sidamping.platform.access.viewer import Viewer


@transaction.atomic
def seat_elected(*, by: Viewer, id: UUID, poll: UUID, choice: str, starts: date, ends: date) -> UUID:
    """A term for one whom the ballot elected; a chair in office hands over the day before. Sent twice, it is one."""
    row = Poll.objects.filter(pk=poll, kind=ELECTION, counted=True).first()
    if row is None:
        raise Refused(problem("MEETINGS_016", "choice"))
    meeting, book = held(by, row.meeting_id)
    person = _chosen(row, choice)
    if parties.has_term(book.party_id, id):
        return id
    refuse_if(_too_long(book, row.organ, starts, ends))
    if row.position == parties.CHAIR:
        _hand_over(by, book.party_id, starts, id)
    letter = _("Keputusan Rapat Anggota %(day)s") % {"day": meeting.day.isoformat()}
    draft = TermDraft(person, row.organ, row.position, starts, ends, letter)
    registers.add_term(by=by, cooperative_id=book.party_id, draft=draft, term_id=id, trusted=True)
    tell("elected", by, meeting.pk, book, poll=str(poll), position=row.position, ends=ends.isoformat())
    return id


def _chosen(row: Poll, choice: str) -> UUID:
    counts = dict(Count.objects.filter(poll=row).exclude(choice=BLANK).values_list("choice", "votes"))
    named = {one["key"]: one for one in row.choices}
    if choice not in elected(counts, row.seats)[0]:
        name = named[choice]["label"] if choice in named else choice[:40]
        raise Refused(problem("MEETINGS_024", "choice", name=name))
    return UUID(named[choice]["person"])


def _too_long(book: KeptBook, organ: str, starts: date, ends: date) -> list[Problem]:
    """What the articles hold against a term; the rule itself is asked where terms are kept."""
    own = articles.clauses_on(book.id, starts).get(organ)
    latest = longest_end(starts, own.value) if own else ends
    if own is None or ends <= latest:
        return []
    return [problem("MEETINGS_037", "ends", years=own.value, article=own.article, latest=latest, ends=ends)]


def _hand_over(by: Viewer, cooperative: UUID, starts: date, id: UUID) -> None:
    """Ends the term of the chair in office, for there is one chair at a time."""
    before = parties.chair_on(cooperative, starts)
    if before is None or before.term_id == id or before.starts >= starts:
        return
    seen = registers.days_of(before.starts, before.ends)
    registers.change_term(
        by=by, cooperative_id=cooperative, term_id=before.term_id, seen=seen, starts=before.starts,
        ends=starts - timedelta(days=1), reason=_("Diganti menurut keputusan Rapat Anggota"), trusted=True,
    )  # fmt: skip
