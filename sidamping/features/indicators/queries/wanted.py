"""What a board is set to by its address: month, programme, cohort, area, mentor and whatever else narrows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from sidamping.domain.periods import Month
from sidamping.features.indicators.queries.groups import MEASURED, MENTOR, NOBODY, PLACES, Among, Chosen
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import read_id
from sidamping.rules.indicators import indicators

READERS = (roles.MENTOR, *roles.OVERSEERS)
COMPARED = (*PLACES, MENTOR)
PROVINCE = 2
"""Signs of the code of a province."""
BY_PROVINCE, BY_REGENCY = "province", "regency"
HELD = {"sector": "sektor", "technology": "teknologi", "intensity": "intensitas", "health": "kesehatan"}
"""Name of a measured group → its word in an address."""
UNTOLD = "belum"
MONTHS_BACK = 12


@dataclass(frozen=True)
class Wanted:
    """The setting of a board."""

    month: Month
    programme: str = ""
    cohort: Chosen = None
    area: str = ""
    by: str = "regency"
    chosen: tuple[str, ...] = ()
    """Codes of the indicators compared; none = all."""
    mentor: Chosen = None
    held: tuple[tuple[str, int | None], ...] = ()

    @property
    def among(self) -> Among:
        return Among(self.programme, self.cohort, self.area, self.mentor, self.held)


def read_wanted(viewer: Viewer, told: Mapping[str, Sequence[str]]) -> Wanted:
    """What an address sets, by its names; what it does not know is left out."""

    def said(name: str) -> str:
        return told[name][-1] if told.get(name) else ""

    area, by = said("wilayah")[:5], said("per")
    return Wanted(
        _month(said("bulan"), viewer), said("program")[:60], _chosen(said("kohort")),
        area if area.replace(".", "").isdigit() else "", by if by in COMPARED else usual_group(viewer),
        tuple(one.code for one in indicators(viewer.on) if one.code in told.get("indikator", ())),
        _chosen(said("pendamping")),
        tuple((name, value) for name in MEASURED for value in _value(said(HELD[name]))),
    )


def address(wanted: Wanted, **more: str) -> str:
    """The query string that sets a board."""
    parts = {
        "bulan": str(wanted.month), "program": wanted.programme, "kohort": str(wanted.cohort or ""),
        "wilayah": wanted.area, "per": wanted.by, "indikator": wanted.chosen, "pendamping": str(wanted.mentor or ""),
        **{HELD[name]: UNTOLD if value is None else str(value) for name, value in wanted.held}, **more,
    }
    return urlencode({name: value for name, value in parts.items() if value}, doseq=True)


def one_group(wanted: Wanted, key: str, by: str = "") -> Wanted:
    """The same board narrowed to a group of its comparison, or of another."""
    by = by or wanted.by
    if by in (BY_PROVINCE, BY_REGENCY):
        return replace(wanted, area=key if key.startswith(wanted.area) else wanted.area)  # never wider than the board
    if by == "programme":
        return replace(wanted, programme=key)
    if by == "cohort":
        return replace(wanted, cohort=UUID(key) if key else NOBODY)
    if by == MENTOR:
        return replace(wanted, mentor=UUID(key) if key else NOBODY)
    rest = tuple(one for one in wanted.held if one[0] != by)
    return replace(wanted, held=(*rest, (by, int(key) if key else None)))


def usual_group(viewer: Viewer) -> str:
    """What the reader compares first: provinces of a nation, regencies of a province, programmes of a regency."""
    widest = min((len(grant.area) for grant in viewer.holding(*READERS)), default=0)
    return BY_PROVINCE if widest == 0 else BY_REGENCY if widest <= PROVINCE else "programme"


def home_province(viewer: Viewer, wanted: Wanted) -> str:
    """The province a board is about: the one chosen, or the only one its reader looks over; '' = the nation."""
    if wanted.area:
        return wanted.area[:PROVINCE]
    held = provinces_read(viewer)
    return held.pop() if len(held) == 1 else ""


def provinces_read(viewer: Viewer) -> set[str]:
    """The codes of the provinces, whole or in part, of which the viewer reads boards; '' = the nation."""
    return {grant.area[:PROVINCE] for grant in viewer.holding(*READERS)}


def as_of(viewer: Viewer, month: Month) -> date:
    """The day a board tells of: the month's end, or today while it runs."""
    return min(month.end, viewer.on)


def months_to_choose(on: date) -> tuple[Month, ...]:
    """The month that runs and those of the year before it, newest first."""
    found = [Month.of(on)]
    for _ in range(MONTHS_BACK):
        found.append(found[-1].previous)
    return tuple(found)


def year_of(month: Month) -> tuple[Month, ...]:
    """The month and the eleven before it, oldest first."""
    months = [month]
    while len(months) < MONTHS_BACK:
        months.insert(0, months[0].previous)
    return tuple(months)


def _chosen(text: str) -> Chosen:
    return NOBODY if text == NOBODY else read_id(text)


def _value(text: str) -> tuple[int | None, ...]:
    """Nothing set, 'not reported', or a value."""
    if text == UNTOLD:
        return (None,)
    return (int(text),) if text.isascii() and text.isdigit() and len(text) < 4 else ()


def _month(text: str, viewer: Viewer) -> Month:
    try:
        return min(Month.parse(text), Month.of(viewer.on))
    except ValueError:
        return Month.of(viewer.on)
