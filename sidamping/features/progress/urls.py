"""Addresses of progress."""

from django.urls import path

from sidamping.features.progress import views

urlpatterns = [
    path("kemajuan/", views.participants, name="participants"),
    path("kemajuan/ekspor/", views.participants_export, name="participants_export"),
    path("kemajuan/kontak/", views.contact_budget, name="contact_budget"),
    path("kemajuan/hasil/", views.cohort_success, name="cohort_success"),
    path("kemajuan/urutan/", views.turns, name="turns"),
    path("kemajuan/kelompok/", views.gatherings, name="gatherings"),
    path("dampingan/<uuid:engagement>/kemajuan/", views.progress, name="progress"),
    path("dampingan/<uuid:engagement>/profil-peserta/", views.profile_add, name="profile_add"),
    path("dampingan/<uuid:engagement>/angka/", views.month_add, name="month_add"),
    path("dampingan/<uuid:engagement>/perpanjang/", views.extension_add, name="extension_add"),
    path("dampingan/<uuid:engagement>/tautan/", views.link_add, name="link_add"),
    path("dampingan/<uuid:engagement>/lembar-catatan/", views.record_sheet_pdf, name="record_sheet_pdf"),
    path("angka/<uuid:record>/", views.month, name="month"),
    path("angka/<uuid:record>/perbaiki/", views.month_correct, name="month_correct"),
    path("angka/<uuid:record>/periksa/", views.month_verify, name="month_verify"),
    path("angka/<uuid:record>/foto/<uuid:photo>/", views.month_photo_file, name="month_photo_file"),
    path("tautan/<uuid:link>/", views.link, name="link"),
    path("tautan/<uuid:link>/cabut/", views.link_revoke, name="link_revoke"),
    path("salin/<str:token>/", views.sheet_scan, name="sheet_scan"),
    path("peserta/<str:token>/", views.participant_form, name="participant_form"),
]
