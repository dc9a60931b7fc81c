"""Addresses of registers."""

from django.urls import path

from sidamping.features.registers.views import desk, entries

urlpatterns = [
    path("buku/<uuid:book>/lembaga/", desk.institution, name="institution"),
    path("buku/<uuid:book>/perangkat/", desk.officers, name="officers"),
    path("buku/<uuid:book>/anggaran-dasar/", desk.articles, name="articles"),
    path("buku/<uuid:book>/buku-wajib/<slug:register>/", desk.book_sighting, name="book_sighting"),
    path("buku/<uuid:book>/daftar/<slug:register>/", entries.register, name="register"),
    path("buku/daftar/<uuid:register_entry>/coret/", entries.entry_strike, name="entry_strike"),
    path("buku/buku-wajib/<uuid:sighting>/bukti/", desk.sighting_file, name="sighting_file"),
]
