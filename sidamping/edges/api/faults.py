"""What an API of ours answers when something is wrong: `{"problems": [{"code", "where", "message"}]}`, always.

Also says of a library's addresses who may open them, since they answer 401 themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, AuthorizationError, HttpError, ValidationError
from ninja.parser import Parser

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.platform.http.bodies import misfits
from sidamping.platform.http.signs import UNSOUND, unsound_places

STALE = 403
"""The library's own answer to a CSRF token that does not fit."""


class SoundJson(Parser):
    """JSON bodies; a text that cannot be stored is refused with its place before anybody looks at it."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        body = super().parse_body(request)
        refuse_if(problem(UNSOUND, place, field=place) for place in unsound_places(body))
        return body


def told(problems: Iterable[Problem]) -> list[dict[str, str]]:
    """Problems as JSON, in the reader's language."""
    language = get_language() or "id"
    return [{"code": one.code, "where": one.where, "message": one.text(language)} for one in problems]


def tells_faults(api: NinjaAPI) -> NinjaAPI:
    """The API, answering every fault with its problems."""

    def answer(request: HttpRequest, problems: Iterable[Problem], status: int) -> HttpResponse:
        return api.create_response(request, {"problems": told(problems)}, status=status)

    def refused(request: HttpRequest, fault: Any) -> HttpResponse:
        return answer(request, fault.problems, 422)

    def misshapen(request: HttpRequest, fault: Any) -> HttpResponse:
        return answer(request, misfits(fault.errors, skip=1), 422)

    def unreadable(request: HttpRequest, fault: Any) -> HttpResponse:
        """The library tells a body that its parser refused as one that cannot be read; ours says why."""
        cause = fault.__cause__
        if isinstance(cause, Refused):
            return answer(request, cause.problems, 422)
        said = problem("API_005" if fault.status_code == STALE else "API_004")
        return answer(request, [said], fault.status_code)

    def forbidden(request: HttpRequest, fault: Any) -> HttpResponse:
        return answer(request, [problem("ACCESS_001")], 403)

    api.add_exception_handler(Refused, refused)
    api.add_exception_handler(ValidationError, misshapen)
    api.add_exception_handler(HttpError, unreadable)
    api.add_exception_handler(AuthenticationError, lambda request, _: answer(request, [problem("API_001")], 401))
    api.add_exception_handler(AuthorizationError, forbidden)
    api.add_exception_handler(PermissionDenied, forbidden)
    api.add_exception_handler(Http404, lambda request, _: answer(request, [problem("API_002")], 404))
    return api


def marked(addresses: Any, own: Mapping[str, tuple[str, ...]]) -> Any:
    """A library's addresses, each saying who may open it; `own` names those that are not operations."""
    patterns, app, namespace = addresses
    for pattern in patterns:
        roles = own.get(pattern.name, ("api",))
        pattern.callback.allowed_roles = roles
        pattern.callback.login_required = roles == ("*",)
    return patterns, app, namespace
