"""The layouts of other systems and our rows in them, for programs that carry them over; scope is that of the pages."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Query, Router, Schema

from sidamping.edges.exchange.portals.files import dictionary, plain
from sidamping.edges.exchange.portals.rows import READERS, row_page
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.answers import there
from sidamping.rules import portals as rules

router = Router(tags=["sistem lain"])
MOST = 500


class LayoutOut(Schema):
    """A layout as a data resource: its columns, what they mean, codes of Satu Data where they are given."""

    layout: dict[str, Any]


class RowOut(Schema):
    """Our row: the id of the cooperative or the mentoring, and the values by column; null = not told."""

    id: str
    values: dict[str, str | int | None]


class RowsOut(Schema):
    """A page of rows in the order of names; `next` goes into `after`."""

    rows: list[RowOut]
    next: str


class Asked(Schema):
    after: str = ""
    size: int = 100


@router.get("/portals", response=list[LayoutOut], summary=_("Tata letak berkas sistem lain dengan kamus datanya"))
def portals(request: HttpRequest) -> list[LayoutOut]:
    viewer = _viewer(request)
    return [LayoutOut(layout=dictionary(one, viewer.on)) for one in rules.portals(viewer.on)]


@router.get("/portals/{name}/rows", response=RowsOut, summary=_("Baris kita dalam tata letak sistem lain"))
def portal_rows(request: HttpRequest, name: str, asked: Query[Asked]) -> RowsOut:
    viewer = _viewer(request)
    found = there(rules.portal(name, viewer.on))
    page = row_page(viewer, found, asked.after, min(max(asked.size, 1), MOST))
    return RowsOut(rows=[RowOut(id=str(row.id), values=plain(row)) for row in page.rows], next=page.next_key)


def _viewer(request: HttpRequest) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if not viewer.has(*READERS):
        raise PermissionDenied
    return viewer
