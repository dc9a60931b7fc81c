"""What the pages of letters share: a PDF to look at."""

from __future__ import annotations

import re

from django.http import HttpResponse


def inline(content: bytes, name: str) -> HttpResponse:
    """A PDF shown in the browser; its name of plain letters only."""
    answer = HttpResponse(content, content_type="application/pdf")
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    answer["Content-Disposition"] = f'inline; filename="{plain}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer
