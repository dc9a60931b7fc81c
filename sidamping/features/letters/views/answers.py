"""What the pages of letters share: the answer after a write, a PDF to look at."""

from __future__ import annotations

import re

from django.http import HttpResponse, HttpResponseRedirect


def go(address: str) -> HttpResponse:
    """See other: the page after a write, so that reloading does not write again."""
    answer = HttpResponseRedirect(address)
    answer.status_code = 303
    return answer


def inline(content: bytes, name: str) -> HttpResponse:
    """A PDF shown in the browser; its name of plain letters only."""
    answer = HttpResponse(content, content_type="application/pdf")
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    answer["Content-Disposition"] = f'inline; filename="{plain}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer
