"""Addresses of assessments."""

from typing import Any

from django.urls import path

from sidamping.features.assessments.views import (
    comparing,
    evaluations,
    evidence,
    files,
    filling,
    instruments,
    lab,
    opening,
    outside,
    results,
    rounds,
    standing,
    timeline,
)

urlpatterns: list[Any] = [
    path(
        "dampingan/<uuid:engagement>/evaluasi-pendamping/", evaluations.mentor_evaluation, name="mentor_evaluation"
    ),
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
    path("asesmen/<uuid:assessment>/hasil/", results.result, name="result"),
    path("asesmen/<uuid:assessment>/hasil/<path:component>/", results.result_point, name="result_point"),
    path("asesmen/<uuid:assessment>/banding/", comparing.result_versions, name="result_versions"),
    path("asesmen/<uuid:assessment>/pasangan/", comparing.result_pair, name="result_pair"),
    path("asesmen/<uuid:assessment>/pdf/", files.assessment_pdf, name="assessment_pdf"),
    path("asesmen/<uuid:assessment>/xlsx/", files.assessment_xlsx, name="assessment_xlsx"),
    path("asesmen/pihak/<uuid:party>/<str:name>/", timeline.party_timeline, name="party_timeline"),
    path("instrumen/", instruments.instruments, name="instruments"),
    path("instrumen/<str:name>/", instruments.instrument, name="instrument"),
    path("instrumen/<str:name>/kosong.pdf", instruments.instrument_blank, name="instrument_blank"),
    path("koperasi/<uuid:party>/bagian/kesehatan/", outside.party_health, name="party_health"),
    path("koperasi/<uuid:party>/hasil-luar/", outside.outside_add, name="outside_add"),
    path("koperasi/<uuid:party>/hasil-luar/<uuid:outside>/berkas/", outside.outside_file, name="outside_file"),
    path("lab-kebijakan/", lab.policy_lab, name="policy_lab"),
]
