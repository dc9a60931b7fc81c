"""Addresses of oversight."""

from django.urls import path

from sidamping.features.oversight import views

urlpatterns = [
    path("pemantauan/", views.monitoring, name="monitoring"),
    path("pemantauan/catatan/", views.contacts, name="contacts"),
    path("pemantauan/catatan/<uuid:contact>/", views.contact, name="contact"),
    path("dampingan/<uuid:engagement>/pemantauan/", views.contact_add, name="contact_add"),
    path("dampingan/<uuid:engagement>/manfaat/", views.benefits, name="benefits"),
    path("dampingan/<uuid:engagement>/indikator/", views.indicators, name="indicators"),
    path("dampingan/<uuid:engagement>/kartu-kode/", views.code_card, name="code_card"),
    path("kunjungan/<uuid:visit>/kode/", views.visit_code, name="visit_code"),
    path("manfaat/<uuid:benefit>/tarik/", views.benefit_withdraw, name="benefit_withdraw"),
    path("manfaat/<uuid:benefit>/berkas/", views.benefit_file, name="benefit_file"),
    path("papan/", views.board, name="board"),
    path("papan/daftar/", views.board_mentees, name="board_list"),
    path("papan/manfaat/", views.board_benefits, name="board_benefits"),
    path("papan/jaringan/", views.board_networks, name="board_networks"),
    path("papan/unduh/", views.board_export, name="board_export"),
    path("kepatuhan/jurnal/", views.journal_weeks, name="journal_weeks"),
    path("bukti-kunjungan/", views.visit_proofs, name="visit_proofs"),
    path("bukti-kunjungan/<uuid:visit>/", views.visit_check, name="visit_check"),
]
