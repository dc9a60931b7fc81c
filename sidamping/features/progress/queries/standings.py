"""How participants stand on a day: contact budget, months and success, in the same few queries for any number.

Everything is computed from raw records on each look; nothing of it is stored (C2, C4, C5, C6).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any
from uuid import UUID

from sidamping.domain.cohorts.contacts import Contact, PeriodDose, band_of, dosage
from sidamping.domain.cohorts.lengths import Length, last_day, length
from sidamping.domain.cohorts.success import Success, success
from sidamping.domain.periods import Month
from sidamping.features.fieldwork.queries import contacts_of
from sidamping.features.programmes.queries import EngagementCard
from sidamping.features.progress.models import Extension
from sidamping.features.progress.queries.booked import with_books
from sidamping.features.progress.queries.lines import ExtensionLine, MonthLine, ProfileLine, Standing
from sidamping.features.progress.queries.profiles import profiles_of
from sidamping.features.progress.queries.series import series_of
from sidamping.rules.books import Programme, pinned_programme
from sidamping.rules.in_force import NotInForce
from sidamping.rules.programme_rules import dose_of, limits_of

OF_MONTHS = 3
"""Bands of intensity count contacts in three months."""


def standings(cards: Sequence[EngagementCard], on: date) -> tuple[Standing, ...]:
    """Each participant as of the day, in the order given; a few queries. Unscoped: the caller has scoped the cards."""
    return told_standings(cards, on, profiles_of([one.id for one in cards], on))


def told_standings(
    cards: Sequence[EngagementCard], on: date, profiles: Mapping[UUID, ProfileLine]
) -> tuple[Standing, ...]:
    """The same, for whoever has read the profiles."""
    known = _known(cards, on)
    return tuple(_standing(one, on, profiles.get(one.id), known[one.id]) for one in cards)


def successes(cards: Sequence[EngagementCard], on: date) -> dict[UUID, Success | None]:
    """What each participant reached by the day, without the contacts, which say nothing of it. Unscoped as well."""
    ids = [one.id for one in cards]
    profiles, extended, series = profiles_of(ids, on), extensions_of(ids), with_books(cards, series_of(ids), on)
    return {
        one.id: _success(one, _span(one, profiles.get(one.id), extended.get(one.id, ())), series.get(one.id, ()), on)
        for one in cards
    }


def month_ends(cards: Sequence[EngagementCard]) -> dict[UUID, tuple[tuple[Month, Standing], ...]]:
    """Each participant as it stands at the end of every month of the mentoring, by all that is written by now.

    Only of programmes with a contact budget or indicators of success. Unscoped; as few queries as for a single day.
    """
    asked = [one for one in cards if (book := pinned_programme(one.pinned)).dose or book.success]
    profiles = profiles_of([one.id for one in asked])
    known = _known(asked, date.max)
    return {
        one.id: tuple(
            (month, _standing(one, month.end, profiles.get(one.id), known[one.id]))
            for month in _mentored(one, profiles.get(one.id), known[one.id].extensions)
        )
        for one in asked
    }


def standing_of(card: EngagementCard, on: date, history: Sequence[ProfileLine] | None = None) -> Standing:
    """One participant as of the day; `history` are the profiles where they were read already."""
    if history is None:
        return standings([card], on)[0]
    newest = {one.engagement_id: one for one in history if one.as_of <= on}
    return told_standings([card], on, newest)[0]


def extensions_of(engagement_ids: Sequence[UUID]) -> dict[UUID, tuple[ExtensionLine, ...]]:
    """The extensions of each engagement, the longest last. Unscoped."""
    found: dict[UUID, list[ExtensionLine]] = {}
    rows = Extension.objects.filter(engagement_id__in=list(engagement_ids)).select_related("by").order_by("until", "id")
    for row in rows:
        line = ExtensionLine(row.until, row.reason, row.decided_on, str(row.by))
        found.setdefault(row.engagement_id, []).append(line)
    return {engagement: tuple(lines) for engagement, lines in found.items()}


def length_of(card: EngagementCard, facts: dict[str, str]) -> Length | None:
    """How long the programme mentors whoever has these facts; None where it sets no period."""
    rule = pinned_programme(card.pinned).period
    return length(rule, starts=card.starts, facts=facts) if rule else None


@dataclass(frozen=True)
class _Span:
    """How long a mentoring is: by its programme, with the extension that counts, its last day and its months."""

    long: Length | None
    extension: ExtensionLine | None
    last: date | None
    months: int


@dataclass(frozen=True)
class _Known:
    """What is written of one participant."""

    series: tuple[MonthLine, ...]
    contacts: tuple[Contact, ...]
    extensions: tuple[ExtensionLine, ...]


def _known(cards: Sequence[EngagementCard], on: date) -> dict[UUID, _Known]:
    ids = [one.id for one in cards]
    contacts = contacts_of(ids, on)
    series = with_books(cards, series_of(ids), on)
    extensions = extensions_of(ids)
    return {id: _Known(series.get(id, ()), contacts.get(id, ()), extensions.get(id, ())) for id in ids}


def _standing(card: EngagementCard, on: date, profile: ProfileLine | None, known: _Known) -> Standing:
    span = _span(card, profile, known.extensions)
    dose, band = _dose(card, known.contacts, span.months, on)
    made = _success(card, span, known.series, on)
    return Standing(card, profile, span.long, span.last, span.extension, dose, band, known.series, made)


def _mentored(
    card: EngagementCard, profile: ProfileLine | None, extensions: Sequence[ExtensionLine]
) -> Iterator[Month]:
    """The months of a mentoring whose length is known."""
    last, month = _span(card, profile, extensions).last, Month.of(card.starts)
    while last and month.start <= last:
        yield month
        month = month.next


def _span(card: EngagementCard, profile: ProfileLine | None, extensions: Sequence[ExtensionLine]) -> _Span:
    long = length_of(card, profile.facts if profile else {})
    extension = extensions[-1] if extensions else None
    last = _last(card, long, extension)
    return _Span(long, extension, last, _months_until(card.starts, last) if last else 0)


def _last(card: EngagementCard, long: Length | None, extension: ExtensionLine | None) -> date | None:
    if long is None:
        return card.ends
    last = max(long.last, extension.until) if extension else long.last
    return min(last, card.ends) if card.ends else last


def _months_until(starts: date, last: date) -> int:
    months = 1
    while last_day(starts, months) < last:
        months += 1
    return months


def _dose(
    card: EngagementCard, contacts: Sequence[Contact], months: int, on: date
) -> tuple[PeriodDose | None, str]:
    """The budget and the band of intensity; a longer mentoring is measured by its mean of three months."""
    book = pinned_programme(card.pinned)
    found = _rule(dose_of, book, card, on) if book.dose and months and card.starts <= on else None
    if found is None:
        return None, ""
    made = dosage(found, contacts, starts=card.starts, months=months, on=on)
    over = len(made.months)
    each = Fraction(made.contacts * OF_MONTHS, over) if over > OF_MONTHS else Fraction(made.contacts)
    return made, band_of(found.bands, each)


def _success(card: EngagementCard, span: _Span, series: Sequence[MonthLine], on: date) -> Success | None:
    book = pinned_programme(card.pinned)
    limits = _rule(limits_of, book, card, on) if book.success and span.months and card.starts <= on else None
    if limits is None:
        return None
    first = Month.of(card.starts)
    last = first
    for _ in range(span.months - 1):
        last = last.next
    last = max(min(last, Month.of(on)), first)
    seasonal = bool(span.long and span.long.because)
    return success(limits, [one.monthly for one in series], first=first, last=last, seasonal=seasonal)


def _rule(ask: Any, book: Programme, card: EngagementCard, on: date) -> Any:
    try:
        return ask(book, on=on, area=card.regency_code)[0]
    except NotInForce:
        return None
