"""What the pages of oversight share: who may look, the answer to a form, the month asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest

from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, Refused
from sidamping.features.oversight.forms import OpenForm
from sidamping.features.programmes.queries import EngagementCard, engagement_card
from sidamping.platform.access import roles
from sidamping.platform.http.answers import room_page

READERS = (roles.MENTOR, *roles.OVERSEERS)
"""Roles that read what the office saw; which of it, the queries decide."""

page = partial(room_page, "oversight")
"""The answer to a form or an address."""


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


def month_asked(request: HttpRequest) -> Month:
    """The month of the address; this month when it names none."""
    try:
        return Month.parse(request.GET.get("bulan", ""))
    except ValueError:
        return Month.of(request.today)  # type: ignore[attr-defined]  # the calendar sets it
