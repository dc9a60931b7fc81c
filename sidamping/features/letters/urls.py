"""Addresses of letters."""

from django.urls import path

from sidamping.features.letters import views

urlpatterns = [
    path("surat/", views.letters, name="letters"),
    path("surat/naskah/", views.wordings, name="letter_wordings"),
    path("surat/naskah/<slug:programme>/<slug:letter_kind>/", views.wording, name="letter_wording"),
    path("surat/naskah/<slug:programme>/<slug:letter_kind>/pdf/", views.wording_pdf, name="letter_wording_pdf"),
    path("surat/<uuid:letter>/", views.letter, name="letter"),
    path("surat/<uuid:letter>/terima/", views.letter_acknowledge, name="letter_acknowledge"),
    path("surat/<uuid:letter>/batalkan/", views.letter_void, name="letter_void"),
    path("surat/<uuid:letter>/pdf/", views.letter_pdf, name="letter_pdf"),
    path("cek/surat/<str:token>/", views.letter_check, name="letter_check"),
]
