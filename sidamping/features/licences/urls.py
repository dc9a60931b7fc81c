"""Addresses of licences."""

from django.urls import path

from sidamping.features.licences.views import desk, lists

urlpatterns = [
    path("izin/", lists.licences, name="licences"),
    path("izin/xlsx/", lists.licences_export, name="licences_export"),
    path("izin/surat/<uuid:licence_paper>/berkas/", desk.licence_file, name="licence_file"),
    path("izin/<uuid:cooperative>/", desk.licence, name="licence"),
    path("izin/<uuid:cooperative>/surat/<slug:licence_kind>/", desk.licence_paper, name="licence_paper"),
    path("izin/<uuid:cooperative>/keterangan/<slug:licence_key>/", desk.licence_state, name="licence_state"),
]
