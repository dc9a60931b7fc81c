"""Addresses of papers."""

from django.urls import path

from sidamping.features.papers import views

urlpatterns = [
    path("laporan/", views.papers, name="papers"),
    path("laporan/ekspor/", views.papers_export, name="papers_export"),
    path("laporan/buka/", views.paper_open, name="paper_open"),
    path("laporan/<uuid:paper>/", views.paper, name="paper"),
    path("laporan/<uuid:paper>/berikutnya/", views.paper_next, name="paper_next"),
    path("laporan/<uuid:paper>/isi/", views.paper_edit, name="paper_edit"),
    path("laporan/<uuid:paper>/serahkan/", views.paper_submit, name="paper_submit"),
    path("laporan/<uuid:paper>/tindakan/", views.paper_act, name="paper_act"),
    path("laporan/<uuid:paper>/di-atas-kertas/", views.paper_on_paper, name="paper_on_paper"),
    path("laporan/<uuid:paper>/salinan/", views.paper_copy, name="paper_copy"),
    path("laporan/<uuid:paper>/pdf/", views.paper_pdf, name="paper_pdf"),
    path("laporan/<uuid:paper>/xlsx/", views.paper_xlsx, name="paper_xlsx"),
    path("laporan/<uuid:paper>/bukti/", views.paper_evidence, name="paper_evidence"),
    path("cek/<str:token>/", views.paper_check, name="paper_check"),
    path("dampingan/<uuid:engagement>/bagian/laporan/", views.engagement_papers, name="engagement_papers"),
]
