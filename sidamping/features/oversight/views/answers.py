"""What the pages of oversight share: who may look, the answer to a form, the month asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, Refused
from sidamping.features.oversight.forms import OpenForm
from sidamping.features.programmes.queries import EngagementCard, engagement_card
from sidamping.platform.access import roles

READERS = (roles.MENTOR, *roles.OVERSEERS)
"""Roles that read what the office saw; which of it, the queries decide."""


def found_engagement(request: HttpRequest, engagement: UUID) -> EngagementCard:
    """The engagement; a stranger is told that there is none."""
    card = engagement_card(request.viewer, engagement)  # type: ignore[attr-defined]  # set by middleware
    if card is None:
        raise Http404
    return card


def faults_of(form: OpenForm, write: Callable[[], object]) -> list[Problem]:
    """Everything wrong with what was sent: what cannot be read, and what the service refuses. None: it is written."""
    unreadable = form.unreadable
    if unreadable:
        form.silence()
        return unreadable
    try:
        write()
    except Refused as refused:
        form.silence()
        return list(refused.problems)
    return []


def page(
    request: HttpRequest, template: str, context: dict[str, Any], problems: Iterable[Problem] = ()
) -> HttpResponse:
    """A page; with problems it keeps the input and answers 422."""
    wrong = tuple(problems)
    return render(request, f"oversight/{template}", {**context, "problems": wrong}, status=422 if wrong else 200)


def month_asked(request: HttpRequest) -> Month:
    """The month of the address; this month when it names none."""
    try:
        return Month.parse(request.GET.get("bulan", ""))
    except ValueError:
        return Month.of(request.today)  # type: ignore[attr-defined]  # the calendar sets it
