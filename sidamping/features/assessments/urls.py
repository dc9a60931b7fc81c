"""Addresses of assessments."""

from typing import Any

from django.urls import path

from sidamping.features.assessments.views import evidence, filling, opening, rounds, standing

urlpatterns: list[Any] = [
    path("asesmen/", rounds.assessments, name="assessments"),
    path("asesmen/baru/", opening.assessment_add, name="assessment_add"),
    path("asesmen/<uuid:assessment>/", standing.assessment, name="assessment"),
    path("asesmen/<uuid:assessment>/isi/", filling.fill, name="fill"),
    path("asesmen/<uuid:assessment>/isi/<str:section>/", filling.fill_section, name="fill_section"),
    path("asesmen/<uuid:assessment>/bukti/", evidence.evidence_add, name="evidence_add"),
    path("asesmen/<uuid:assessment>/bukti/<uuid:evidence>/", evidence.evidence_file, name="evidence_file"),
    path("asesmen/<uuid:assessment>/serahkan/", filling.assessment_submit, name="assessment_submit"),
    path("asesmen/<uuid:assessment>/tindakan/", standing.assessment_act, name="assessment_act"),
    path("asesmen/<uuid:assessment>/undang/", standing.assessment_invite, name="assessment_invite"),
]
