"""Records meetings of founders. A formation meeting with too few of them is refused; what was typed stays there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sidamping.domain.founding.steps import FORMATION, GATHERINGS, overtaken, too_early
from sidamping.domain.parties import squeezed
from sidamping.domain.periods import long_day
from sidamping.domain.problems import Problem, problem, refuse_if
from sidamping.features.founding.models import Founder, Founding, Gathering
from sidamping.features.founding.queries.said import done, steps
from sidamping.features.founding.services.keeping import fresh, late_day, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import label
from sidamping.rules.founding import founders_needed
from sidamping.rules.in_force import NotInForce


@dataclass(frozen=True)
class GatheringDraft:
    """A meeting as held; `came` are the founders who attended."""

    kind: str
    day: date
    begins: time
    place: str
    led_by: str
    minutes: str
    came: Collection[UUID] = ()
    official: str = ""
    office: str = ""


@transaction.atomic
def record_gathering(*, by: Viewer, id: UUID, founding: UUID, draft: GatheringDraft, now: datetime) -> UUID:
    """A meeting; recorded again, the later telling counts and the earlier one stays. Sent twice, recorded once."""
    row = fresh(by, founding, Gathering, id)
    if row is None:
        return id
    told = _tidy(draft)
    people = Founder.objects.filter(founding=row, left_on=None, pk__in=told.came).order_by("number")
    came = list(people.values_list("pk", flat=True))
    needed, faults = _needed(row, told, len(came))
    refuse_if([*_faults(told, by.on), *order_faults(row, told.kind, told.day), *faults])
    Gathering.objects.create(
        pk=id, founding=row, kind=told.kind, day=told.day, begins=told.begins, place=told.place, led_by=told.led_by,
        official=told.official, office=told.office, minutes=told.minutes, came=came, needed=needed,
        made_by_id=by.user_id, made_at=now,
    )  # fmt: skip
    tell("gathering_recorded", by, id, row, kind=told.kind, day=told.day.isoformat(), came=len(came))
    return id


def order_faults(row: Founding, step: str, day: date) -> Iterator[Problem]:
    """A step that comes before one it needs, or after one that needs it."""
    held, language = done(steps(row.pk)), get_language() or "id"
    clashes = [*too_early(step, day, held), *overtaken(step, day, held)]
    if clashes:
        told = (f"{label('founding-steps', one, language)} {long_day(at, language) if at else _('belum dicatat')}"
                for one, at in clashes)  # fmt: skip
        name = label("founding-steps", step, language)
        yield problem("FOUNDING_017", "day", step=name, day=long_day(day, language), missing=", ".join(told))


def _tidy(draft: GatheringDraft) -> GatheringDraft:
    words: dict[str, Any] = {name: squeezed(getattr(draft, name)) for name in ("place", "led_by", "official", "office")}
    return replace(draft, minutes=draft.minutes.strip(), **words)


def _needed(row: Founding, draft: GatheringDraft, came: int) -> tuple[int, list[Problem]]:
    """How many founders the rule of the day asks of the meeting, and what is wrong with how many came."""
    if draft.kind != FORMATION:
        return 0, []
    try:
        needed, cited = founders_needed(row.party.form, draft.day)
    except NotInForce:
        return 0, [problem("FOUNDING_010", "day", day=draft.day)]
    if came >= needed:
        return needed, []
    return needed, [problem("FOUNDING_009", "came", count=came, day=draft.day, needed=needed, cite=cited.cite)]


def _faults(draft: GatheringDraft, today: date) -> Iterator[Problem]:
    if draft.kind not in GATHERINGS:
        yield problem("FOUNDING_018", "kind", seen=draft.kind)
    yield from late_day(draft.day, today)
    asked = {"place": _("Tempat"), "led_by": _("Dipimpin oleh"), "minutes": _("Yang dibahas dan diputuskan")}
    if draft.kind == FORMATION:
        asked |= {"official": _("Pejabat yang hadir"), "office": _("Instansi pejabat")}
    yield from (problem("GENERAL_001", name, label=word) for name, word in asked.items() if not getattr(draft, name))
