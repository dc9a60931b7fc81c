"""Secret ballots: one voice for each member present, and no way from who voted to what was voted (decision 0034).

The list of voters is written at once before the urn opens. Slips carry codes that members draw from a box: the system
knows neither who holds which, nor when. When the votes are counted the slips are thrown away, the totals stay.
Casting a vote writes no activity: the trail tells when the urn was opened and when it was counted.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books.queries import KeptBook
from sidamping.features.meetings.models import (
    CODED,
    ELECTION,
    MATTER,
    PAPER,
    Count,
    Elector,
    Poll,
    Presence,
    Slip,
    Voter,
)
from sidamping.features.meetings.queries.lines import BLANK
from sidamping.features.meetings.services.consenting import consent_faults
from sidamping.features.meetings.services.keeping import running, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns
from sidamping.rules.books import codes_of

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""No letter or digit that is taken for another one."""
CODE_LENGTH = 10
FEWEST_VOTERS, FEWEST_CANDIDATES = 3, 2
YES, NO = "yes", "no"


@dataclass(frozen=True)
class PollDraft:
    """What is asked: a matter, or who takes an office among members present; voted on paper or by coded slips."""

    kind: str
    question: str
    way: str
    organ: str = ""
    position: str = ""
    seats: int = 1
    candidates: tuple[UUID, ...] = ()


@transaction.atomic
def make_poll(*, by: Viewer, id: UUID, meeting: UUID, draft: PollDraft) -> UUID:
    """A ballot of an open meeting. Sent twice, made once."""
    row, book = running(by, meeting)
    if Poll.objects.filter(pk=id).exists():
        return id
    candidates = Elector.objects.filter(meeting=row, pk__in=draft.candidates).select_related("member__party")
    named = list(candidates.order_by("member__number"))
    refuse_if([*consent_faults(row, by), *_poll_faults(draft, named)])
    election = draft.kind == ELECTION
    Poll.objects.create(
        pk=id, meeting=row, kind=draft.kind, question=draft.question.strip(), way=draft.way,
        organ=draft.organ if election else "", position=draft.position if election else "",
        seats=draft.seats if election else 1, choices=_choices(named) if election else _answers(),
    )  # fmt: skip
    tell("poll_made", by, id, book, kind=draft.kind, way=draft.way, meeting=str(meeting))
    return id


@transaction.atomic
def hand_out(*, by: Viewer, poll: UUID, electors: Collection[UUID], again: bool = False) -> tuple[str, ...]:
    """A slip for each of these members, and the codes to print, mixed, for coded ones; codes are not kept.

    All voters are written at once, by number. `again`: printed anew before the urn is opened, earlier codes are void.
    """
    row, book = _polling(by, poll)
    if row.urn_open or row.counted:
        raise Refused(problem("MEETINGS_018"))
    if row.way == CODED and row.handed_out and not again:
        raise Refused(problem("MEETINGS_036", "again", count=row.handed_out))
    there = Presence.objects.filter(elector__meeting=row.meeting_id, pk__in=electors)
    known = list(there.order_by("elector__member__number").values_list("pk", flat=True))
    refuse_if([*consent_faults(row.meeting, by), *_voter_faults(electors, known)])
    Slip.objects.filter(poll=row).delete()
    Voter.objects.filter(poll=row).delete()
    Voter.objects.bulk_create(Voter(poll=row, elector_id=one) for one in known)
    codes = sorted(_new_code() for _one in known) if row.way == CODED else []
    Slip.objects.bulk_create(sorted((Slip(poll=row, print=_print(poll, one)) for one in codes), key=lambda s: s.print))
    row.handed_out = len(known)
    row.save(update_fields=["handed_out"])
    tell("slips_handed", by, poll, book, count=len(known))
    return tuple(codes)


@transaction.atomic
def open_the_urn(*, by: Viewer, poll: UUID) -> None:
    """Votes are taken from now on; nobody is handed a slip any more. Opened twice, it is opened once."""
    row, book = _polling(by, poll)
    if row.urn_open:
        return
    if row.way != CODED:
        raise Refused(problem("MEETINGS_032"))
    if not row.handed_out or row.counted:
        raise Refused(problem("MEETINGS_019"))
    row.urn_open = True
    row.save(update_fields=["urn_open"])
    tell("urn_opened", by, poll, book)


@transaction.atomic
def cast(*, poll: UUID, code: str, choice: str) -> None:
    """The vote of whoever holds the slip; nobody signs in for it, and nothing tells when. Each slip votes once.

    Takes turns with the counting, so that a vote is in the urn before it is closed, or is told that it came too late.
    """
    take_turns(poll)
    row = Poll.objects.filter(pk=poll, urn_open=True).first()
    if row is None:
        raise Refused(problem("MEETINGS_020", "code"))
    if choice not in (*(one["key"] for one in row.choices), BLANK):
        raise Refused(problem("MEETINGS_021", "choice", seen=choice[:40]))
    slips = Slip.objects.filter(poll=row, print=_print(poll, code), choice=None)
    if slips.update(choice=choice) != 1:
        raise Refused(problem("MEETINGS_020", "code"))


