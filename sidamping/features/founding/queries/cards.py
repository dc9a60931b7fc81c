"""A founding at one sight, and the list of those in sight."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from sidamping.domain.founding.balance import Balance
from sidamping.domain.founding.steps import RATIFIED
from sidamping.domain.founding.terms import TermsDraft
from sidamping.features.founding.models import Founding, Milestone, Opening, Terms
from sidamping.features.founding.queries.scope import in_sight, keeps
from sidamping.features.parties import services as registers
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page, page_of
from sidamping.platform.territory import queries as territory


@dataclass(frozen=True)
class FoundingCard:
    """A founding: the pra-koperasi, what an office asks beyond the law, what was agreed last; whether one may write."""

    id: UUID
    party_id: UUID
    name: str
    kind: str
    form: str
    level: str
    village_code: str
    place: str
    asked: int | None
    asked_by: str
    terms: TermsDraft | None
    opening: Balance | None
    living_on: date | None
    book: UUID | None
    keeps: bool
    may_write: bool
    may_enliven: bool

    @property
    def by_persons(self) -> bool:
        """Founded by persons; a secondary cooperative is founded by cooperatives."""
        return self.form == "primary"


@dataclass(frozen=True)
class FoundingLine:
    """A founding in a list."""

    id: UUID
    name: str
    place: str
    founders: int
    ratified: bool
    living_on: date | None


def founding(viewer: Viewer, id: UUID) -> FoundingCard | None:
    """One founding; None for a stranger."""
    row: Any = _agreed(in_sight(viewer).filter(pk=id)).select_related("party__party").first()
    if row is None:
        return None
    own, party = row.party, row.party.party
    place = territory.path_of([party.village_id]).get(party.village_id, "")
    kept = keeps(viewer, row)
    may_write = kept and row.living_on is None
    may_enliven = may_write and registers.may_write(viewer, party.village_id)
    return FoundingCard(
        row.pk, row.party_id, party.name, own.kind, own.form, row.level, party.village_id, place, row.asked,
        row.asked_by, _read(TermsDraft, row.last_terms), _read(Balance, row.last_opening), row.living_on, row.book_id,
        kept, may_write, may_enliven,
    )  # fmt: skip


def foundings_page(viewer: Viewer, text: str = "", after: str = "") -> Page:
    """A page of foundings, the latest first."""
    rows = in_sight(viewer).select_related("party__party")
    found = rows.filter(party__party__name__icontains=text) if text else rows
    page = page_of(found, order=("-begun_at", "-id"), after=after, dressed=_counted)
    places = territory.path_of(row.party.party.village_id for row in page.rows)
    return Page(tuple(_line(row, places) for row in page.rows), page.next_key)


def _agreed(rows: QuerySet[Founding]) -> QuerySet[Founding]:
    """With the terms and the opening balance said last, in the same question."""
    return rows.annotate(last_terms=_last(Terms, TermsDraft), last_opening=_last(Opening, Balance))


def _last(table: type[Terms] | type[Opening], kind: type[Any]) -> Subquery:
    said = JSONObject(**{one.name: one.name for one in fields(kind)})
    rows = table.objects.filter(founding=OuterRef("pk")).order_by("-made_at", "-id")
    return Subquery(rows.values(said=said)[:1])


def _counted(rows: QuerySet[Founding]) -> QuerySet[Founding]:
    ratified = Milestone.objects.filter(founding=OuterRef("pk"), kind=RATIFIED).values("number")[:1]
    return rows.annotate(
        count=Count("founders", filter=Q(founders__left_on=None)),
        ratified=Subquery(ratified, output_field=CharField()),
    )


def _read(kind: type[Any], said: Mapping[str, Any] | None) -> Any:
    return kind(**said) if said else None


def _line(row: Any, places: Mapping[str, str]) -> FoundingLine:
    party = row.party.party
    return FoundingLine(
        row.pk, party.name, places.get(party.village_id, ""), row.count, row.ratified is not None, row.living_on
    )
