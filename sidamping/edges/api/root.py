"""The API at /api/v1/: the routers of the features under one root, session sign-in, problems as JSON.

Every answer that is not a success is `{"problems": [{"code", "where", "message"}]}`.
"""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import NinjaAPI, Schema
from ninja.security import django_auth

from sidamping.edges.api.faults import SoundJson, tells_faults
from sidamping.edges.web import search_api as searching
from sidamping.features.admissions import api as admissions
from sidamping.features.assessments import api as assessments
from sidamping.features.books import api as books
from sidamping.features.budgets import api as budgets
from sidamping.features.fieldwork import api as fieldwork
from sidamping.features.founding import api as founding
from sidamping.features.handovers import api as handovers
from sidamping.features.indicators import api as indicators
from sidamping.features.letters import api as letters
from sidamping.features.licences import api as licences
from sidamping.features.loans import api as loans
from sidamping.features.materials import api as materials
from sidamping.features.meetings import api as meetings
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
from sidamping.features.registers import api as registers
from sidamping.features.savings import api as savings
from sidamping.features.supervision import api as supervision


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


api = tells_faults(
    NinjaAPI(
        parser=SoundJson(),
        title="SiDamping",
        version="1",
        description="Baca dan tulis catatan pendampingan. Masuk lewat peramban; permintaan tulis membawa X-CSRFToken.",
        docs_url=None,
        auth=django_auth,
        urls_namespace="api",
    )
)
for feature in (
    admissions, parties, assessments, programmes, letters, needs, loans, savings, fieldwork, materials, papers,
    progress, outcomes, oversight, placements, handovers, mentors, recruitment, books, budgets,
    registers, meetings,
    licences, founding, supervision,
    indicators, searching,
):
    api.add_router("", feature.router)


@api.get("/me", response=Me, summary=_("Siapa saya dan apa peran saya hari ini"), tags=["akun"])
def me(request: HttpRequest) -> Me:
    viewer = request.viewer  # type: ignore[attr-defined]  # set by ViewerOfRequest
    grants = [Grant(role=one.role, programme=one.programme, area=one.area) for one in viewer.grants]
    return Me(id=str(viewer.user_id), name=viewer.name, on=viewer.on.isoformat(), grants=grants)
