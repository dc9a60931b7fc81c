"""The root of the addresses: each feature brings its own."""

from django.urls import include, path

from sidamping.edges.api.root import api
from sidamping.edges.exchange.portals.api import router as portals

api.add_router("", portals)  # here, because the exchange stands on the phones' inbox and that on the API

urlpatterns = [
    path("", include("sidamping.edges.web.urls")),
    path("api/", include("sidamping.edges.api.urls")),
    path("sync/", include("sidamping.edges.sync.urls")),
    path("", include("sidamping.edges.sync.tray.urls")),
    path("", include("sidamping.edges.exchange.urls")),
    path("", include("sidamping.edges.field.urls")),
    path("", include("sidamping.features.workdesk.urls")),
    path("", include("sidamping.features.indicators.urls")),
    path("", include("sidamping.features.oversight.urls")),
    path("", include("sidamping.features.supervision.urls")),
    path("", include("sidamping.features.founding.urls")),
    path("", include("sidamping.features.meetings.urls")),
    path("", include("sidamping.features.licences.urls")),
    path("", include("sidamping.features.registers.urls")),
    path("", include("sidamping.features.outcomes.urls")),
    path("", include("sidamping.features.handovers.urls")),
    path("", include("sidamping.features.progress.urls")),
    path("", include("sidamping.features.deliverables.urls")),
    path("", include("sidamping.features.papers.urls")),
    path("", include("sidamping.features.fieldwork.urls")),
    path("", include("sidamping.features.loans.urls")),
    path("", include("sidamping.features.savings.urls")),
    path("", include("sidamping.features.budgets.urls")),
    path("", include("sidamping.features.books.urls")),
    path("", include("sidamping.features.assessments.urls")),
    path("", include("sidamping.features.placements.urls")),
    path("", include("sidamping.features.needs.urls")),
    path("", include("sidamping.features.recruitment.urls")),
    path("", include("sidamping.features.admissions.urls")),
    path("", include("sidamping.features.letters.urls")),
    path("", include("sidamping.features.programmes.urls")),
    path("", include("sidamping.features.mentors.urls")),
    path("", include("sidamping.features.parties.urls")),
    path("", include("sidamping.features.materials.urls")),
]

handler400 = "sidamping.edges.web.views.bad_request"
handler403 = "sidamping.edges.web.views.forbidden"
handler404 = "sidamping.edges.web.views.not_found"
