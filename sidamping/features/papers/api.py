"""Papers for programs: the same scope and the same acts as the pages, as JSON."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Router, Schema

from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused, problem
from sidamping.features.papers import queries, services
from sidamping.features.papers.queries import PaperFilter, PaperPage

router = Router(tags=["laporan"])


class PaperOut(Schema):
    """One paper in a list; `state` is that of its newest submission, draft before the first."""

    id: UUID
    kind: str
    title: str
    period_start: date
    period: str
    state: str
    number: str
    revision: int
    mentor_id: UUID
    mentor: str
    engagement_id: UUID | None
    mentee: str
    regency: str
    due_on: date | None
    submitted_at: datetime | None
    late_days: int


class PapersOut(Schema):
    """A page of papers; `next_key` goes into `after` for the next one, '' on the last page."""

    rows: list[PaperOut]
    next_key: str


class ActOut(Schema):
    """One act on a revision, in order; a signature on paper has its day and who recorded it."""

    revision: int
    ordinal: int
    action: str
    role: str
    name: str
    nip: str
    at: datetime
    remark: str
    signed_on: date | None
    recorded_by: str


class SheetOut(Schema):
    """A paper with its content and acts. To act, send `revision_id` and `ordinal` plus one back."""

    paper: PaperOut
    version: int
    revision_id: UUID | None
    ordinal: int
    sha256: str
    content: dict[str, Any]
    acts: list[ActOut]
    possible: list[str]


class ActIn(Schema):
    """An act on the revision and the place that the actor saw."""

    revision: UUID
    ordinal: int
    action: str
    remark: str = ""


@router.get("/papers", response=PapersOut, summary=_("Laporan yang boleh saya lihat"))
def papers(
    request: HttpRequest, kind: str = "", state: str = "", month: str = "", mentor: UUID | None = None,
    engagement: UUID | None = None, area: str = "", after: str = "",
) -> dict[str, Any]:  # fmt: skip
    wanted = PaperFilter(kind, state, _month(month), mentor, engagement, area)
    page = queries.papers_of(request.viewer, wanted, after)  # type: ignore[attr-defined]  # set by middleware
    return {"rows": page.rows, "next_key": page.next_key}


@router.get("/papers/{uuid:id}", response=SheetOut, summary=_("Isi dan perjalanan satu laporan"))
def paper(request: HttpRequest, id: UUID, version: int | None = None) -> dict[str, Any]:
    return _sheet(request, id, version)


@router.post("/papers/{uuid:id}/act", response=SheetOut, summary=_("Ketahui, teruskan, kembalikan, atau terima"))
def act(request: HttpRequest, id: UUID, said: ActIn) -> dict[str, Any]:
    _sheet(request, id)
    viewer, now = request.viewer, request.now  # type: ignore[attr-defined]  # set by middleware
    services.act(by=viewer, paper=id, now=now, **said.dict())
    return _sheet(request, id)


def _sheet(request: HttpRequest, id: UUID, version: int | None = None) -> dict[str, Any]:
    page: PaperPage | None = queries.paper(request.viewer, id, version)  # type: ignore[attr-defined]  # middleware
    if page is None:
        raise Http404
    return {
        "paper": page.line, "version": page.version, "revision_id": page.revision_id, "ordinal": page.ordinal,
        "sha256": page.sha256, "content": page.content, "acts": page.acts,
        "possible": [turn.action for turn in page.turns],
    }  # fmt: skip


def _month(text: str) -> date | None:
    try:
        return Month.parse(text).start if text else None
    except ValueError:
        raise Refused(problem("PAPERS_003", "month", seen=text[:20])) from None
