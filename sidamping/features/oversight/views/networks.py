"""Behind the board's figures on business networks: which mentees have contacts of a function, and whom (A9)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sidamping.features.deliverables.queries import FunctionCount, MenteeNetwork, networks
from sidamping.features.oversight.views.answers import page
from sidamping.features.oversight.views.board import found_behind
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow

SHOWN = 300


@allow(*roles.OVERSEERS)
@require_safe
def board_networks(request: HttpRequest) -> HttpResponse:
    """The mentees with a contact of the function ?fungsi=; all with a list where none is named."""
    found = found_behind(request)
    told = networks(request.viewer, found.among)
    function = next((one for one in told.functions if one.code == request.GET.get("fungsi", "")), None)
    rows = told.having(function.code if function else "")
    context = {
        "rows": [(one, _lines(one, function)) for one in rows[:SHOWN]], "count": len(rows), "function": function,
        "whole": len(found.among), "back": found.board_url, "programme": found.title,
    }
    return page(request, "board_networks.html", context)


def _lines(one: MenteeNetwork, function: FunctionCount | None) -> list[tuple[str, tuple[str, ...]]]:
    """The functions that have contacts, or the one asked for."""
    return [(label, names) for label, names in one.lines if names and (function is None or label == function.label)]
