"""Keeps who founds: adds founders, lets them go with a reason, seats the first officers, opens a masked number."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from sidamping.domain.parties import digits, legal_key, nik_faults, squeezed
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.founding.models import Founder, Founding
from sidamping.features.founding.queries.scope import in_sight
from sidamping.features.founding.services.keeping import fresh, kept, tell
from sidamping.features.parties import queries as parties
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import listing

LEAST_REASON = 8
ORGANS = ("management", "supervision")
"""Organs the founders elect; managers are appointed by the board later."""


@dataclass(frozen=True)
class FounderDraft:
    """A founder as on the identity card; of a secondary cooperative with the legal number of the one represented."""

    name: str
    nik: str
    work: str = ""
    address: str = ""
    represents: str = ""


@transaction.atomic
def add_founder(*, by: Viewer, id: UUID, founding: UUID, draft: FounderDraft, now: datetime) -> UUID:
    """A founder with the next number. Sent twice, added once."""
    row = fresh(by, founding, Founder, id)
    if row is None:
        return id
    name, nik, number = squeezed(draft.name), digits(draft.nik), legal_key(draft.represents)
    secondary = row.party.form != "primary"
    held = parties.holders_of_legal_number([number]).get(number) if secondary and number else None
    refuse_if([*_named(name, nik), *_twice(row, nik), *(_represented(row, number, held) if secondary else ())])
    last = Founder.objects.filter(founding=row).aggregate(last=Max("number"))["last"] or 0
    Founder.objects.create(
        pk=id, founding=row, number=last + 1, name=name, nik=nik, work=squeezed(draft.work),
        address=squeezed(draft.address), represents_id=held.id if held else None, added_by_id=by.user_id, added_at=now,
    )  # fmt: skip
    tell("founder_added", by, id, row, number=last + 1)
    return id


@transaction.atomic
def release_founder(*, by: Viewer, founder: UUID, why: str) -> None:
    """A founder does not go on; the row stays with the reason. Sent twice, it happens once."""
    row, held = _founder(by, founder)
    if held.left_on is not None:
        return
    refuse_if([] if why.strip() else [problem("GENERAL_001", "why", label=_("Alasan"))])
    held.left_on, held.left_why, held.position, held.signs = by.on, why.strip(), "", False
    held.save(update_fields=["left_on", "left_why", "position", "signs"])
    tell("founder_left", by, founder, row, why=why.strip(), number=held.number)


@transaction.atomic
def seat_officers(
    *, by: Viewer, founding: UUID, positions: Mapping[UUID, str], signers: Collection[UUID]
) -> None:
    """The first officers and the proxies for the notary, all founders at once; unchanged, nothing is told."""
    row = kept(by, founding)
    people = list(Founder.objects.filter(founding=row, left_on=None).order_by("number"))
    refuse_if(_seat_faults(people, positions))
    before = {one.pk: (one.position, one.signs) for one in people}
    wanted = {one.pk: (positions.get(one.pk, ""), one.pk in signers) for one in people}
    if wanted == before:
        return
    Founder.objects.filter(pk__in=before).update(position="", signs=False)
    for one in people:
        one.position, one.signs = wanted[one.pk]
    Founder.objects.bulk_update(people, ["position", "signs"])
    tell("officers_seated", by, founding, row, seated={str(one.number): one.position for one in people if one.position})


@transaction.atomic
def reveal_nik(*, by: Viewer, founder: UUID, why: str) -> str:
    """The number in full for whoever keeps the founding; never without a reason, which stays in the trail (F10)."""
    held = Founder.objects.filter(pk=founder, founding__in=in_sight(by)).first()
    if held is None:
        raise Refused(problem("FOUNDING_001"))
    row, reason = kept(by, held.founding_id), squeezed(why)
    refuse_if([problem("FOUNDING_036", "why", least=LEAST_REASON)] if len(reason) < LEAST_REASON else [])
    tell("nik_revealed", by, founder, row, why=reason, number=held.number)
    return held.nik


def _founder(by: Viewer, id: UUID) -> tuple[Founding, Founder]:
    found = Founder.objects.filter(pk=id).values_list("founding_id", flat=True).first()
    if found is None:
        raise Refused(problem("FOUNDING_001"))
    return kept(by, found), Founder.objects.get(pk=id)


def _named(name: str, nik: str) -> Iterator[Problem]:
    if not name:
        yield problem("GENERAL_001", "name", label=_("Nama"))
    if not nik:
        yield problem("GENERAL_001", "nik", label=_("NIK"))
    yield from nik_faults(nik)


def _twice(row: Founding, nik: str) -> Iterator[Problem]:
    same = Founder.objects.filter(founding=row, left_on=None, nik=nik).values_list("number", flat=True).first()
    if same is not None:
        yield problem("FOUNDING_006", "nik", number=same)


def _represented(row: Founding, number: str, held: parties.Held | None) -> Iterator[Problem]:
    if held is None:
        yield problem("FOUNDING_007", "represents", seen=number or "–")
        return
    rows = Founder.objects.filter(founding=row, left_on=None, represents_id=held.id)
    same = rows.values_list("number", flat=True).first()
    if same is not None:
        yield problem("FOUNDING_008", "represents", name=held.name, number=same)


def _seat_faults(people: Collection[Founder], positions: Mapping[UUID, str]) -> Iterator[Problem]:
    known = {"", *(one.code for one in listing("board-positions") if one.parent in ORGANS and not one.retired)}
    yield from (problem("FOUNDING_018", "positions", seen=one) for one in positions.values() if one not in known)
    chairs = [one.number for one in people if positions.get(one.pk) == "chair"]
    if len(chairs) > 1:
        yield problem("FOUNDING_019", "positions", first=chairs[0], second=chairs[1])
