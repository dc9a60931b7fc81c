"""Panels and marks: who interviews whom, when and where; each marks alone, and what is handed in is sealed (B3)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.domain.scoring.filling import read_filling
from sidamping.domain.scoring.instrument import Instrument
from sidamping.domain.scoring.sheet import filling_data
from sidamping.features.recruitment.models import Interview, Panelist
from sidamping.features.recruitment.queries.interviews import said, to_interview
from sidamping.features.recruitment.services.taken import Taken, taken, tell
from sidamping.platform.access.queries import user_names
from sidamping.platform.access.viewer import Viewer

LONGEST_REMARK = 1000


@transaction.atomic
def set_panel(
    *, by: Viewer, candidacy: UUID, people: Collection[UUID], on: date, place: str, excused_why: str = ""
) -> None:
    """The interviewers of a candidate and the meeting. Who is named no more is excused; the same panel counts once."""
    held = taken(by, candidacy)
    panel = {one.user_id: one for one in held.row.panel.all()}
    here = {user for user, one in panel.items() if not one.excused_why}
    met = getattr(held.row, "interview", None)
    if here == set(people) and met is not None and (met.on, met.place) == (on, place.strip()):
        return
    gone = here - set(people)
    refuse_if(_panel_faults(by, held, set(people), [panel[one] for one in gone], place, excused_why))
    for user in gone:
        Panelist.objects.filter(pk=panel[user].pk).update(excused_why=excused_why.strip()[:240])
    for user in sorted(set(people) - here, key=str):
        Panelist.objects.update_or_create(candidacy=held.row, user_id=user, defaults={"excused_why": ""})
    Interview.objects.update_or_create(candidacy=held.row, defaults={"on": on, "place": place.strip()})
    named = sorted(map(str, people))
    tell("panel_set", by, held.row, why=excused_why.strip(), on=str(on), interviewers=named)


@transaction.atomic
def set_panels(
    *, by: Viewer, candidacies: Collection[UUID], people: Collection[UUID], on: date, place: str, excused_why: str = ""
) -> None:
    """One panel for several candidates, all or none."""
    for candidacy in sorted(candidacies, key=str):
        set_panel(by=by, candidacy=candidacy, people=people, on=on, place=place, excused_why=excused_why)


@transaction.atomic
def save_marks(*, by: Viewer, candidacy: UUID, marks: Mapping[str, Any], remark: str = "") -> None:
    """The viewer's own marks as a draft; nobody else reads them. The same marks count once."""
    held, seat = _seat(by, candidacy)
    sound = _read(held, marks)
    refuse_if(_remark_faults(remark))
    if (seat.marks, seat.remark) == (sound, remark.strip()):
        return
    seat.marks, seat.remark = sound, remark.strip()
    seat.save(update_fields=["marks", "remark"])
    tell("marks_saved", by, held.row)


@transaction.atomic
def hand_in_marks(
    *, by: Viewer, candidacy: UUID, marks: Mapping[str, Any], now: datetime, remark: str = ""
) -> None:
    """Seal the viewer's own marks. The same marks handed in twice are handed in once."""
    held = taken(by, candidacy, leads=False)
    own = _own(by, held)
    sound = _read(held, marks)
    if own.handed_at is not None:
        if own.marks == sound:
            return
        raise Refused(problem("RECRUITMENT_018", ""))
    refuse_if([*_missing(held, sound), *_remark_faults(remark)])
    own.marks, own.remark, own.handed_at = sound, remark.strip(), now
    own.save(update_fields=["marks", "remark", "handed_at"])
    tell("marks_handed_in", by, held.row)


def _seat(by: Viewer, candidacy: UUID) -> tuple[Taken, Panelist]:
    held = taken(by, candidacy, leads=False)
    own = _own(by, held)
    if own.handed_at is not None:
        raise Refused(problem("RECRUITMENT_018", ""))
    return held, own


def _own(by: Viewer, held: Taken) -> Panelist:
    found: Panelist | None = Panelist.objects.filter(
        candidacy=held.row, user_id=by.user_id, excused_why=""
    ).first()
    if found is None:
        raise Refused(problem("RECRUITMENT_020", ""))
    return found


def _ruler(held: Taken) -> Instrument:
    return held.book.instrument_on(held.row.applied_on)


def _read(held: Taken, marks: Mapping[str, Any]) -> dict[str, Any]:
    """The marks given, each within its interval; empty is not zero."""
    given = {key: str(value).strip() for key, value in marks.items() if str(value).strip()}
    known = {one.key for one in _ruler(held).components}
    refuse_if(problem("SCORING_011", key, key=key, seen="?", wanted=", ".join(sorted(known)))
              for key in given if key not in known)
    if not given:
        return {}
    data = filling_data(_ruler(held), {f"inputs.{key}": value for key, value in given.items()})
    try:
        read_filling(_ruler(held), data)
    except Refused as refused:
        raise Refused([replace(one, where=one.where.removeprefix("inputs.")) for one in refused.problems]) from None
    return data["inputs"]


def _missing(held: Taken, marks: Mapping[str, Any]) -> list[Problem]:
    lacking = [said(one.label, held.book.language) for one in _ruler(held).components if one.key not in marks]
    return [problem("RECRUITMENT_019", "", missing=", ".join(lacking))] if lacking else []


def _remark_faults(remark: str) -> list[Problem]:
    length = len(remark.strip())
    if length <= LONGEST_REMARK:
        return []
    return [problem("RECRUITMENT_033", "remark", label=_("Catatan"), length=length, limit=LONGEST_REMARK)]


def _panel_faults(
    by: Viewer, held: Taken, people: set[UUID], gone: Collection[Panelist], place: str, why: str
) -> list[Problem]:
    faults: list[Problem] = []
    asked = {one.user_id for one in to_interview(held.row, by.on)}
    names = user_names(people - asked)
    strange = sorted(names.get(one, "?") for one in people - asked)
    faults += [problem("RECRUITMENT_016", "people", name=name) for name in strange]
    faults += [problem("RECRUITMENT_017", "people", name=str(one.user)) for one in gone if one.handed_at is not None]
    rule = held.book.recruitment.interview
    if rule is not None and len(people) < rule.interviewers:
        faults.append(problem("PROGRAMMES_044", "people", least=rule.interviewers, seen=len(people)))
    if gone and not why.strip():
        faults.append(problem("GENERAL_001", "excused_why", label=_("Alasan melepas pewawancara")))
    if not place.strip():
        faults.append(problem("GENERAL_001", "place", label=_("Tempat atau tautan")))
    return faults
