"""Addresses of foundings, and of the growth helper."""

from django.urls import path

from sidamping.features.founding.views import agreeing, desk, growth, papers, people

urlpatterns = [
    path("pendirian/", desk.foundings, name="foundings"),
    path("pendirian/baru/", desk.founding_add, name="founding_add"),
    path("pendirian/<uuid:founding>/", desk.founding, name="founding"),
    path("pendirian/<uuid:founding>/pendiri/", people.founding_founders, name="founding_founders"),
    path("pendirian/<uuid:founding>/diminta/", people.founding_asked, name="founding_asked"),
    path("pendirian/<uuid:founding>/pengurus/", people.founding_officers, name="founding_officers"),
    path("pendirian/<uuid:founding>/rapat/<slug:gathering>/", agreeing.founding_gathering, name="founding_gathering"),
    path("pendirian/<uuid:founding>/anggaran-dasar/", agreeing.founding_articles, name="founding_articles"),
    path("pendirian/<uuid:founding>/anggaran-dasar/<slug:article_part>/", agreeing.founding_part, name="founding_part"),
    path("pendirian/<uuid:founding>/simpanan/", agreeing.founding_terms, name="founding_terms"),
    path("pendirian/<uuid:founding>/neraca-awal/", agreeing.founding_opening, name="founding_opening"),
    path("pendirian/<uuid:founding>/berkas/", papers.founding_pieces, name="founding_pieces"),
    path("pendirian/<uuid:founding>/langkah/", papers.founding_steps, name="founding_steps"),
    path("pendirian/<uuid:founding>/paket/", papers.founding_packs, name="founding_packs"),
    path("pendirian/<uuid:founding>/hidup/", papers.founding_live, name="founding_live"),
    path("pendirian/pendiri/<uuid:founder>/mundur/", people.founder_leave, name="founder_leave"),
    path("pendirian/pendiri/<uuid:founder>/nik/", people.founder_nik, name="founder_nik"),
    path("pendirian/berkas/<uuid:piece>/", papers.founding_piece_file, name="founding_piece_file"),
    path("pendirian/paket/<uuid:pack>/notaris.zip", papers.founding_pack_file, name="founding_pack_file"),
    path("pertumbuhan/", growth.growth, name="growth"),
]
