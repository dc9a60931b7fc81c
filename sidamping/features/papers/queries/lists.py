"""Lists of papers: what a person may see, what waits for a coordinator, what the secretariat is to receive."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import get_language

from sidamping.domain.papers.states import ACKNOWLEDGED, DRAFT, PASSED, RECEIVED, SUBMITTED, turns
from sidamping.domain.searching import Words
from sidamping.features.papers.models import PAPER_TEXT, Paper, Revision
from sidamping.features.papers.queries.chairs import has_chair_account
from sidamping.features.papers.queries.composing import period_of_paper
from sidamping.features.papers.queries.formats import label_of
from sidamping.features.papers.queries.scope import chaired_by, cooperative_of, overseen, visible
from sidamping.features.papers.queries.states import handed_on
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.searching import FEW, each_holding, first_of, holding
from sidamping.platform.http.pages import Page, page_of
from sidamping.rules import books

JOINED = ("mentor", "engagement__mentee", "engagement__village")
QUEUE_SIZE = 200


@dataclass(frozen=True)
class PaperLine:
    """One paper in a list. `late_days` counts from the due day to the first submission or the seal before it; 0 when on
    time.

    `on_paper`: it waits for a chair without an account, whose signature on paper the coordinator records.
    """

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
    village: str
    regency: str
    due_on: date | None
    submitted_at: datetime | None
    acted_at: datetime | None
    late_days: int
    on_paper: bool = False
    awaited: tuple[str, ...] = ()

    @property
    def late(self) -> bool:
        return self.late_days > 0


@dataclass(frozen=True)
class PaperFilter:
    """What a list asks for; empty means no limit."""

    kind: str = ""
    state: str = ""
    month: date | None = None
    mentor: UUID | None = None
    engagement: UUID | None = None
    area: str = ""
    text: str = ""


NO_FILTER = PaperFilter()


def papers_of(viewer: Viewer, wanted: PaperFilter = NO_FILTER, after: str = "", size: int = 50) -> Page:
    """A page of the papers a viewer may see, newest period first."""
    rows = _filtered(visible(viewer), wanted).select_related(*JOINED)
    page = page_of(rows, order=("-period_start", "-id"), after=after, size=size)
    return Page(lines(page.rows), page.next_key)


def found_papers(viewer: Viewer, words: Words, after: str = "", size: int = 50) -> Page:
    """A page of the papers that hold the words in a revision, or bear the number typed; newest period first."""
    numbered = Paper.objects.filter(number=words.typed.upper()).values_list("pk", flat=True)
    hits = first_of(numbered.union(holding(Revision.objects.all(), PAPER_TEXT, words, "paper"), all=True))
    each = Exists(each_holding(Revision.objects.filter(paper=OuterRef("pk")), PAPER_TEXT, words))
    rows = visible(viewer).filter(Q(pk__in=hits) if len(hits) <= FEW else each)
    page = page_of(rows.select_related(*JOINED), order=("-period_start", "-id"), after=after, size=size)
    return Page(lines(page.rows), page.next_key)


def every_paper(viewer: Viewer, wanted: PaperFilter = NO_FILTER) -> Iterable[PaperLine]:
    """All papers of a filter, for export."""
    rows = _filtered(visible(viewer), wanted).select_related(*JOINED).order_by("-period_start", "-id")
    return (line(row) for row in rows.iterator(chunk_size=500))


def queue(viewer: Viewer) -> tuple[PaperLine, ...]:
    """Open papers of the coordinator's territory, each with the roles it awaits; the earliest due first."""
    newest = Revision.objects.filter(paper=OuterRef("pk")).order_by("-number")
    rows = overseen(viewer, roles.COORDINATOR).filter(state__in=(SUBMITTED, ACKNOWLEDGED))
    rows = rows.exclude(mentor_id=viewer.user_id).select_related(*JOINED, "engagement__mentee__business")
    rows = rows.annotate(has_chair=has_chair_account(viewer.on), steps=Subquery(newest.values("content__steps")[:1]))
    open_ones = (
        replace(line(row), on_paper=_waits_on_paper(row), awaited=_awaited(row))
        for row in rows.order_by("due_on", "acted_at", "id")[:QUEUE_SIZE]
    )
    return tuple(one for one in open_ones if one.awaited)


