"""Addresses of loans, below the book they belong to."""

from django.urls import path

from sidamping.features.loans.views import (
    ageing,
    applications,
    groups,
    health,
    offering,
    payments,
    products,
    register,
    together,
)

urlpatterns = [
    path("buku/<uuid:book>/pinjaman/", register.loans, name="loans"),
    path("buku/<uuid:book>/pinjaman/permohonan/", applications.loan_applications, name="loan_applications"),
    path("buku/<uuid:book>/pinjaman/permohonan/baru/", applications.loan_apply, name="loan_apply"),
    path("buku/<uuid:book>/pinjaman/kolektibilitas/", ageing.loan_ageing, name="loan_ageing"),
    path("buku/<uuid:book>/pinjaman/kolektibilitas.xlsx", ageing.loan_ageing_export, name="loan_ageing_export"),
    path("buku/<uuid:book>/pinjaman/penyisihan/", ageing.loan_provisions, name="loan_provisions"),
    path("buku/<uuid:book>/pinjaman/tawaran/", offering.loan_offer, name="loan_offer"),
    path("buku/<uuid:book>/pinjaman/bukti/<uuid:voucher>/", offering.loan_of_voucher, name="loan_of_voucher"),
    path("buku/<uuid:book>/pinjaman/cocokkan/", ageing.loan_ties, name="loan_ties"),
    path("buku/<uuid:book>/pinjaman/produk/", products.loan_products, name="loan_products"),
    path("buku/<uuid:book>/pinjaman/kelompok/", groups.loan_groups, name="loan_groups"),
    path("kesehatan/<uuid:assessment>/angka-buku/", health.health_from_book, name="health_from_book"),
    path("pinjaman/kelompok/<uuid:group>/", groups.loan_group, name="loan_group"),
    path("pinjaman/kelompok/<uuid:group>/keluar/", groups.loan_group_leave, name="loan_group_leave"),
    path("pinjaman/permohonan/<uuid:loan_request>/", applications.loan_application, name="loan_application"),
    path("pinjaman/permohonan/<uuid:loan_request>/putusan/", applications.loan_decide, name="loan_decide"),
    path("pinjaman/permohonan/<uuid:loan_request>/izin/", applications.loan_waive, name="loan_waive"),
    path("pinjaman/permohonan/<uuid:loan_request>/cairkan/", applications.loan_disburse, name="loan_disburse"),
    path("pinjaman/<uuid:loan>/", register.loan, name="loan"),
    path("pinjaman/<uuid:loan>/kartu.pdf", register.loan_card_pdf, name="loan_card_pdf"),
    path("pinjaman/<uuid:loan>/kartu.xlsx", register.loan_card_export, name="loan_card_export"),
    path("pinjaman/<uuid:loan>/bayar/", payments.loan_pay, name="loan_pay"),
    path("pinjaman/<uuid:loan>/bayar-bersama/", together.loan_pay_together, name="loan_pay_together"),
    path("pinjaman/<uuid:loan>/selisih/", payments.loan_mend, name="loan_mend"),
    path(
        "pinjaman/susun-ulang/<uuid:loan_proposal>/putusan/", payments.loan_schedule_decide, name="loan_schedule_decide"
    ),
    path("pinjaman/<uuid:loan>/susun-ulang/", payments.loan_reschedule, name="loan_reschedule"),
]
