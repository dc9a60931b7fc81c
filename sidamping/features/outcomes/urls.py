"""Addresses of outcomes."""

from django.urls import path

from sidamping.features.outcomes import views

urlpatterns = [
    path("dampingan/<uuid:engagement>/hasil/", views.outcome, name="outcome"),
    path("dampingan/<uuid:engagement>/hasil/nilai/", views.outcome_judge, name="outcome_judge"),
    path("dampingan/<uuid:engagement>/hasil/predikat/", views.outcome_verdict, name="outcome_verdict"),
    path("dampingan/<uuid:engagement>/hasil/tembusan/", views.outcome_copy, name="outcome_copy"),
    path("dampingan/<uuid:engagement>/hasil/tembusan/terima/", views.copy_receive, name="copy_receive"),
    path("dampingan/<uuid:engagement>/intervensi/baru/", views.intervention_add, name="intervention_add"),
    path("dampingan/<uuid:engagement>/pertemuan/", views.meetings, name="meetings"),
    path("dampingan/<uuid:engagement>/pertemuan/tiga-pihak/", views.three_party_add, name="three_party_add"),
    path("dampingan/<uuid:engagement>/pertemuan/konfirmasi/", views.confirmation_add, name="confirmation_add"),
    path("dampingan/<uuid:engagement>/pertemuan/paparan/", views.presentation_add, name="presentation_add"),
    path("pertemuan/<uuid:meeting>/", views.meeting, name="meeting"),
    path("pertemuan/<uuid:meeting>/berkas/", views.meeting_file, name="meeting_file"),
    path("dampingan/<uuid:engagement>/pasca/", views.after, name="after"),
    path("dampingan/<uuid:engagement>/pasca/lihat/", views.look_back_add, name="look_back_add"),
    path("dampingan/<uuid:engagement>/pasca/lanjutan/", views.continuation_add, name="continuation_add"),
    path("pasca-pendampingan/", views.look_backs, name="look_backs"),
]
