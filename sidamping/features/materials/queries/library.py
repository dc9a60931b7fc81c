"""The library within the viewer's sight: found by topic, format, level, programme and words; one piece to read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, When

from sidamping.domain.materials import blocks_of
from sidamping.features.materials.models import Edition, Retirement
from sidamping.features.materials.queries.lines import (
    Current,
    EditionLine,
    LibraryPage,
    MaterialCard,
    MaterialLine,
    RetirementLine,
    edition_line,
    starter_line,
)
from sidamping.features.materials.queries.scope import KEEPERS, keeps, visible
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.language import reader_language
from sidamping.platform.http.pages import Page, page_of
from sidamping.platform.territory.queries import names_of
from sidamping.rules.materials import Starter, starter, starter_of, starters

MOST_OFFERED = 40
"""Pieces of offices that the form of a visit offers, newest first; any other one is opened and taken from there."""


@dataclass(frozen=True)
class LibraryFilter:
    """What a list asks for; empty means no limit. `retired`: those that are not offered any more."""

    topic: str = ""
    format: str = ""
    level: str = ""
    programme: str = ""
    text: str = ""
    retired: bool = False


NO_FILTER = LibraryFilter()


def library(viewer: Viewer, wanted: LibraryFilter = NO_FILTER, after: str = "", size: int = 30) -> LibraryPage:
    """A page of the library; the starter set stands on the first one."""
    page = page_of(_filtered(_current(viewer), wanted), order=("-at", "-id"), after=after, size=size)
    named = _offices(page.rows)
    own = Page(tuple(edition_line(row, named[row.material.area]) for row in page.rows), page.next_key)
    first = () if after or wanted.retired else tuple(one for one in starters(viewer.on) if _fits(one, wanted))
    return LibraryPage(tuple(starter_line(one) for one in first), own)


def material_card(viewer: Viewer, code: str, mark: str = "") -> MaterialCard | None:
    """A piece to read; `mark` asks for an older state, as `Handed.mark` names it. None for a stranger."""
    id = read_id(code)
    if id is None:
        found = starter_of(code, mark) if mark else starter(code, viewer.on)
        return _starter_card(found) if found else None
    rows = Edition.objects.filter(material_id=id, material__in=visible(viewer)).select_related("material", "by")
    editions = list(rows.order_by("-number"))
    shown = next((row for row in editions if mark in ("", str(row.number))), None)
    return _card(viewer, shown, editions) if shown else None


def offered(viewer: Viewer, besides: Iterable[str] = ()) -> tuple[MaterialLine, ...]:
    """What may be picked for a visit: the starter set, the newest of the offices, and what is asked for besides."""
    wanted = [id for id in map(read_id, besides) if id]
    asked = Q(material_id__in=wanted)
    rows = _current(viewer).filter(asked | ~_retired()).annotate(asked=Case(When(asked, then=0), default=1))
    found = rows.order_by("asked", "-at")[: MOST_OFFERED + len(wanted)]
    return (*(starter_line(one) for one in starters(viewer.on)), *(edition_line(row, "") for row in found))


def current(viewer: Viewer, codes: Collection[str]) -> dict[str, Current]:
    """What each code stands for now; a code that is unknown or not in sight is absent."""
    if not codes:
        return {}
    held = {one.code: Current(one.code, one.version) for one in starters(viewer.on)}
    found = {code: held[code] for code in codes if code in held}
    ids = [id for id in map(read_id, codes) if id]
    if ids:
        standing = Retirement.objects.filter(material=OuterRef("material_id"), lifted_at=None)
        rows = _current(viewer).filter(material_id__in=ids).annotate(retired=Subquery(standing.values("at__date")))
        for row in rows:
            code = str(row.material_id)
            found[code] = Current(code, edition_id=row.pk, retired_on=row.retired)
    return found


def offices_of(viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """The offices for which the viewer adds: area code and name."""
    areas = viewer.areas(*KEEPERS)
    named = {"": "Indonesia", **names_of(areas)}
    return tuple((area, named.get(area, area)) for area in areas)


def _current(viewer: Viewer) -> QuerySet[Edition]:
    return Edition.objects.filter(superseded_at=None, material__in=visible(viewer)).select_related("material")


def _retired() -> Exists:
    return Exists(Retirement.objects.filter(material=OuterRef("material_id"), lifted_at=None))


def _filtered(rows: QuerySet[Edition], wanted: LibraryFilter) -> QuerySet[Edition]:
    rows = rows.filter(_retired()) if wanted.retired else rows.exclude(_retired())
    for name in ("topic", "format", "level"):
        if getattr(wanted, name):
            rows = rows.filter(**{name: getattr(wanted, name)})
    if wanted.programme:
        rows = rows.filter(Q(programmes__contains=[wanted.programme]) | Q(programmes=[]))
    for word in wanted.text.split():
        rows = rows.filter(Q(title__icontains=word) | Q(summary__icontains=word) | Q(body__icontains=word))
    return rows


def _fits(one: Starter, wanted: LibraryFilter) -> bool:
    language = reader_language()
    told = " ".join(text.text(language) for text in (one.title, one.summary, one.body)).casefold()
    return (
        wanted.topic in ("", one.topic) and wanted.format in ("", one.format) and wanted.level in ("", one.level)
        and (not wanted.programme or not one.programmes or wanted.programme in one.programmes)
        and all(word in told for word in wanted.text.casefold().split())
    )


def _offices(rows: Iterable[Any]) -> dict[str, str]:
    areas = {row.material.area for row in rows}
    return {**{area: area for area in areas}, "": "Indonesia", **names_of(area for area in areas if area)}


def _starter_card(one: Starter) -> MaterialCard:
    body = one.body.text(reader_language())
    return MaterialCard(starter_line(one), blocks_of(body), body, one.cite, "", None, (), None, frozenset())


def _card(viewer: Viewer, shown: Edition, editions: list[Edition]) -> MaterialCard:
    area = shown.material.area
    retired = Retirement.objects.filter(material_id=shown.material_id, lifted_at=None).select_related("by").first()
    return MaterialCard(
        edition_line(shown, _offices([shown])[area]), blocks_of(shown.body), shown.body, "", area,
        store.kept([shown.file_id]).get(shown.file_id) if shown.file_id else None,
        tuple(_edition(row) for row in editions),
        RetirementLine(str(retired.by), retired.at, retired.why) if retired else None,
        frozenset(_may(viewer, area, retired is not None)), editions[0].number,
    )


def _edition(row: Edition) -> EditionLine:
    return EditionLine(row.number, str(row.by), row.at, row.why)


def _may(viewer: Viewer, area: str, retired: bool) -> Iterator[str]:
    if keeps(viewer, area):
        yield from ("take_up",) if retired else ("change", "retire")
