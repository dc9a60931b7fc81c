"""The registers and areas as JSON: the same scope as the pages, in keyset pages, personal numbers masked."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Query, Router, Schema

from sidamping.features.parties import queries
from sidamping.features.parties.queries import Filters
from sidamping.platform.http.pages import Page
from sidamping.platform.territory import queries as territory

router = Router(tags=["daftar"])
MOST = 200


class Asked(Schema):
    """What a list may be asked: text, area code prefix, kind or sector, the key of the page, its size."""

    text: str = ""
    area: str = ""
    kind: str = ""
    after: str = ""
    size: int = 50

    def filters(self) -> Filters:
        return Filters(self.text, self.area, self.kind)


class CooperativeOut(Schema):
    """A cooperative in a list."""

    id: UUID
    name: str
    kind: str
    form: str
    standing: str
    legal_number: str
    nik_koperasi: str
    village_code: str
    place: str


class CooperativePage(Schema):
    """A page of cooperatives; `next_key` is empty on the last."""

    rows: list[CooperativeOut]
    next_key: str


class OfficerOut(Schema):
    """An office of a person in a cooperative."""

    person_id: UUID
    name: str
    organ: str
    position: str
    starts: date
    ends: date


class CooperativeCardOut(CooperativeOut):
    """A cooperative with its board and the villages it serves."""

    legal_date: date | None
    nib: str
    npwp: str
    founded_on: date | None
    address: str
    serves: list[str]
    board: list[OfficerOut]


class BusinessOut(Schema):
    """A business in a list."""

    id: UUID
    name: str
    owner_id: UUID
    owner: str
    cooperative: str
    sector: str
    product: str
    nib: str
    village_code: str
    place: str


class BusinessPage(Schema):
    """A page of businesses."""

    rows: list[BusinessOut]
    next_key: str


class AreaOut(Schema):
    """An area found by name."""

    code: str
    name: str
    level: int
    path: str


@router.get("/cooperatives", response=CooperativePage, summary=_("Koperasi yang boleh Anda lihat"))
def cooperatives(request: HttpRequest, asked: Query[Asked]) -> Page:
    """By name; `area` is a code prefix, `kind` a code of lists/cooperative-kinds."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    return queries.cooperatives(viewer, asked.filters(), asked.after, _size(asked))


@router.get("/cooperatives/{uuid:party_id}", response=CooperativeCardOut, summary=_("Satu koperasi dengan pengurusnya"))
def cooperative(request: HttpRequest, party_id: UUID) -> dict[str, Any]:
    """404 for whoever may not see it."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = queries.cooperative(viewer, party_id)
    if card is None:
        raise Http404
    return {**vars(card), "serves": [code for code, _place in card.serves]}


@router.get("/businesses", response=BusinessPage, summary=_("Usaha yang boleh Anda lihat"))
def businesses(request: HttpRequest, asked: Query[Asked]) -> Page:
    """By name; `kind` is a code of lists/business-sectors."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    return queries.businesses(viewer, asked.filters(), asked.after, _size(asked))


@router.get("/areas", response=list[AreaOut], summary=_("Wilayah menurut nama atau kode"))
def areas(request: HttpRequest, q: str, level: int | None = None, within: str = "") -> list[dict[str, Any]]:
    """Up to 20 areas; level 1 province, 2 regency or city, 3 district, 4 village."""
    hits = territory.search(q, level, [within])
    return [{"code": hit.code, "name": hit.name, "level": hit.level, "path": hit.path} for hit in hits]


def _size(asked: Asked) -> int:
    return max(1, min(asked.size, MOST))
