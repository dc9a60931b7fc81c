"""Enters figures that others published, as they were printed, and takes them back; they never become ours (C4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import transaction

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.indicators.models import Publication, PublishedFigure, Withdrawal
from sidamping.features.indicators.queries.publications import KEEPERS, publication
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.territory.queries import names_of
from sidamping.rules.indicators import indicators

MOST = 10**12
"""No printed count of people or records is larger."""
PREFIXES = (2, 5)
"""Signs of the codes of provinces and regencies."""
PERCENT = re.compile(r"\d{1,3}(\.\d{1,4})?")


@dataclass(frozen=True)
class FigureDraft:
    """A line of a publication as typed, maybe empty; `percent` with point or comma, with the decimals printed."""

    indicator: str
    whole: int | None = None
    count: int | None = None
    percent: str = ""
    place: str = ""

    @property
    def printed(self) -> str:
        return self.percent.strip().replace(",", ".").removesuffix("%").strip()

    @property
    def empty(self) -> bool:
        return self == FigureDraft("")


@dataclass(frozen=True)
class PublicationDraft:
    """Where figures stand, of whom, and what they say, line by line."""

    id: UUID | None
    title: str
    source: str
    published_on: date | None
    population: str
    programme: str
    area: str = ""
    note: str = ""
    figures: tuple[FigureDraft, ...] = field(default_factory=tuple)


@transaction.atomic
def enter_publication(*, by: Viewer, draft: PublicationDraft) -> UUID:
    """Keep the figures as printed, contradictions included; sent twice they are kept once. All faults at once."""
    if draft.id and publication(by, draft.id) is not None:
        return draft.id
    refuse_if(publication_faults(by, draft))
    assert draft.published_on is not None
    row = Publication.objects.create(
        id=draft.id, title=draft.title.strip(), source=draft.source.strip(), published_on=draft.published_on,
        population=draft.population.strip(), programme=draft.programme, area=draft.area, note=draft.note.strip(),
        by_id=by.user_id,
    )
    PublishedFigure.objects.bulk_create(
        PublishedFigure(publication=row, position=place, indicator=one.indicator, whole=one.whole, count=one.count,
                        percent=one.printed, place=one.place.strip())
        for place, one in _lines(draft)
    )
    journal.record("indicators.publication_entered", by=by.user_id, subject=row.pk, regency=draft.area)
    return row.pk


def publication_faults(by: Viewer, draft: PublicationDraft) -> list[Problem]:
    """Everything for which `enter_publication` would refuse it."""
    return [*_faults(by, draft), *_figure_faults(draft)]


@transaction.atomic
def withdraw_publication(*, by: Viewer, publication_id: UUID, why: str, on: date) -> None:
    """Take back what was entered by mistake; it stays readable with the reason."""
    card = publication(by, publication_id)
    if card is None or not _keeps(by, card.programme):
        raise Refused(problem("INDICATORS_009", "publication"))
    if card.withdrawn_on is not None:
        return
    refuse_if([] if why.strip() else [problem("INDICATORS_014", "why")])
    Withdrawal.objects.create(publication_id=card.id, why=why.strip(), on=on, by_id=by.user_id)
    journal.record(
        "indicators.publication_withdrawn", by=by.user_id, subject=card.id, regency=card.area, why=why.strip()
    )


def _keeps(by: Viewer, programme: str) -> bool:
    """What is printed is public: whoever keeps such figures of the programme may, whatever the area they tell of."""
    return any(grant.programme in ("", programme) for grant in by.holding(*KEEPERS))


def _faults(by: Viewer, draft: PublicationDraft) -> list[Problem]:
    faults = []
    if not _keeps(by, draft.programme):
        faults.append(problem("INDICATORS_009", "programme"))
    for name in ("title", "source", "population"):
        if not getattr(draft, name).strip():
            faults.append(problem("INDICATORS_010", name))
    if draft.published_on is None or draft.published_on > by.on:
        faults.append(problem("INDICATORS_011", "published_on"))
    if draft.area and not (len(draft.area) in PREFIXES and names_of([draft.area])):
        faults.append(problem("INDICATORS_018", "area", seen=draft.area))
    if draft.id and Publication.objects.filter(pk=draft.id).exists():
        faults.append(problem("INDICATORS_019", "id"))
    if not any(_lines(draft)):
        faults.append(problem("INDICATORS_008", "figures"))
    return faults


def _lines(draft: PublicationDraft) -> Iterator[tuple[int, FigureDraft]]:
    """The lines in which anything stands, by their number."""
    return ((place, one) for place, one in enumerate(draft.figures, 1) if not one.empty)


def _figure_faults(draft: PublicationDraft) -> list[Problem]:
    known = {one.code for one in indicators(draft.published_on)} if draft.published_on else None
    faults = []
    for place, one in _lines(draft):
        if not one.indicator:
            faults.append(problem("INDICATORS_026", f"indicator_{place}", row=place))
        elif known is not None and one.indicator not in known:
            faults.append(problem("INDICATORS_012", f"indicator_{place}", row=place, seen=one.indicator))
        faults += [problem("INDICATORS_017", f"{name}_{place}", row=place, seen=str(seen))
                   for name, seen in (("count", one.count), ("whole", one.whole))
                   if seen is not None and not 0 <= seen <= MOST]
        if one.count is None and not one.printed:
            faults.append(problem("INDICATORS_013", f"count_{place}", row=place))
        elif one.printed and not PERCENT.fullmatch(one.printed):
            faults.append(problem("INDICATORS_015", f"percent_{place}", row=place, seen=one.percent))
    return faults
