"""Conflicts of interest in a loan: who decides, who borrows, who mentors (A13, C34). Found anew for every decision."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from sidamping.domain.matching.conflicts import SELF
from sidamping.features.loans.queries.lines import Clash
from sidamping.features.mentors import queries as mentors
from sidamping.features.parties import queries as parties
from sidamping.features.programmes.queries import mentors_of
from sidamping.platform.access.queries import board_of
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import label

OWN, OFFICIAL, MENTOR, BOUND, MENTORING = "own", "official", "mentor", "bound", "mentoring"
KINDS = "loan-conflicts"


def clashes_of(cooperative: UUID, borrower: UUID, deciders: Collection[UUID], on: date) -> tuple[Clash, ...]:
    """What binds the borrower to the board, to the mentor, or to one of those who may decide; each ground once."""
    found = dict.fromkeys([
        *_official(cooperative, borrower, on), *_own(borrower, deciders),
        *_mentoring(cooperative, borrower, deciders, on),
    ])
    return tuple(found)


def deciders_of(cooperative: UUID, maker: UUID, on: date) -> dict[UUID, str]:
    """Who may decide on an application: the board on the day, without the person who wrote it."""
    return {one.user_id: one.name for one in board_of(cooperative, on) if one.user_id != maker}


def is_bound(viewer: Viewer, borrower: UUID) -> bool:
    """Whether the viewer is the borrower, or has declared an interest in the borrower."""
    if parties.account_of(borrower) == viewer.user_id:
        return True
    return bool(mentors.conflicts_of([viewer.user_id], [borrower], viewer.on))


def grounds(found: Collection[Clash], language: str) -> str:
    """The conflicts in one line of words, each once, and nobody's name."""
    told = (" · ".join(filter(None, (label(KINDS, one.kind, language), one.says))) for one in found)
    return "; ".join(dict.fromkeys(told))


def _official(cooperative: UUID, borrower: UUID, on: date) -> Iterator[Clash]:
    for one in parties.board_on(cooperative, on):
        if one.person_id == borrower:
            yield Clash(OFFICIAL, one.name, label("board-positions", one.position))


def _own(borrower: UUID, deciders: Collection[UUID]) -> Iterator[Clash]:
    if parties.account_of(borrower) in deciders:
        yield Clash(OWN, parties.party_names([borrower])[borrower].name)


def _mentoring(cooperative: UUID, borrower: UUID, deciders: Collection[UUID], on: date) -> Iterator[Clash]:
    """By what people declared and by identity number, and by who mentors the borrower or a business of the borrower.

    The words of a declaration are the declarer's own: only the kind of the interest goes further.
    """
    own = {borrower, *parties.owned_by(borrower)}
    carried = mentors_of({cooperative, *own}, on)
    names = {user: name for _mentee, user, name in carried}
    for mentee, user, name in carried:
        if mentee in own and user in deciders:
            yield Clash(MENTORING, name)
    for pair in mentors.conflicts_of({*deciders, *names}, [borrower], on):
        who = names.get(pair.mentor_id, "")
        for ground in pair.grounds:
            if pair.mentor_id in names:
                yield Clash(MENTOR, who, label("conflict-kinds", ground.kind))
            if pair.mentor_id in deciders and ground.kind == SELF:
                yield Clash(OWN, who)
            elif pair.mentor_id in deciders:
                yield Clash(BOUND, who, label("conflict-kinds", ground.kind))
