"""What the pages of letters share: a PDF to look at."""

from __future__ import annotations

from django.http import HttpResponse

from sidamping.platform.http.answers import made_file, plain


def inline(content: bytes, name: str) -> HttpResponse:
    """A PDF shown in the browser; its name of plain letters only."""
    return made_file(content, "application/pdf", f"{plain(name)}.pdf")
