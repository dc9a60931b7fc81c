"""The API at /api/v1/: the routers of the features under one root, session sign-in, problems as JSON.

Every answer that is not a success is `{"problems": [{"code", "where", "message"}]}`.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_noop as _
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, AuthorizationError, HttpError, ValidationError
from ninja.parser import Parser
from ninja.security import django_auth

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.admissions import api as admissions
from sidamping.features.assessments import api as assessments
from sidamping.features.budgets import api as budgets
from sidamping.features.fieldwork import api as fieldwork
from sidamping.features.handovers import api as handovers
from sidamping.features.letters import api as letters
from sidamping.features.loans import api as loans
from sidamping.features.mentors import api as mentors
from sidamping.features.needs import api as needs
from sidamping.features.outcomes import api as outcomes
from sidamping.features.oversight import api as oversight
from sidamping.features.papers import api as papers
from sidamping.features.parties import api as parties
from sidamping.features.placements import api as placements
from sidamping.features.programmes import api as programmes
from sidamping.features.progress import api as progress
from sidamping.features.recruitment import api as recruitment
from sidamping.features.savings import api as savings
from sidamping.platform.http.signs import UNSOUND, unsound_places


class Grant(Schema):
    """A role in force today."""

    role: str
    programme: str
    area: str


class Me(Schema):
    """The person who asks."""

    id: str
    name: str
    on: str
    grants: list[Grant]


class SoundJson(Parser):
    """JSON bodies; a text that cannot be stored is refused with its place before anybody looks at it."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        body = super().parse_body(request)
        refuse_if(problem(UNSOUND, place, field=place) for place in unsound_places(body))
        return body


api = NinjaAPI(
    parser=SoundJson(),
    title="SiDamping",
    version="1",
    description="Baca dan tulis catatan pendampingan. Masuk lewat peramban; permintaan tulis membawa X-CSRFToken.",
    docs_url=None,
    auth=django_auth,
    urls_namespace="api",
)
for feature in (
    admissions, parties, assessments, programmes, letters, needs, loans, savings, fieldwork, papers, progress, outcomes,
    oversight, placements, handovers, mentors, recruitment, budgets,
):
    api.add_router("", feature.router)


@api.get("/me", response=Me, summary=_("Siapa saya dan apa peran saya hari ini"), tags=["akun"])
def me(request: HttpRequest) -> Me:
    viewer = request.viewer  # type: ignore[attr-defined]  # set by ViewerOfRequest
    grants = [Grant(role=one.role, programme=one.programme, area=one.area) for one in viewer.grants]
    return Me(id=str(viewer.user_id), name=viewer.name, on=viewer.on.isoformat(), grants=grants)


def answer(request: HttpRequest, problems: list[Problem], status: int) -> HttpResponse:
    """Problems as JSON in the reader's language."""
    language = get_language() or "id"
    rows = [{"code": one.code, "where": one.where, "message": one.text(language)} for one in problems]
    return api.create_response(request, {"problems": rows}, status=status)


@api.exception_handler(Refused)
def refused(request: HttpRequest, fault: Refused) -> HttpResponse:
    return answer(request, list(fault.problems), 422)


@api.exception_handler(ValidationError)
def misshapen(request: HttpRequest, fault: ValidationError) -> HttpResponse:
    found = []
    for error in fault.errors:
        field = ".".join(str(part) for part in error["loc"][1:])
        found.append(problem("API_003", field, field=field, seen=error["msg"]))
    return answer(request, found, 422)


@api.exception_handler(HttpError)
def unreadable(request: HttpRequest, fault: HttpError) -> HttpResponse:
    """The library tells a body that its parser refused as one that cannot be read; ours says why."""
    told = fault.__cause__
    if isinstance(told, Refused):
        return answer(request, list(told.problems), 422)
    return answer(request, [problem("API_004")], fault.status_code)


@api.exception_handler(AuthenticationError)
def unknown(request: HttpRequest, fault: AuthenticationError) -> HttpResponse:
    return answer(request, [problem("API_001")], 401)


@api.exception_handler(AuthorizationError)
@api.exception_handler(PermissionDenied)
def forbidden(request: HttpRequest, fault: Exception) -> HttpResponse:
    return answer(request, [problem("ACCESS_001")], 403)


@api.exception_handler(Http404)
def absent(request: HttpRequest, fault: Http404) -> HttpResponse:
    return answer(request, [problem("API_002")], 404)
