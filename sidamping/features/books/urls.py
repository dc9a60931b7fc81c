"""Addresses of books."""

from django.urls import path

from sidamping.features.books.views import carrying, desk, members, money, months, proofs, reading, reports, shares, vouchers

urlpatterns = [
    path("buku/", desk.books, name="books"),
    path("buku/baru/", desk.book_add, name="book_add"),
    path("buku/<uuid:book>/", desk.book, name="book"),
    path("buku/<uuid:book>/masuk/", money.money_in, name="money_in"),
    path("buku/<uuid:book>/keluar/", money.money_out, name="money_out"),
    path("buku/<uuid:book>/pindah/", money.money_move, name="money_move"),
    path("buku/<uuid:book>/saldo-awal/", carrying.opening, name="opening"),
    path("buku/<uuid:book>/saldo-awal/unggah/", carrying.opening_upload, name="opening_upload"),
    path("buku/<uuid:book>/saldo-awal/lembar.xlsx", carrying.opening_template, name="opening_template"),
    path("buku/<uuid:book>/bukti/", vouchers.vouchers, name="vouchers"),
    path("buku/bukti/<uuid:voucher>/", vouchers.voucher, name="voucher"),
    path("buku/bukti/<uuid:voucher>/tindakan/", vouchers.voucher_act, name="voucher_act"),
    path("buku/bukti/<uuid:voucher>/balik/", vouchers.voucher_reverse, name="voucher_reverse"),
    path("buku/bukti/<uuid:voucher>/foto/", proofs.voucher_proof, name="voucher_proof"),
    path("buku/bukti/<uuid:voucher>/foto/<uuid:proof>/", proofs.voucher_file, name="voucher_file"),
    path("buku/<uuid:book>/kas/", reading.cash_book, name="cash_book"),
    path("buku/<uuid:book>/akun/<str:code>/", reading.account, name="account_ledger"),
    path("buku/<uuid:book>/laporan/", reports.reports, name="reports"),
    path("buku/<uuid:book>/laporan/<str:statement>.pdf", reports.report_pdf, name="report_pdf"),
    path("buku/<uuid:book>/laporan/<str:statement>.xlsx", reports.report_xlsx, name="report_xlsx"),
    path("buku/<uuid:book>/neraca-saldo/", reports.trial_balance, name="trial_balance"),
    path("buku/<uuid:book>/neraca-lajur/", reports.worksheet, name="worksheet"),
    path("buku/<uuid:book>/neraca/", reports.balance_sheet, name="balance_sheet"),
    path("buku/<uuid:book>/phu/", reports.surplus, name="surplus"),
    path("buku/<uuid:book>/arus-kas/", reports.cash_flow, name="cash_flow"),
    path("buku/<uuid:book>/ekuitas/", reports.equity_changes, name="equity_changes"),
    path("buku/<uuid:book>/anggota/", members.members, name="members"),
    path("buku/<uuid:book>/anggota/baru/", members.member_add, name="member_add"),
    path("buku/anggota/<uuid:member>/", members.member, name="member"),
    path("buku/<uuid:book>/shu/", shares.shares, name="shares"),
    path("buku/<uuid:book>/shu/slip.pdf", shares.shares_pdf, name="shares_pdf"),
    path("buku/<uuid:book>/shu/draf/", shares.shares_draft, name="shares_draft"),
    path("buku/<uuid:book>/bulan/", months.book_months, name="book_months"),
]
