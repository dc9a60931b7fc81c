"""What a mentor plans with: whom to turn to first and why, and groups that could meet (C7, A7)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.features.progress import queries
from sidamping.features.progress.views.answers import page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow


@allow(roles.MENTOR)
@require_safe
def turns(request: HttpRequest) -> HttpResponse:
    """Everybody the mentor carries, the urgent first, with tasks for the others."""
    found = queries.turns(request.viewer)  # type: ignore[attr-defined]  # set by middleware
    urgent, rest = [one for one in found if one.urgent], [one for one in found if not one.urgent]
    texts = [(one, _message(one)) for one in rest]
    return page(request, "turns.html", {"urgent": urgent, "rest": texts})


@allow(roles.MENTOR)
@require_safe
def gatherings(request: HttpRequest) -> HttpResponse:
    """Groups proposed, each ready to be written down as one visit."""
    groups = queries.group_proposals(request.viewer)  # type: ignore[attr-defined]  # set by middleware
    return page(request, "gatherings.html", {"groups": groups})


def _message(one: queries.TurnLine) -> str:
    tasks = " ".join(f"{number}. {task}" for number, task in enumerate(one.tasks, 1))
    return _("Salam, %(name)s. Tugas sampai pertemuan berikutnya: %(tasks)s") % {
        "name": one.standing.card.mentee_name, "tasks": tasks,
    }  # fmt: skip
