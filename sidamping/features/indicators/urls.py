"""Addresses of indicators."""

from django.urls import path

from sidamping.features.indicators import views

urlpatterns = [
    path("papan-angka/", views.figures, name="figures"),
    path("papan-angka/pdf/", views.figures_pdf, name="figures_pdf"),
    path("papan-angka/banding/", views.figures_compare, name="figures_compare"),
    path("papan-angka/banding/ekspor/", views.figures_export, name="figures_export"),
    path("papan-angka/silang/", views.figures_cross, name="figures_cross"),
    path("papan-angka/peta/", views.figures_map, name="figures_map"),
    path("papan-angka/pivot/", views.figures_pivot, name="figures_pivot"),
    path("papan-angka/pivot/unduh/", views.figures_pivot_xlsx, name="figures_pivot_xlsx"),
    path("papan-angka/musim/", views.figures_seasons, name="figures_seasons"),
    path("papan-angka/musim/daftar/", views.figures_season_list, name="figures_season_list"),
    path("papan-angka/awal-akhir/", views.figures_baseline, name="figures_baseline"),
    path("papan-angka/luar/", views.publications, name="publications"),
    path("papan-angka/luar/tambah/", views.publication_add, name="publication_add"),
    path("papan-angka/luar/<uuid:publication>/", views.publication, name="publication"),
    path("papan-angka/luar/<uuid:publication>/tarik/", views.publication_withdraw, name="publication_withdraw"),
    path("papan-angka/tampilan/", views.view_save, name="view_save"),
    path("papan-angka/tampilan/<uuid:view>/hapus/", views.view_forget, name="view_forget"),
    path("papan-angka/tampilan/<uuid:view>/surel/", views.view_subscribe, name="view_subscribe"),
    path("papan-angka/tampilan/<uuid:view>/surel/henti/", views.view_unsubscribe, name="view_unsubscribe"),
    path("papan-angka/berhenti/<str:token>/", views.view_leave, name="view_leave"),
    path("papan-angka/indikator/<slug:indicator>/", views.figure, name="figure"),
    path("papan-angka/indikator/<slug:indicator>/daftar/", views.figure_list, name="figure_list"),
]
