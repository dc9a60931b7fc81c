"""Makes or finds the draft of a paper: one per kind, period and mentee, or per mentor and programme (E17)."""

from __future__ import annotations

import secrets
from collections import Counter
from datetime import date
from uuid import UUID

from django.db import transaction

from sidamping.domain.periods import Course, Period
from sidamping.domain.problems import Refused, problem
from sidamping.features.papers.models import Draft, Paper
from sidamping.features.papers.queries.duties import answers_for, course_of, paper_applies
from sidamping.features.papers.queries.formats import Form, form_of, period_from
from sidamping.features.programmes.queries import Carried, carried_between
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.rules.books import programme as programme_of
from sidamping.rules.in_force import NotInForce

TOKEN_BYTES = 16


@transaction.atomic
def open_paper(
    *, by: Viewer, kind: str, period: str, on: date, engagement: UUID | None = None, programme: str = ""
) -> UUID:
    """The paper of a kind for a period, made when it is not there. Only for the mentor who answers for it.

    A draft that the mentor before left behind, never handed in, passes to the one who answers for the period now.
    """
    days = _period(period)
    carried = _carried(by, days, on, engagement, programme)
    form = _form(kind, days, carried, engagement is not None)
    _check_days(days, carried, form, on)
    paper, new = Paper.objects.get_or_create(**_identity(by, kind, days, carried, engagement), defaults={
        "programme": carried.programme, "mentor_id": by.user_id, "regency": carried.regency,
        "period_end": days.end, "token": secrets.token_urlsafe(TOKEN_BYTES),
    })  # fmt: skip
    if paper.mentor_id != by.user_id:
        _take_over(by, paper.pk, period)
    if new:
        Draft.objects.create(paper=paper)
        about = {"regency": paper.regency, "kind": kind, "period": period}
        journal.record("papers.opened", by=by.user_id, subject=paper.pk, **about)
    return paper.pk


def _check_days(days: Period, carried: Carried, form: Form, on: date) -> None:
    """A period of the calendar has begun, or is owed before it begins; a whole mentoring is over, with its own days."""
    if not isinstance(days, Course):
        if days.start > on and not (form.due_on <= days.end and days.previous.start <= on):
            raise Refused(problem("PAPERS_003", "period", seen=days.label()))
        return
    course = course_of(carried, on)
    if course is None:
        raise Refused(problem("PAPERS_044", "engagement", mentee=carried.mentee_name))
    if course != days:
        told = {"mentee": carried.mentee_name, "expected": course.label(), "seen": days.label()}
        raise Refused(problem("PAPERS_045", "period", **told))


def _take_over(by: Viewer, id: UUID, period: str) -> None:
    """The draft changes hands; what was handed in stays with who handed it in."""
    paper = Paper.objects.select_for_update(of=("self",)).select_related("mentor").get(pk=id)
    if paper.number is not None:
        raise Refused(problem("PAPERS_033", "engagement", name=str(paper.mentor), number=paper.number))
    if paper.mentor_id == by.user_id:
        return
    before, paper.mentor_id = paper.mentor_id, by.user_id
    paper.save(update_fields=["mentor"])
    about = {"regency": paper.regency, "kind": paper.kind, "period": period, "before": str(before)}
    journal.record("papers.taken_over", by=by.user_id, subject=id, **about)


def _period(text: str) -> Period:
    try:
        return period_from(text)
    except ValueError:
        raise Refused(problem("PAPERS_003", "period", seen=text)) from None


def _carried(by: Viewer, days: Period, on: date, engagement: UUID | None, programme: str) -> Carried:
    """The assignment that the paper rests on; for a mentor's own paper the regency where most mentees are."""
    found = [
        one for one in carried_between(days.start, days.end, mentor_id=by.user_id)
        if engagement in (None, one.engagement_id) and programme in ("", one.programme)
    ]  # fmt: skip
    if not found or (engagement and not answers_for(engagement, by.user_id, days, on)):
        raise Refused(problem("PAPERS_002", "engagement", period=days.label()))
    most = Counter(one.regency for one in found).most_common(1)[0][0]
    return next(one for one in found if one.regency == most)


def _form(kind: str, days: Period, carried: Carried, of_engagement: bool) -> Form:
    unknown = Refused(problem("PAPERS_001", "kind", programme=carried.programme, seen=kind))
    try:
        if kind not in programme_of(carried.programme, days.end).papers:
            raise unknown
        form = form_of(kind, carried.programme, days, carried.regency)
    except NotInForce:
        raise unknown from None
    if form.format.cadence != days.cadence or of_engagement != (form.format.subject == "engagement"):
        raise unknown
    if of_engagement and not paper_applies(form, carried.mentee_kind):
        raise unknown
    return form


def _identity(by: Viewer, kind: str, days: Period, carried: Carried, engagement: UUID | None) -> dict[str, object]:
    identity: dict[str, object] = {"kind": kind, "period_start": days.start, "engagement_id": engagement}
    return identity if engagement else {**identity, "programme": carried.programme, "mentor_id": by.user_id}