@transaction.atomic
def count_slips(*, by: Viewer, poll: UUID) -> Mapping[str, int]:
    """Close the urn: totals are kept, slips are thrown away. Counted twice, the totals stay."""
    row, book = _polling(by, poll)
    if row.counted:
        return dict(Count.objects.filter(poll=row).values_list("choice", "votes"))
    if not row.urn_open:
        raise Refused(problem("MEETINGS_032"))
    votes = Counter(choice or BLANK for choice in Slip.objects.filter(poll=row).values_list("choice", flat=True))
    return _keep_counts(by, row, book, votes)


@transaction.atomic
def count_paper(*, by: Viewer, poll: UUID, votes: Mapping[str, int]) -> Mapping[str, int]:
    """Paper slips as the committee counted them; all that were handed out must be there, blank ones too."""
    row, book = _polling(by, poll)
    if row.counted:
        return dict(Count.objects.filter(poll=row).values_list("choice", "votes"))
    if row.way != PAPER or not row.handed_out:
        raise Refused(problem("MEETINGS_019"))
    known = {one["key"] for one in row.choices} | {BLANK}
    unknown = [problem("MEETINGS_021", key, seen=key) for key in votes if key not in known]
    below = any(count < 0 for count in votes.values())
    total = sum(votes.values())
    if below or total != row.handed_out:
        unknown.append(problem("MEETINGS_022", seen=total, handed=row.handed_out))
    refuse_if(unknown)
    return _keep_counts(by, row, book, Counter(votes))


def _keep_counts(by: Viewer, row: Poll, book: KeptBook, votes: Counter[str]) -> Mapping[str, int]:
    """Every choice with its votes in the order of the slip, whether it got any or not; then the slips go."""
    keys = [*(one["key"] for one in row.choices), BLANK]
    Count.objects.bulk_create(Count(poll=row, choice=key, votes=votes[key]) for key in keys)
    Slip.objects.filter(poll=row).delete()
    row.urn_open, row.counted = False, True
    row.save(update_fields=["urn_open", "counted"])
    tell("counted", by, row.pk, book, votes={key: votes[key] for key in keys})
    return {key: votes[key] for key in keys}


def _polling(by: Viewer, poll: UUID) -> tuple[Poll, KeptBook]:
    """The ballot as it stands once its lock is held, in an open meeting of the viewer's cooperative."""
    take_turns(poll)
    row = Poll.objects.filter(pk=poll).first()
    if row is None:
        raise Refused(problem("MEETINGS_001"))
    return row, running(by, row.meeting_id)[1]


def _poll_faults(draft: PollDraft, named: Sequence[Elector]) -> list[Problem]:
    found = [] if draft.question.strip() else [problem("GENERAL_001", "question", label=_("Pertanyaan"))]
    if draft.kind not in (MATTER, ELECTION) or draft.way not in (PAPER, CODED):
        found.append(problem("GENERAL_001", "kind", label=_("Jenis pemungutan suara")))
    if draft.kind != ELECTION:
        return found
    known = draft.organ in codes_of("board-organs") and draft.position in codes_of("board-positions")
    if not known or draft.seats < 1:
        found.append(problem("GENERAL_001", "position", label=_("Jabatan")))
    if len(named) < max(FEWEST_CANDIDATES, draft.seats) or len(named) != len(draft.candidates):
        found.append(problem("MEETINGS_023", "candidates", least=max(FEWEST_CANDIDATES, draft.seats)))
    return found


def _voter_faults(electors: Collection[UUID], known: Sequence[UUID]) -> list[Problem]:
    if set(electors) != set(known):
        return [problem("MEETINGS_017", "electors")]
    if len(known) < FEWEST_VOTERS:
        return [problem("MEETINGS_031", "electors", count=len(known), least=FEWEST_VOTERS)]
    return []


def _choices(named: Sequence[Elector]) -> list[dict[str, str]]:
    return [
        {"key": f"c{at}", "label": one.member.party.name, "person": str(one.member.party_id)}
        for at, one in enumerate(named, 1)
    ]


def _answers() -> list[dict[str, str]]:
    return [{"key": YES, "label": "Setuju"}, {"key": NO, "label": "Tidak setuju"}]


def _new_code() -> str:
    return "".join(secrets.choice(LETTERS) for _letter in range(CODE_LENGTH))


def _print(poll: UUID, code: str) -> str:
    """What is kept of a code: enough to know it again, too little to print a slip from."""
    plain = "".join(sign for sign in code.upper() if sign in LETTERS)
    return salted_hmac(f"poll:{poll}", plain, algorithm="sha256").hexdigest()