def next_in_queue(viewer: Viewer, paper: UUID) -> PaperLine | None:
    """The paper that waits for the coordinator after this one; the first when this one waits no longer."""
    waiting = [one for one in queue(viewer) if roles.COORDINATOR in one.awaited]
    place = next((number for number, one in enumerate(waiting) if one.id == paper), -1)
    return next(iter(waiting[place + 1 :]), None)


def to_receive(viewer: Viewer) -> tuple[PaperLine, ...]:
    """Papers passed on to the secretariat and not received yet, the longest waiting first."""
    rows = overseen(viewer, roles.SECRETARIAT).filter(state=PASSED, kind__in=_received_kinds(viewer.on))
    return lines(rows.select_related(*JOINED).order_by("acted_at", "id")[:QUEUE_SIZE])


def to_acknowledge(viewer: Viewer) -> tuple[PaperLine, ...]:
    """Papers about the chair's own cooperative that wait for the chair."""
    rows = visible(viewer).filter(chaired_by(viewer), state=SUBMITTED)
    return lines(rows.select_related(*JOINED).order_by("due_on", "id")[:QUEUE_SIZE])


def returned(viewer: Viewer) -> tuple[PaperLine, ...]:
    """A mentor's own papers that came back and were not handed in again."""
    rows = visible(viewer).filter(mentor_id=viewer.user_id, state="returned")
    return lines(rows.select_related(*JOINED).order_by("due_on", "id")[:QUEUE_SIZE])


def _awaited(row: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(turn.role for turn in turns(row.state, {"steps": row.steps})))


def _waits_on_paper(row: Any) -> bool:
    if row.state != SUBMITTED or row.has_chair or cooperative_of(row) is None:
        return False
    return any(act.role == roles.CHAIR for act in books.paper_format(row.kind, row.period_end).acts)


@cache
def _received_kinds(on: date) -> frozenset[str]:
    """Kinds whose path ends at the secretariat; a work plan or a journal ends at the coordinator."""
    forms = {name: books.paper_format(name, on) for one in books.programmes(on) for name in one.papers}
    return frozenset(name for name, form in forms.items() if any(act.action == RECEIVED for act in form.acts))


def lines(rows: Iterable[Any]) -> tuple[PaperLine, ...]:
    return tuple(line(row) for row in rows)


def line(row: Any) -> PaperLine:
    """One annotated row of `scope.with_state` as a line."""
    engagement = row.engagement
    language = get_language() or "id"
    handed = handed_on(row)
    late = (handed - row.due_on).days if handed and row.due_on else 0
    return PaperLine(
        row.pk, row.kind, label_of(row.kind, row.period_end, language), row.period_start,
        period_of_paper(row).label(language), row.state or DRAFT, row.number or "", row.revision or 0,
        row.mentor_id, str(row.mentor), row.engagement_id, engagement.mentee.name if engagement else "",
        engagement.village.name if engagement else "", row.regency, row.due_on, row.submitted_at, row.acted_at,
        max(late, 0),
    )


def _filtered(rows: QuerySet[Any], wanted: PaperFilter) -> QuerySet[Any]:
    exact = {
        "kind": wanted.kind, "period_start__lte": wanted.month, "period_end__gte": wanted.month,
        "mentor_id": wanted.mentor, "engagement_id": wanted.engagement, "regency__startswith": wanted.area,
        "engagement__mentee__name__icontains": wanted.text,
    }
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    if wanted.state == DRAFT:
        return rows.filter(state__isnull=True)
    return rows.filter(state=wanted.state) if wanted.state else rows


def papers_after(engagement: UUID, mentor: UUID, day: date) -> int:
    """How many papers of the mentor about the mentee were handed in for periods that end after the day; unscoped."""
    rows = Paper.objects.filter(engagement_id=engagement, mentor_id=mentor, period_end__gt=day)
    return int(rows.filter(number__isnull=False).count())
