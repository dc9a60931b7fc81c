"""What the writes of supervision share: the examination of one's own office, its letters, the activity row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar
from uuid import UUID

from django.utils import timezone

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.letters import queries as letters
from sidamping.features.letters import services as writing
from sidamping.features.supervision.models import Examination, Finding, Sanction
from sidamping.features.supervision.queries.lines import ExaminationCard
from sidamping.features.supervision.queries.offices import heading_of
from sidamping.features.supervision.queries.scope import kept
from sidamping.platform.access.queries import nip_of
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns
from sidamping.platform.territory.queries import names_of

Row = TypeVar("Row", Finding, Sanction)
NIP = re.compile("[0-9]{18}")


def own(by: Viewer, examination: UUID) -> Examination:
    """The examination of the viewer's office, one write at a time, while it is not closed."""
    take_turns(examination)
    row = kept(by).select_related("cooperative").filter(pk=examination).first()
    if row is None:
        raise Refused(problem("SUPERVISION_001"))
    if row.closed_at is not None:
        raise Refused(problem("SUPERVISION_018", day=row.closed_at.astimezone(timezone.get_current_timezone()).date()))
    return row


def own_row(by: Viewer, kind: type[Row], id: UUID) -> tuple[Examination, Row]:
    """A finding or sanction with the examination of the viewer's office, read when its turn has come."""
    examination = kind.objects.filter(pk=id).values_list("examination_id", flat=True).first()
    if examination is None:
        raise Refused(problem("SUPERVISION_001"))
    return own(by, examination), kind.objects.get(pk=id)


def send_letter(
    by: Viewer, row: Examination | ExaminationCard, id: UUID, kind: str, cooperative: str, facts: Mapping[str, Any]
) -> UUID:
    """A letter of the office to the board of the cooperative: numbered, frozen, shown by supervision alone.

    It stands under the office's own head. Only where the account that sends it off bears the signer's NIP is it
    issued electronically; otherwise it is left to be signed by hand.
    """
    head = heading_of(row.office, row.area)
    if head is None:
        raise Refused(problem("SUPERVISION_023", area=names_of([row.area])[row.area]))
    office = letters.issuing_office(
        role=row.office, area=row.area, name=head.name, place=head.place, title=head.title, signer=head.signer,
        nip=head.nip, letterhead=(head.government.upper(), head.name.upper(), head.address),
        electronic=head.nip == nip_of(by.user_id),
    )  # fmt: skip
    return writing.issue(
        by=by, id=id, kind=kind, recipient=f"Pengurus {cooperative}", place="Tempat", facts=facts, on=by.on,
        regency=row.area, office=office,
    )  # fmt: skip


def missing(given: Mapping[str, str], labels: Mapping[str, Any], most: Mapping[str, int]) -> Iterator[Problem]:
    """Words that are wanted and not there, or longer than they may be."""
    for name, told in labels.items():
        words = given[name].strip()
        if not words:
            yield problem("GENERAL_001", name, label=told)
        elif len(words) > most[name]:
            yield problem("SUPERVISION_021", name, label=told, seen=len(words), most=most[name])


def tell(verb: str, by: Viewer, subject: UUID, village: str, examination: UUID, **data: Any) -> None:
    """The activity row. It tells that something happened, not what was found: others read the trail.

    Its subject is never the cooperative, whose history mentors read on its card (C33).
    """
    journal.record(
        f"supervision.{verb}", by=by.user_id, subject=subject, regency=village[:5], examination=str(examination), **data
    )


def nip_faults(name: str, nip: str) -> Iterator[Problem]:
    """An employee's number that is not one; who has none leaves it empty."""
    if nip and not NIP.fullmatch(nip):
        yield problem("SUPERVISION_024", name, seen=nip)
