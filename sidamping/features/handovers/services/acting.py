"""Writes of a handover: the leaving mentor adds remarks and hands over, the new one confirms having read it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.papers.canonical import digest
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.handovers.models import Dossier, Reading, Remark
from sidamping.features.handovers.queries.cards import remarks_of
from sidamping.features.handovers.queries.dossier import gathered, last_sent
from sidamping.features.programmes import queries as programmes
from sidamping.features.programmes.queries import Succession
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns

LONGEST = 2000
LONGEST_REASON = 240


@transaction.atomic
def add_remark(*, by: Viewer, id: UUID, handover: UUID, text: str, now: datetime) -> UUID:
    """Add what no record says; by the leaving mentor or the office, until it is handed over. Sent twice, once."""
    one = _giving(by, handover)
    if earlier := Remark.objects.filter(pk=id).first():
        if (earlier.handover_id, earlier.text) != (handover, text.strip()):
            raise Refused(problem("HANDOVERS_008"))
        return earlier.pk
    words = text.strip()
    faults = [] if words else [problem("GENERAL_001", "text", label=_("Pesan"))]
    refuse_if([*_frozen_faults(one), *faults, *_long(words, "text", LONGEST)])
    Remark.objects.create(id=id, handover_id=handover, text=words, by_id=by.user_id, at=now)
    _tell("handovers.remarked", by, one)
    return id


@transaction.atomic
def hand_over(*, by: Viewer, handover: UUID, now: datetime, sent: bool = False, why: str = "") -> str:
    """Freeze the dossier with its hash. The leaving mentor says that nothing is left on the phone; the office why it
    acts instead. Done twice, it stays as it was."""
    one = _giving(by, handover)
    if frozen := Dossier.objects.filter(pk=handover).first():
        return frozen.sha256
    leaving = by.user_id == one.leaving_id
    faults: list[Problem] = []
    if leaving and not sent:
        faults.append(problem("HANDOVERS_003", "sent"))
    if not leaving and not why.strip():
        faults.append(problem("HANDOVERS_004", "why", name=one.leaving))
    refuse_if([*faults, *_long(why.strip(), "why", LONGEST_REASON)])
    content = gathered(one, by.on)
    content["last_sent"] = last_sent(one)
    content["remarks"] = [{"text": row.text, "by": row.by, "at": row.at.isoformat()} for row in remarks_of(handover)]
    made = Dossier(handover_id=handover, content=content, sha256=digest(content), why=why.strip(), at=now)
    made.by_id = by.user_id
    made.save(force_insert=True)
    _tell("handovers.handed_over", by, one, why=why.strip(), sha256=made.sha256)
    return made.sha256


@transaction.atomic
def confirm_reading(*, by: Viewer, handover: UUID, now: datetime, remark: str = "") -> None:
    """The new mentor has read the dossier. Confirmed twice, it counts once."""
    one = _known(by, handover)
    frozen = Dossier.objects.filter(pk=handover).first()
    faults: list[Problem] = []
    if by.user_id != one.arriving_id:
        faults.append(problem("HANDOVERS_006", "by", name=one.arriving))
    if frozen is None:
        faults.append(problem("HANDOVERS_005", "by", name=one.leaving))
    refuse_if([*faults, *_long(remark.strip(), "remark", LONGEST)])
    if frozen is None or Reading.objects.filter(pk=handover).exists():
        return
    Reading.objects.create(dossier=frozen, remark=remark.strip(), by_id=by.user_id, at=now)
    _tell("handovers.read", by, one)


def _known(by: Viewer, handover: UUID) -> Succession:
    """The handover, its writers taking turns; refused for a stranger."""
    take_turns(handover)
    one = programmes.succession(by, handover)
    if one is None:
        raise Refused(problem("HANDOVERS_001", "handover"))
    return one


def _giving(by: Viewer, handover: UUID) -> Succession:
    """The handover, for the leaving mentor and for who manages the mentoring."""
    one = _known(by, handover)
    if by.user_id != one.leaving_id and not programmes.hands_over_for(by, one):
        raise Refused(problem("HANDOVERS_001", "handover"))
    return one


def _frozen_faults(one: Succession) -> list[Problem]:
    frozen = Dossier.objects.filter(pk=one.id).first()
    return [problem("HANDOVERS_002", "handover", day=frozen.at.date(), name=one.arriving)] if frozen else []


def _long(text: str, field: str, most: int) -> list[Problem]:
    return [problem("HANDOVERS_007", field, seen=len(text), most=most)] if len(text) > most else []


def _tell(action: str, by: Viewer, one: Succession, why: str = "", **data: str) -> None:
    said = {"handover": str(one.id), **data}
    journal.record(action, by=by.user_id, subject=one.engagement_id, why=why, regency=one.regency, **said)
