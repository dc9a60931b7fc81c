"""Answers that every room gives alike: going on after a write, a file that was handed in, a file made to read."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect


def go(address: str) -> HttpResponse:
    """See other: the page after a write, so that reloading does not write again."""
    answer = HttpResponseRedirect(address)
    answer.status_code = 303
    return answer


def kept_file(content: bytes, media_type: str, name: str) -> HttpResponse:
    """A picture or PDF that was handed in: the browser only shows it, never runs it; its bytes never change."""
    headers = {
        "Content-Disposition": f'inline; filename="{name}"', "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox", "Cache-Control": "private, max-age=86400, immutable",
    }  # fmt: skip
    return HttpResponse(content, content_type=media_type, headers=headers)


def made_file(content: bytes, media_type: str, name: str, *, inline: bool = True) -> HttpResponse:
    """A paper or workbook made for the reader, which nobody in between keeps."""
    way = "inline" if inline else "attachment"
    headers = {"Content-Disposition": f'{way}; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type=media_type, headers=headers)
