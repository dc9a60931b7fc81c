"""Records terms of office in a cooperative and ends or corrects them with a reason; none is ever deleted.

The longest term is a dated rule (R-MASA-JABATAN).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import get_language

from sidamping.domain.parties import longest_end, squeezed
from sidamping.domain.problems import Problem, problem, refuse_if
from sidamping.features.parties.models import BoardTerm, Cooperative, Party
from sidamping.features.parties.queries.board import CHAIR
from sidamping.features.parties.queries.scope import visible
from sidamping.features.parties.services.checks import code_fault, may_write
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.ids import uuid7
from sidamping.rules.books import codes_of, label, listing, term_limit
from sidamping.rules.in_force import NotInForce


@dataclass(frozen=True)
class TermDraft:
    """A person's office between two dates; the end may not be later than the rule's longest term."""

    person: UUID
    organ: str
    position: str
    starts: date
    ends: date
    letter: str = ""

    def tidy(self) -> TermDraft:
        return replace(self, letter=squeezed(self.letter))


def add_term(
    *, by: Viewer, cooperative_id: UUID, draft: TermDraft, term_id: UUID | None = None, trusted: bool = False
) -> UUID:
    """Record a term of office; the same sending twice is one term.

    `trusted`: the calling service has checked who may, and who the person is, as after an election by the members.
    """
    wanted, new = draft.tidy(), term_id or uuid7()
    with transaction.atomic():
        cooperative = Cooperative.objects.select_for_update().select_related("party").get(pk=cooperative_id)
        if _already_received(new, cooperative_id, wanted):
            return new
        own = [] if trusted else [*_foreign(cooperative.party, by), *_unseen(wanted.person, by)]
        refuse_if([*own, *_faults(wanted, cooperative.party), *_overlaps(wanted, cooperative_id)])
        BoardTerm.objects.create(pk=new, cooperative=cooperative, person_id=wanted.person, **_own(wanted))
        regency = cooperative.party.village_id[:5]
        data = {"person": str(wanted.person), "position": wanted.position, "ends": wanted.ends.isoformat()}
        journal.record("parties.board_term_added", by=by.user_id, subject=cooperative_id, regency=regency, **data)
    return new


def change_term(
    *, by: Viewer, cooperative_id: UUID, term_id: UUID, seen: str, starts: date, ends: date, reason: str,
    trusted: bool = False,
) -> None:
    """Other dates of a term: ended early, or a wrong entry put right. Sent twice, it is changed once.

    `seen` is the days as they stood on the form, as `days_of` writes them; `trusted` as for `add_term`.
    """
    with transaction.atomic():
        cooperative = Cooperative.objects.select_for_update().select_related("party").get(pk=cooperative_id)
        term = BoardTerm.objects.get(pk=term_id, cooperative=cooperative)
        before = days_of(term.starts, term.ends)
        if (term.starts, term.ends) == (starts, ends):
            return
        wanted = TermDraft(term.person_id, term.organ, term.position, starts, ends, term.letter)
        village = cooperative.party.village_id
        stale = [] if seen == before else [problem("GENERAL_003", "ends")]
        told = [] if reason.strip() else [problem("PARTIES_025", "reason")]
        clashes = [*_days(wanted, village), *_overlaps(wanted, cooperative_id, besides=term_id)]
        foreign = [] if trusted else _foreign(cooperative.party, by)
        refuse_if([*foreign, *stale, *clashes, *told])
        BoardTerm.objects.filter(pk=term_id).update(starts=starts, ends=ends)
        data = {"term": str(term_id), "person": str(term.person_id), "position": term.position, "before": before}
        journal.record(
            "parties.board_term_changed", by=by.user_id, subject=cooperative_id, regency=village[:5],
            why=reason.strip(), after=days_of(starts, ends), **data,
        )  # fmt: skip


def days_of(starts: date, ends: date) -> str:
    """'2024-01-01/2028-12-31'."""
    return f"{starts.isoformat()}/{ends.isoformat()}"


def _already_received(new: UUID, cooperative_id: UUID, draft: TermDraft) -> bool:
    held = BoardTerm.objects.filter(pk=new).first()
    if held is None:
        return False
    same = TermDraft(held.person_id, held.organ, held.position, held.starts, held.ends, held.letter) == draft
    refuse_if([] if same and held.cooperative_id == cooperative_id else [problem("PARTIES_010")])
    return True


def _unseen(person: UUID, by: Viewer) -> Iterator[Problem]:
    if not visible(by, Party.Kind.PERSON).filter(pk=person).exists():
        yield problem("PARTIES_023", "person")


def _faults(draft: TermDraft, cooperative: Party) -> Iterator[Problem]:
    yield from code_fault("position", "board-positions", draft.position, required=True)
    organ = code_fault("organ", "board-organs", draft.organ, required=True)
    yield from organ
    yield from _misplaced(draft)
    yield from _days(draft, cooperative.village_id, known_organ=not organ)


def _misplaced(draft: TermDraft) -> Iterator[Problem]:
    """A supervisor entered as chair would stand on papers as the chair of the cooperative."""
    right = next((one.parent for one in listing("board-positions") if one.code == draft.position), "")
    if right and draft.organ in codes_of("board-organs") and draft.organ != right:
        lang = get_language() or "id"
        words = {name: label("board-organs", code, lang) for name, code in (("right", right), ("organ", draft.organ))}
        yield problem("PARTIES_026", "position", position=label("board-positions", draft.position, lang), **words)


def _foreign(cooperative: Party, by: Viewer) -> Iterator[Problem]:
    if not may_write(by, cooperative.village_id):
        yield problem("PARTIES_021")


def _days(draft: TermDraft, village: str, *, known_organ: bool = True) -> Iterator[Problem]:
    if draft.ends <= draft.starts:
        yield problem("PARTIES_013", "ends", starts=draft.starts, ends=draft.ends)
    elif known_organ:
        yield from _too_long(draft, village)


def _too_long(draft: TermDraft, area: str) -> Iterator[Problem]:
    try:
        years, cited = term_limit(draft.organ, on=draft.starts, area=area)
    except (NotInForce, KeyError):  # no rule in force that day, or none for this organ: nothing to hold against it
        return
    latest = longest_end(draft.starts, years)
    if draft.ends > latest:
        seen = {"ends": draft.ends, "latest": latest}
        yield problem("PARTIES_012", "ends", years=years, cite=cited.cite, **seen)


def _overlaps(draft: TermDraft, cooperative_id: UUID, *, besides: UUID | None = None) -> Iterator[Problem]:
    """The same person in the same office twice, or two chairs at once."""
    same = Q(person_id=draft.person, position=draft.position, organ=draft.organ)
    if draft.position == CHAIR:
        same |= Q(position=CHAIR, organ=draft.organ)
    held = BoardTerm.objects.filter(same, cooperative_id=cooperative_id, starts__lte=draft.ends, ends__gte=draft.starts)
    others = held.exclude(pk=besides) if besides else held
    for term in others.select_related("person__party")[:1]:
        seen = {"starts": term.starts, "ends": term.ends}
        position = label("board-positions", term.position, get_language() or "id")
        yield problem("PARTIES_014", "starts", name=term.person.party.name, position=position, **seen)


def _own(draft: TermDraft) -> dict[str, object]:
    return {name: value for name, value in vars(draft).items() if name != "person"}
