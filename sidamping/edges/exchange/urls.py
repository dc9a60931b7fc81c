"""Addresses of the exchange; they stand before those of instruments, whose names could be 'impor' else."""

from django.urls import path

from sidamping.edges.exchange import password_views, views
from sidamping.edges.exchange.openrosa import views as openrosa
from sidamping.edges.exchange.portals import views as portals

urlpatterns = [
    path("instrumen/impor/", views.instrument_import, name="instrument_import"),
    path("instrumen/impor/templat.xlsx", views.instrument_template, name="instrument_template"),
    path("instrumen/<str:name>/xlsform/", views.instrument_xlsform, name="instrument_xlsform"),
    path("akun/sandi-perangkat/", password_views.device_passwords, name="device_passwords"),
    path(
        "akun/sandi-perangkat/<uuid:device_password>/cabut/", password_views.device_password_revoke,
        name="device_password_revoke",
    ),
    path("sistem-lain/", portals.portals, name="portals"),
    path("sistem-lain/<slug:portal>/", portals.portal, name="portal"),
    path("sistem-lain/<slug:portal>/berkas/", portals.portal_export, name="portal_export"),
    path("sistem-lain/<slug:portal>/<uuid:row>/", portals.portal_row, name="portal_row"),
    path("openrosa/formList", openrosa.form_list, name="openrosa_list"),
    path("openrosa/form/<str:form>", openrosa.form, name="openrosa_form"),
    path("openrosa/form/<str:form>/manifest", openrosa.form_manifest, name="openrosa_manifest"),
    path("openrosa/submission", openrosa.submission, name="openrosa_submission"),
]
