"""Addresses of deliverables."""

from django.urls import path

from sidamping.features.deliverables import views

urlpatterns = [
    path("dampingan/<uuid:engagement>/lembar/", views.sheets, name="sheets"),
    path("dampingan/<uuid:engagement>/lembar/baru/", views.sheet_begin, name="sheet_begin"),
    path("dampingan/<uuid:engagement>/luaran/", views.deliverables, name="deliverables"),
    path("dampingan/<uuid:engagement>/bagian/jaringan/", views.engagement_network, name="engagement_network"),
    path("lembar/", views.sheets_waiting, name="sheets_waiting"),
    path("lembar/kosong/", views.blank_sheets, name="blank_sheets"),
    path("lembar/kosong/<slug:sheet_kind>/pdf/", views.blank_sheet_pdf, name="blank_sheet_pdf"),
    path(
        "dampingan/<uuid:engagement>/lembar/kosong/<slug:sheet_kind>/pdf/", views.sheet_blank_pdf,
        name="sheet_blank_pdf",
    ),
    path("lembar/<uuid:sheet>/", views.sheet, name="sheet"),
    path("lembar/<uuid:sheet>/isi/", views.sheet_edit, name="sheet_edit"),
    path("lembar/<uuid:sheet>/serahkan/", views.sheet_hand_in, name="sheet_hand_in"),
    path("lembar/<uuid:sheet>/tinjau/", views.sheet_review, name="sheet_review"),
    path("lembar/<uuid:sheet>/foto/<uuid:photo>/", views.sheet_photo, name="sheet_photo"),
    path("lembar/<uuid:sheet>/berkas/<uuid:file>/", views.sheet_file, name="sheet_file"),
    path("lembar/<uuid:sheet>/pdf/", views.sheet_pdf, name="sheet_pdf"),
]
