"""The page of the field app, its files and its worker: public, and asked anew until the phone keeps its own copy."""

from __future__ import annotations

from functools import cache

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe

from sidamping.edges.field import shell
from sidamping.platform.access.guard import public


@public
@require_safe
def field_app(request: HttpRequest) -> HttpResponse:
    return _file(request, shell.PAGE)


@public
@require_safe
def field_file(request: HttpRequest, shell_file: str) -> HttpResponse:
    if shell_file not in shell.names():
        raise Http404
    return _file(request, shell_file)


@public
@require_safe
def field_worker(request: HttpRequest) -> HttpResponse:
    """From the root, so that one worker may serve /lapangan/ whatever address it was started from."""
    return _file(request, shell.WORKER)


def _file(request: HttpRequest, name: str) -> HttpResponse:
    content = shell.served(name) if settings.DEBUG else _kept(name)
    tag = f'"{shell.mark(content)}"'
    same = request.headers.get("If-None-Match", "").removeprefix("W/") == tag
    answer = HttpResponseNotModified() if same else HttpResponse(content, content_type=shell.kind(name))
    answer.headers["ETag"] = tag
    answer.headers["Cache-Control"] = "no-cache"
    return answer


@cache
def _kept(name: str) -> bytes:
    return shell.served(name)
