"""Opens an examination by one of each pair of kinds, sends its team out by letter, and closes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.supervision.models import Examination, Member
from sidamping.features.supervision.queries.cards import examination as card_of
from sidamping.features.supervision.queries.choosing import supervised
from sidamping.features.supervision.services.keeping import missing, nip_faults, own, send_letter, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from sidamping.platform.database.locks import take_turns
from sidamping.rules.books import label, listing

KINDS, DUTIES = "supervision-kinds", "supervision-duties"
PAIRS = ("way", "timing", "purpose")
LEAD = "lead"
MOST = {"matter": 240}


@dataclass(frozen=True)
class ExaminationDraft:
    """What is examined, in which way, when and why."""

    way: str
    timing: str
    purpose: str
    matter: str
    starts: date
    ends: date


@dataclass(frozen=True)
class TeamDraft:
    """Somebody to be sent."""

    name: str
    nip: str = ""
    duty: str = "member"


@transaction.atomic
def open_examination(*, by: Viewer, id: UUID, cooperative: UUID, draft: ExaminationDraft, now: datetime) -> UUID:
    """Plan an examination of a cooperative in the office's area. Sent twice, opened once."""
    take_turns(id)
    there = Examination.objects.filter(pk=id).first()
    if there is not None:
        if there.cooperative_id != cooperative or there.opened_by_id != by.user_id:
            raise Refused(problem("SUPERVISION_020", "id"))
        return id
    found = supervised(by, cooperative)
    if found is None:
        raise Refused(problem("SUPERVISION_002", "cooperative"))
    unfounded = [] if found.founded else [problem("SUPERVISION_025", name=found.name)]
    refuse_if([*unfounded, *_faults(draft)])
    Examination.objects.create(
        pk=id, cooperative_id=cooperative, office=found.office, area=found.area, way=draft.way, timing=draft.timing,
        purpose=draft.purpose, matter=draft.matter.strip(), starts=draft.starts, ends=draft.ends,
        opened_by_id=by.user_id, opened_at=now,
    )  # fmt: skip
    tell("opened", by, id, found.village_code, id)
    return id


@transaction.atomic
def assign(*, by: Viewer, examination: UUID, team: Sequence[TeamDraft]) -> UUID:
    """Send the team out with a letter of assignment. Sent twice, the letter is issued once."""
    row = own(by, examination)
    named = [TeamDraft(one.name.strip(), one.nip.replace(" ", ""), one.duty) for one in team if one.name.strip()]
    if row.letter_id is not None:
        return _again(row, named)
    heads = sum(one.duty == LEAD for one in named)
    headless = [] if heads == 1 else [problem("SUPERVISION_005", "team", seen=heads)]
    refuse_if([*headless, *(fault for at, one in enumerate(named) for fault in nip_faults(f"nip{at}", one.nip))])
    Member.objects.bulk_create(
        Member(pk=uuid7(), examination=row, name=one.name, nip=one.nip, duty=one.duty) for one in named
    )
    facts = {
        "cooperative": row.cooperative.name, "matter": row.matter, "starts": row.starts, "ends": row.ends,
        "kinds": [label(KINDS, getattr(row, pair)) for pair in PAIRS],
        "team": [_sent(one) for one in named],
    }  # fmt: skip
    letter = send_letter(by, row, uuid5(examination, "assignment"), "supervision-assignment", row.cooperative.name,
                         facts)  # fmt: skip
    Examination.objects.filter(pk=examination).update(letter_id=letter)
    tell("assigned", by, examination, row.cooperative.village_id, examination)
    return letter


@transaction.atomic
def close_examination(*, by: Viewer, examination: UUID, why: str, now: datetime) -> None:
    """Close an examination; with findings that are not settled only with a reason. Closed twice, closed once."""
    there = card_of(by, examination)
    if there is not None and there.keeps and there.closed_at is not None:
        return
    row, card = own(by, examination), card_of(by, examination)
    left = card.line.unsettled if card is not None else 0
    refuse_if([*missing({"why": why}, {"why": _("Alasan")}, {"why": 240})] if why.strip() else [])
    refuse_if([problem("SUPERVISION_019", "why", seen=left)] if left and not why.strip() else [])
    Examination.objects.filter(pk=examination).update(closed_at=now, closed_by_id=by.user_id, closed_why=why.strip())
    tell("closed", by, examination, row.cooperative.village_id, examination)


def _sent(one: TeamDraft) -> str:
    """'Dominggus Lay, NIP 196912312000031009, Ketua tim'."""
    return ", ".join((one.name, *([f"NIP {one.nip}"] if one.nip else []), label(DUTIES, one.duty)))


def _again(row: Examination, team: Sequence[TeamDraft]) -> UUID:
    """The letter that is there, where the same team is sent again."""
    there = {(one.name, one.nip, one.duty) for one in row.team.all()}
    if row.letter is None or there != {(one.name, one.nip, one.duty) for one in team}:
        raise Refused(problem("SUPERVISION_006", "team", number=row.letter.number if row.letter else ""))
    return row.letter.pk


def _faults(draft: ExaminationDraft) -> Iterator[Problem]:
    parents = {one.code: one.parent for one in listing(KINDS)}
    for pair in PAIRS:
        if parents.get(getattr(draft, pair)) != pair:
            yield problem("SUPERVISION_004", pair, seen=getattr(draft, pair))
    yield from missing({"matter": draft.matter}, {"matter": _("Yang diperiksa")}, MOST)
    if draft.ends < draft.starts:
        yield problem("SUPERVISION_003", "ends", starts=draft.starts, ends=draft.ends)
