"""Counts in words and links: 'so many of so many', the share, what is not reported, and where each number opens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from sidamping.domain.cohorts.shares import Share
from sidamping.domain.indicators.counts import Count
from sidamping.domain.indicators.definitions import MENTEES
from sidamping.domain.periods import Month
from sidamping.features.indicators.queries.asking import EVERYBODY, NO, NO_COHORT, TOLD, UNREPORTED, YES, Cohort
from sidamping.features.indicators.queries.boards import COMPARED, Wanted, known_codes, usual_group
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.language import reader_language
from sidamping.rules.indicators import Indicator

FINE = 1000
"""From so many on a share is told with two decimals, below with one."""


@dataclass(frozen=True)
class Opened:
    """A count as a page shows it, each of its numbers with the address that opens what stands behind it."""

    count: Count
    share: str
    coverage: str
    yes: str
    no: str
    told: str
    unreported: str
    everybody: str
    of_mentees: bool


@dataclass(frozen=True)
class Described:
    """An indicator in the reader's language."""

    code: str
    title: str
    numerator: str
    denominator: str
    origin: str
    status: str
    cite: str
    version: str


def described(one: Indicator) -> Described:
    language = reader_language()
    return Described(
        one.code, one.title.text(language), one.numerator.text(language), one.denominator.text(language),
        one.origin.text(language), one.status, one.cite, one.version,
    )


def opened(indicator: Indicator, count: Count, wanted: Wanted) -> Opened:
    base = reverse("figure_list", args=[indicator.code])
    yes, no, told, unreported, everybody = (
        f"{base}?{address(wanted, keadaan=state)}" for state in (YES, NO, TOLD, UNREPORTED, EVERYBODY)
    )
    return Opened(
        count, percent(count.share), percent(count.coverage), yes, no, told, unreported, everybody,
        indicator.definition.counted == MENTEES,
    )


def percent(share: Share) -> str:
    """'31,07 %' of large wholes, '31,1 %' of small ones; '–' of nothing. Rounded here and nowhere before."""
    value = share.percent
    if value is None:
        return "–"
    step = Decimal("0.01" if share.whole >= FINE else "0.1")
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{exact.quantize(step, ROUND_HALF_UP)} %".replace(".", ",")


def address(wanted: Wanted, **more: str) -> str:
    """The query string that sets a board."""
    parts = {
        "bulan": str(wanted.month), "program": wanted.programme, "kohort": str(wanted.cohort or ""),
        "wilayah": wanted.area, "per": wanted.by, "indikator": wanted.chosen, **more,
    }
    return urlencode({name: value for name, value in parts.items() if value}, doseq=True)


def asked(request: HttpRequest) -> Wanted:
    """What the address sets; what it does not know is left out."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    told = request.GET
    area = told.get("wilayah", "")[:5]
    by = told.get("per", "")
    return Wanted(
        _month(told.get("bulan", ""), viewer), told.get("program", "")[:60], _cohort(told.get("kohort", "")),
        area if area.replace(".", "").isdigit() else "", by if by in COMPARED else usual_group(viewer),
        tuple(code for code in known_codes(viewer) if code in told.getlist("indikator")),
    )


def one_group(wanted: Wanted, key: str) -> Wanted:
    """The same board narrowed to a group of its comparison."""
    if wanted.by in ("province", "regency"):
        return replace(wanted, area=key)
    if wanted.by == "programme":
        return replace(wanted, programme=key)
    return replace(wanted, cohort=UUID(key) if key else NO_COHORT)


def group_words() -> dict[str, str]:
    """What a group of indicators is called."""
    return {
        "compliance": _("Kepatuhan"), "intensity": _("Intensitas"), "outcome": _("Keberhasilan"),
        "papers": _("Laporan"), "health": _("Kesehatan koperasi"), "pipeline": _("Kelulusan"),
        "profile": _("Profil peserta"),
    }


def by_words() -> dict[str, str]:
    """What a comparison may be made by."""
    return {"regency": _("Kabupaten/kota"), "province": _("Provinsi"), "cohort": _("Angkatan"),
            "programme": _("Program")}


def state_words() -> dict[str, str]:
    """Who stands behind a number."""
    return {YES: _("Memenuhi"), NO: _("Tidak memenuhi"), TOLD: _("Dapat ditentukan"),
            UNREPORTED: _("Belum dilaporkan"), EVERYBODY: _("Semua")}


def _cohort(text: str) -> Cohort:
    return NO_COHORT if text == NO_COHORT else read_id(text)


def _month(text: str, viewer: Viewer) -> Month:
    try:
        return min(Month.parse(text), Month.of(viewer.on))
    except ValueError:
        return Month.of(viewer.on)
