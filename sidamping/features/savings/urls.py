"""Addresses of savings."""

from django.urls import path

from sidamping.features.savings.views import bills, deposits, desk, interest, moving, potential, products, savers

urlpatterns = [
    path("simpanan/potensi/", potential.savings_potential, name="savings_potential"),
    path("buku/<uuid:book>/simpanan/", desk.savings, name="savings"),
    path("buku/<uuid:book>/simpanan/terima/", moving.savings_receive, name="savings_receive"),
    path("buku/<uuid:book>/simpanan/ambil/", moving.savings_withdraw, name="savings_withdraw"),
    path("buku/<uuid:book>/simpanan/tagihan/", bills.savings_bills, name="savings_bills"),
    path("buku/<uuid:book>/simpanan/tagihan.xlsx", bills.savings_bills_xlsx, name="savings_bills_xlsx"),
    path("buku/<uuid:book>/simpanan/kelebihan/", bills.savings_excess, name="savings_excess"),
    path("buku/<uuid:book>/simpanan/jasa/", interest.savings_interest, name="savings_interest"),
    path("buku/<uuid:book>/simpanan/berjangka/", deposits.savings_deposits, name="savings_deposits"),
    path("buku/<uuid:book>/simpanan/berjangka/baru/", deposits.deposit_add, name="deposit_add"),
    path("buku/<uuid:book>/simpanan/produk/", products.savings_products, name="savings_products"),
    path("buku/<uuid:book>/simpanan/produk/aturan/", products.savings_terms, name="savings_terms"),
    path("buku/simpanan/berjangka/<uuid:deposit>/", deposits.savings_deposit, name="savings_deposit"),
    path("buku/simpanan/anggota/<uuid:member>/", savers.saver, name="saver"),
    path("buku/simpanan/anggota/<uuid:member>/buku.pdf", savers.saver_pdf, name="saver_pdf"),
    path("buku/simpanan/anggota/<uuid:member>/waris/", savers.saver_heirs, name="saver_heirs"),
    path("buku/simpanan/anggota/<uuid:member>/keluar/", moving.saver_leave, name="saver_leave"),
]
