"""Examinations within the viewer's scope as frozen lines and cards; a board sees no finding that was struck."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from sidamping.domain.supervision.findings import standing
from sidamping.features.supervision.models import Answer, Examination, Finding, Sanction
from sidamping.features.supervision.queries.lines import (
    ASSIGNED,
    CLOSED,
    PLANNED,
    REPORTED,
    AnswerLine,
    ExaminationCard,
    ExaminationLine,
    FindingLine,
    SanctionLine,
    TeamLine,
)
from sidamping.features.supervision.queries.scope import answered, carries_out, kept, visible
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.attachments.store import Kept
from sidamping.platform.http.pages import Page, page_of

STATES: Mapping[str, Q] = {
    PLANNED: Q(letter=None, closed_at=None), ASSIGNED: Q(letter__isnull=False, report__isnull=True, closed_at=None),
    REPORTED: Q(report__isnull=False, closed_at=None), CLOSED: Q(closed_at__isnull=False),
}  # fmt: skip
JOINED = ("cooperative", "report", "letter")


def examinations_page(viewer: Viewer, *, state: str = "", text: str = "", after: str = "") -> Page:
    """A page of the examinations in sight, the latest first."""
    rows = visible(viewer).filter(STATES.get(state, Q()))
    rows = rows.filter(cooperative__name__icontains=text) if text else rows
    page = page_of(_counted(rows, viewer), order=("-starts", "-id"), after=after)
    return Page(tuple(_line(row) for row in page.rows), page.next_key)


def examination(viewer: Viewer, id: UUID) -> ExaminationCard | None:
    """One examination; None for a stranger."""
    row = _counted(visible(viewer).filter(pk=id), viewer).first()
    return _card(viewer, row) if row is not None else None


def kept_examination(viewer: Viewer, id: UUID) -> ExaminationCard | None:
    """One examination of the viewer's own office; None for everybody else."""
    found = examination(viewer, id)
    return found if found is not None and found.keeps else None


def finding_of(viewer: Viewer, id: UUID) -> tuple[ExaminationCard, FindingLine] | None:
    """A finding with its examination; None for a stranger, and for a board where it was struck."""
    row = Finding.objects.filter(pk=id, examination__in=visible(viewer)).values_list("examination", flat=True).first()
    card = examination(viewer, row) if row is not None else None
    line = next((one for one in card.findings if one.id == id), None) if card is not None else None
    return (card, line) if card is not None and line is not None else None


def examination_of_answer(viewer: Viewer, id: UUID) -> UUID | None:
    """The examination an answer belongs to; None for a stranger."""
    rows = Answer.objects.filter(pk=id, finding__examination__in=visible(viewer))
    return rows.values_list("finding__examination", flat=True).first()


def sanction_of(viewer: Viewer, id: UUID) -> tuple[ExaminationCard, SanctionLine] | None:
    """A sanction with its examination; None for a stranger."""
    row = Sanction.objects.filter(pk=id, examination__in=visible(viewer)).values_list("examination", flat=True).first()
    card = examination(viewer, row) if row is not None else None
    line = next((one for one in card.sanctions if one.id == id), None) if card is not None else None
    return (card, line) if card is not None and line is not None else None


def sanction_letter(viewer: Viewer, id: UUID) -> UUID | None:
    """The letter of a sanction; None for a stranger."""
    rows = Sanction.objects.filter(pk=id, examination__in=visible(viewer))
    return rows.values_list("letter_id", flat=True).first()


def answer_file(viewer: Viewer, id: UUID) -> Kept | None:
    """The proof of an answer; None for a stranger and where there is none."""
    rows = Answer.objects.filter(pk=id, attachment__isnull=False, finding__examination__in=visible(viewer))
    attachment = rows.values_list("attachment", flat=True).first()
    return store.kept([attachment]).get(attachment) if attachment is not None else None


def to_answer(viewer: Viewer) -> int:
    """How many findings wait for the board the viewer is of."""
    return sum(row.unsettled - row.waiting for row in _counted(answered(viewer).filter(closed_at=None), viewer))


