"""What the pages of letters share: a PDF to look at."""

from __future__ import annotations

import re

from django.http import HttpResponse

from sidamping.platform.http.answers import made_file


def inline(content: bytes, name: str) -> HttpResponse:
    """A PDF shown in the browser; its name of plain letters only."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return made_file(content, "application/pdf", f"{plain}.pdf")
