"""Answers that every room gives alike: going on after a write."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect


def go(address: str) -> HttpResponse:
    """See other: the page after a write, so that reloading does not write again."""
    answer = HttpResponseRedirect(address)
    answer.status_code = 303
    return answer