def to_judge(viewer: Viewer) -> int:
    """How many answers wait for the viewer's office."""
    return sum(row.waiting for row in _counted(kept(viewer).filter(closed_at=None), viewer))


def _counted(rows: QuerySet[Examination], viewer: Viewer) -> QuerySet[Any]:
    """With how many findings there are, are not settled, are late, and wait for a verdict."""
    live = Finding.objects.filter(examination=OuterRef("pk"), struck_at=None)
    settled = Q(answers__verdict__settled=True)
    unsettled = live.exclude(pk__in=Finding.objects.filter(settled))
    waiting = unsettled.filter(answers__isnull=False, answers__verdict=None)
    late = unsettled.filter(due__lt=viewer.on).exclude(pk__in=Finding.objects.filter(_unjudged()))
    return rows.select_related(*JOINED).annotate(
        found=_many(live), unsettled=_many(unsettled), waiting=_many(waiting), late=_many(late)
    )  # fmt: skip


def _unjudged() -> Q:
    return Q(answers__isnull=False, answers__verdict=None)


def _many(rows: QuerySet[Finding]) -> Any:
    grouped = rows.order_by().values("examination").annotate(found=Count("pk", distinct=True)).values("found")
    return Coalesce(Subquery(grouped), 0)


def _line(row: Any) -> ExaminationLine:
    return ExaminationLine(
        row.pk, row.cooperative_id, row.cooperative.name, (row.way, row.timing, row.purpose), row.matter, row.starts,
        row.ends, _state(row), row.found, row.unsettled, row.late,
    )  # fmt: skip


def _state(row: Examination) -> str:
    if row.closed_at is not None:
        return CLOSED
    if report_of(row) is not None:
        return REPORTED
    return ASSIGNED if row.letter_id is not None else PLANNED


def report_of(row: Any) -> Any:
    """The report of an examination; None before it is issued."""
    return getattr(row, "report", None)


def _card(viewer: Viewer, row: Any) -> ExaminationCard:
    keeps = carries_out(viewer, row)
    report, findings = report_of(row), _findings(row, viewer)
    return ExaminationCard(
        _line(row), row.office, row.area, row.cooperative.village_id,
        tuple(TeamLine(one.name, one.nip, one.duty) for one in row.team.order_by("duty", "name")),
        row.letter_id, row.letter.number if row.letter else "",
        tuple(one for one in findings if keeps or not one.struck), report.on if report else None,
        report.sha256 if report else "", sanctions_of(row.pk), row.closed_at, row.closed_why, keeps, not keeps,
    )  # fmt: skip


def _findings(row: Examination, viewer: Viewer) -> tuple[FindingLine, ...]:
    answers = Answer.objects.select_related("verdict", "by").order_by("at", "id")
    rows = row.findings.order_by("number").prefetch_related(Prefetch("answers", answers))
    return tuple(_finding(one, viewer) for one in rows)


def _finding(row: Finding, viewer: Viewer) -> FindingLine:
    answers = tuple(_answer(one) for one in row.answers.all())
    stands = standing([one.settled for one in answers], row.due, viewer.on)
    return FindingLine(row.pk, row.number, row.area, row.text, row.basis, row.advice, row.charged, row.due,
                       row.struck_why, answers, stands)  # fmt: skip


def _answer(row: Any) -> AnswerLine:
    verdict = getattr(row, "verdict", None)
    return AnswerLine(row.pk, row.text, row.attachment is not None, str(row.by), row.at,
                      verdict.settled if verdict else None, verdict.remark if verdict else "")  # fmt: skip


def sanctions_of(examination: UUID) -> tuple[SanctionLine, ...]:
    """The sanctions of an examination in their order; the caller has scoped it."""
    rows = Sanction.objects.filter(examination_id=examination).select_related("letter").order_by("number")
    return tuple(
        SanctionLine(row.pk, row.number, row.kind, row.on, row.until, row.reason, row.letter_id, row.letter.number,
                     row.rule, row.lifted_why, row.lifted_at)
        for row in rows
    )  # fmt: skip
