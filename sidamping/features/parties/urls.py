"""Addresses of the registers, of areas and of long work."""

from django.urls import URLPattern, path

from sidamping.features.parties.views import areas, cards, edits, jobs, lists, picking, secrets, uploads

WORDS = (
    ("koperasi", "cooperative", "cooperatives"),
    ("orang", "person", "persons"),
    ("usaha", "business", "businesses"),
)


def _register(word: str, kind: str, plural: str) -> list[URLPattern]:
    """The addresses every register has."""
    of = {"kind": kind}
    return [
        path(f"{word}/", lists.register, of, name=plural),
        path(f"{word}/baru/", edits.add, of, name=f"{kind}_add"),
        path(f"{word}/impor/", uploads.upload, of, name=f"{plural}_import"),
        path(f"{word}/impor/templat/", uploads.template, of, name=f"{plural}_template"),
        path(f"{word}/ekspor/", lists.export, of, name=f"{plural}_export"),
        path(f"{word}/<uuid:party>/", cards.card, of, name=kind),
        path(f"{word}/<uuid:party>/ubah/", edits.change, of, name=f"{kind}_change"),
    ]


urlpatterns: list[URLPattern] = [
    *(address for words in WORDS for address in _register(*words)),
    path("koperasi/<uuid:party>/pengurus/", edits.board, name="cooperative_board"),
    path("koperasi/<uuid:party>/pengurus/<uuid:term>/", edits.board_term, name="cooperative_board_term"),
    path("buka-data/<uuid:party>/<str:field>/", secrets.reveal, name="reveal"),
    path("pilih/<str:kind>/", picking.party_search, name="party_search"),
    path("impor/<uuid:job>/", uploads.preview, name="import_preview"),
    path("impor/<uuid:job>/periksa.xlsx", uploads.faults, name="import_faults"),
    path("wilayah/", areas.areas, name="areas"),
    path("wilayah/cari/", areas.area_search, name="area_search"),
    path("wilayah/cari/<int:level>/", areas.area_search, name="area_search_level"),
    path("pekerjaan/<uuid:job>/", jobs.job, name="job"),
    path("pekerjaan/<uuid:job>/lagi/", jobs.job_again, name="job_again"),
]
