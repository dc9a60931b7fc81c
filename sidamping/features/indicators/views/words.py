"""Counts in words and links: 'so many of so many', the share, what is not reported, and where each number opens."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from sidamping.domain.indicators.counts import Count
from sidamping.domain.indicators.definitions import MENTEES
from sidamping.features.indicators.queries.asking import EVERYBODY, NO, TOLD, UNREPORTED, YES
from sidamping.features.indicators.queries.wanted import Wanted, address
from sidamping.features.indicators.queries.words import percent
from sidamping.rules.indicators import Indicator


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


def opened(indicator: Indicator, count: Count, wanted: Wanted) -> Opened:
    base = reverse("figure_list", args=[indicator.code])
    yes, no, told, unreported, everybody = (
        f"{base}?{address(wanted, keadaan=state)}" for state in (YES, NO, TOLD, UNREPORTED, EVERYBODY)
    )
    return Opened(
        count, percent(count.share), percent(count.coverage), yes, no, told, unreported, everybody,
        indicator.definition.counted == MENTEES,
    )


def state_words() -> dict[str, str]:
    """Who stands behind a number."""
    return {YES: _("Memenuhi"), NO: _("Tidak memenuhi"), TOLD: _("Dapat ditentukan"),
            UNREPORTED: _("Belum dilaporkan"), EVERYBODY: _("Semua")}
