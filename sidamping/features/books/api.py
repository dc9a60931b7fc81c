"""Vouchers for other programs: one with its lines, a draft that is changed, and the templates of a book.

The same scope as the pages; amounts are whole rupiah, above zero in debit.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Field, Router, Schema

from sidamping.domain.figures import MOST
from sidamping.domain.ledger.entries import Line
from sidamping.domain.ledger.plain import Part, Told
from sidamping.features.books import queries, services
from sidamping.features.books.models import MOST_NAME, MOST_NOTE, MOST_TEMPLATE_TEXT, MOST_TEXT
from sidamping.features.books.queries import READERS, VoucherCard
from sidamping.features.books.services import VoucherDraft
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.answers import there

router = Router(tags=["pembukuan"])


class LineIn(Schema):
    """An amount on an account, in a member's name where the account is kept per member."""

    account: str = Field(max_length=20)
    amount: int = Field(ge=-MOST, le=MOST)
    member: str = Field("", max_length=36)
    note: str = Field("", max_length=MOST_NOTE)


class LineOut(Schema):
    """The same as it was kept; before who sees no names its note holds none."""

    account: str
    amount: int
    member: str
    note: str


class DraftIn(Schema):
    """What a draft says from now on; `seen` is the `revised` it was read with."""

    seen: int
    kind: Literal["BKM", "BKK", "BPK", "BJK", "BM"]
    day: date
    text: str = Field(max_length=MOST_TEXT)
    lines: list[LineIn] = Field(max_length=2000)


class VersionOut(Schema):
    """A voucher as it stood: who had written it when."""

    revised: int
    day: date
    text: str
    amount: int
    made_by: str
    made_at: datetime
    lines: list[LineOut]


class VoucherDetail(VersionOut):
    """A voucher; `state` is draft or posted, `earlier` what its draft said before each change."""

    id: UUID
    book_id: UUID
    kind: str
    number: str
    nature: str
    state: str
    earlier: list[VersionOut]


class ProblemOut(Schema):
    """Something that keeps a draft from being posted."""

    code: str
    where: str
    message: str


class DraftedOut(Schema):
    """How often the draft was written, and what it still lacks."""

    revised: int
    problems: list[ProblemOut]


class PartBody(Schema):
    """A purpose; amount 0 where it is another one each time."""

    account: str = Field(max_length=20)
    amount: int = Field(0, ge=0, le=MOST)


class TemplateIn(Schema):
    """A template; `way` is in, out or move, where the one part is the purse that money moves to."""

    book: UUID
    name: str = Field(max_length=MOST_NAME)
    way: Literal["in", "out", "move"]
    purse: str = Field(max_length=20)
    parts: list[PartBody] = Field(min_length=1, max_length=5)
    text: str = Field("", max_length=MOST_TEMPLATE_TEXT)


class TemplateOut(Schema):
    """A template; `own` ones belong to the cooperative, the others are ready for its chart."""

    key: str
    name: str
    way: str
    purse: str
    parts: list[PartBody]
    text: str
    own: bool


class KeptOut(Schema):
    """It stands."""

    id: UUID


@router.get("/vouchers/{id}", response=VoucherDetail, summary=_("Satu bukti dengan isinya dan yang diubah sebelumnya"))
def voucher(request: HttpRequest, id: UUID) -> dict[str, Any]:
    viewer = _viewer(request, READERS)
    card = there(queries.voucher(viewer, id))
    earlier = [_version(one) for one in queries.earlier_drafts(viewer, card)]
    return {
        **_version(card), "id": card.id, "book_id": card.book_id, "kind": card.kind, "number": card.number,
        "nature": card.nature, "state": card.state, "earlier": earlier,
    }  # fmt: skip


@router.put("/vouchers/{id}/draft", response=DraftedOut, summary=_("Ubah draf bukti; dua kali tetap satu perubahan"))
def change_draft(request: HttpRequest, id: UUID, change: DraftIn) -> dict[str, Any]:
    viewer = _viewer(request, roles.BOARD)
    there(queries.voucher(viewer, id))
    lines = tuple(Line(one.account, one.amount, one.member, one.note) for one in change.lines)
    kept = services.change_draft(
        by=viewer, voucher=id, draft=VoucherDraft(change.kind, change.day, change.text.strip(), lines), proof=None,
        now=_now(request), seen=change.seen,
    )  # fmt: skip
    told = [{"code": one.code, "where": one.where, "message": one.text()} for one in kept.problems]
    return {"revised": kept.revised, "problems": told}


@router.get("/books/{id}/voucher-templates", response=list[TemplateOut], summary=_("Templat bukti satu buku"))
def templates(request: HttpRequest, id: UUID) -> list[dict[str, Any]]:
    viewer = _viewer(request, roles.BOARD)
    return [
        {"key": one.key, "name": one.name, "text": one.text, "own": one.own, "way": one.told.way,
         "purse": one.told.purse, "parts": [asdict(part) for part in one.told.parts]}
        for one in queries.templates(there(queries.book(viewer, id)))
    ]  # fmt: skip


@router.put("/voucher-templates/{id}", response=KeptOut, summary=_("Simpan templat bukti; dua kali tetap satu"))
def keep_template(request: HttpRequest, id: UUID, template: TemplateIn) -> dict[str, UUID]:
    viewer = _viewer(request, roles.BOARD)
    there(queries.own_kept_book(viewer, template.book))
    parts = tuple(Part(one.account, one.amount) for one in template.parts)
    services.keep_template(
        by=viewer, id=id, book=template.book, name=template.name, told=Told(template.way, template.purse, parts),
        text=template.text, now=_now(request),
    )  # fmt: skip
    return {"id": id}


@router.delete("/voucher-templates/{id}", response=KeptOut, summary=_("Hapus templat bukti; buktinya tetap ada"))
def drop_template(request: HttpRequest, id: UUID) -> dict[str, UUID]:
    viewer = _viewer(request, roles.BOARD)
    there(queries.own_template(viewer, id))
    services.drop_template(by=viewer, template=id, now=_now(request))
    return {"id": id}


def _version(card: VoucherCard) -> dict[str, Any]:
    lines = [asdict(one) for one in card.lines]
    return {
        "revised": card.revised, "day": card.day, "text": card.text, "amount": card.amount, "made_by": card.made_by,
        "made_at": card.made_at, "lines": lines,
    }  # fmt: skip


def _viewer(request: HttpRequest, held: tuple[str, ...]) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if not viewer.has(*held):
        raise PermissionDenied("ACCESS_001")
    return viewer


def _now(request: HttpRequest) -> datetime:
    now: datetime = request.now  # type: ignore[attr-defined]  # set by middleware
    return now
