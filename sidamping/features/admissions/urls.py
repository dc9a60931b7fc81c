"""Addresses of admissions: `pendaftaran/` is open to everybody, `permohonan/` is for officers."""

from django.urls import path

from sidamping.features.admissions.views import acts, applications, exports, public, receipt

urlpatterns = [
    path("pendaftaran/", public.open_calls, name="open_calls"),
    path("pendaftaran/<uuid:cohort>/", public.open_call, name="open_call"),
    path("pendaftaran/<uuid:cohort>/daftar/", public.apply, name="apply"),
    path("pendaftaran/<uuid:cohort>/desa/", public.apply_places, name="apply_places"),
    path("pendaftaran/tanda-terima/<str:token>/", receipt.applied, name="applied"),
    path("pendaftaran/tanda-terima/<str:token>/dokumen/", receipt.applied_documents, name="applied_documents"),
    path("pendaftaran/tanda-terima/<str:token>/mundur/", receipt.applied_withdraw, name="applied_withdraw"),
    path("pendaftaran/tanda-terima/<str:token>/surat/", receipt.applied_letter, name="applied_letter_pdf"),
    path("permohonan/", applications.applications, name="applications"),
    path("permohonan/ekspor/", exports.applications_export, name="applications_export"),
    path("permohonan/alasan/ekspor/", exports.application_reasons_export, name="application_reasons_export"),
    path("permohonan/<uuid:application>/", applications.application, name="application"),
    path("permohonan/<uuid:application>/putuskan/", acts.application_decide, name="application_decide"),
    path("permohonan/<uuid:application>/tarik/<uuid:record>/", acts.application_take_back,
         name="application_take_back"),
    path("permohonan/<uuid:application>/hubungi/", acts.application_contact, name="application_contact"),
    path("permohonan/<uuid:application>/terima/", acts.application_accept, name="application_accept"),
    path("permohonan/<uuid:application>/dokumen/", acts.application_documents, name="application_documents"),
    path("permohonan/<uuid:application>/dokumen/<uuid:attached>/", applications.application_file,
         name="application_file"),
    path("permohonan/<uuid:application>/mundur/", acts.application_withdraw, name="application_withdraw"),
    path("permohonan/<uuid:application>/buka/<slug:field>/", acts.application_reveal, name="application_reveal"),
]
