"""The search for other programs: the same records as on the page, each with the address it opens at (F8)."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Query, Router, Schema

from sidamping.domain.problems import Refused, problem
from sidamping.domain.searching import read_words
from sidamping.edges.web import searching
from sidamping.edges.web.searching import Hit
from sidamping.platform.access.viewer import Viewer

router = Router(tags=["pencarian"])


class HitOut(Schema):
    """A record: its address on this server, its name, what tells it from others, the words around the first hit."""

    url: str
    title: str
    detail: str
    excerpt: str


class GroupOut(Schema):
    """The first records of a kind; `more` when there are others, which `kind` turns the pages of."""

    kind: str
    hits: list[HitOut]
    more: bool


class FoundOut(Schema):
    """Groups with something in them; with `kind` one group, and `next` for its following page."""

    groups: list[GroupOut]
    next: str = ""


class Asked(Schema):
    """`q`: the words; `kind`: one group alone, from `after` on."""

    q: str
    kind: str = ""
    after: str = ""


@router.get("/search", response=FoundOut, summary=_("Cari orang, koperasi, usaha, jurnal dan laporan"))
def search(request: HttpRequest, asked: Query[Asked]) -> FoundOut:
    """What the one who asks may open, and nothing else."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if not viewer.has(*searching.SEARCHERS):
        raise PermissionDenied
    words = read_words(asked.q)
    if not words.enough:
        raise Refused(problem("GENERAL_004", "q", label="q", seen=asked.q[:40], example="merah putih"))
    if not asked.kind:
        return FoundOut(groups=[_group(one.group.code, one.hits, one.more) for one in searching.search(viewer, words)])
    allowed = {one.code: one for one in searching.groups_of(viewer)}
    if asked.kind not in allowed:
        raise Refused(problem("GENERAL_004", "kind", label="kind", seen=asked.kind[:20], example=", ".join(allowed)))
    page = searching.search_in(viewer, allowed[asked.kind], words, asked.after)
    return FoundOut(groups=[_group(asked.kind, page.rows, bool(page.next_key))], next=page.next_key)


def _group(kind: str, hits: tuple[Hit, ...], more: bool) -> GroupOut:
    return GroupOut(kind=kind, more=more, hits=[
        HitOut(url=one.url, title=one.title, detail=one.detail, excerpt="".join(part.text for part in one.parts))
        for one in hits
    ])  # fmt: skip
