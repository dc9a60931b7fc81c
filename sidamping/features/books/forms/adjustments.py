"""The eight adjustments at the end of a period as plain questions; each proposes the lines of one voucher (E10)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger import adjustments
from sidamping.domain.ledger.chart import ASSETS, EXPENSE, INCOME, Account, Chart
from sidamping.domain.ledger.entries import Line
from sidamping.domain.money import rupiah
from sidamping.features.books.queries import named
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.fields import Rupiah

Lines = tuple[Line, ...]
Words = str | Promise
MOST_MONTHS = 600


class AdjustForm(forms.Form):
    """What every adjustment asks: the day it counts for. The accounts follow from the roles the chart gives them."""

    title: ClassVar[Words] = ""
    lead: ClassVar[Words] = ""
    needs: ClassVar[tuple[str, ...]] = ()
    measures: ClassVar[str] = ""
    """The role whose account is counted against what the books say; a draft of it books the whole difference."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    day = forms.DateField(label=_("Dihitung sampai tanggal"), widget=forms.DateInput)

    def __init__(self, *args: Any, chart: Chart, held: Mapping[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chart, self.held = chart, held
        self.prepare()

    def prepare(self) -> None:
        """Choices and figures of the book, where a kind has any."""

    def lines(self) -> Lines:
        """The lines of the voucher; none when the books say the same already."""
        return ()

    def code(self, role: str) -> str:
        return self.chart.role(role).code

    @property
    def measured(self) -> str:
        return self.code(self.measures) if self.measures else ""

    def booked(self, code: str) -> int:
        """What the books carry on an account, its normal side above zero."""
        return self.chart.accounts[code].shown(self.held.get(code, 0))

    def told(self, field: str, role: str) -> None:
        """Say beside a question what the books say."""
        self.fields[field].help_text = _("Menurut buku sekarang: %(amount)s.") % {
            "amount": rupiah(self.booked(self.code(role)))
        }

    def choose(self, field: str, accounts: list[Account]) -> None:
        self.fields[field].choices = [(one.code, named(one)) for one in accounts]  # type: ignore[attr-defined]  # a ChoiceField

    def open_accounts(self, group: str) -> list[Account]:
        return [one for one in self.chart.of(group) if not (one.header or one.contra or one.per_member or one.cash)]


def _money(label: Words, help_text: Words = "") -> Rupiah:
    return Rupiah(label=label, help_text=help_text, zero=True)


def _months(label: Any, least: int = 0) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=least, max_value=MOST_MONTHS)


def _account(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label)


TAKEN = _("Yang sudah disesuaikan sebelumnya")
TAKEN_HELP = _("Tulis 0 bila ini penyesuaian yang pertama.")


class Supplies(AdjustForm):
    title, lead = _("Perlengkapan terpakai"), _("Alat tulis, kertas, tinta: hitung yang masih tersisa di kantor.")
    needs, measures = ("supplies", "supplies_expense"), "supplies"
    counted = _money(_("Nilai perlengkapan yang masih ada"))

    def prepare(self) -> None:
        self.told("counted", "supplies")

    def lines(self) -> Lines:
        code = self.code("supplies")
        return adjustments.supplies(
            booked=self.booked(code), counted=self.cleaned_data["counted"], supplies=code,
            expense=self.code("supplies_expense"),
        )  # fmt: skip


class Inventory(AdjustForm):
    title, lead = _("Persediaan barang dihitung"), _("Hitung barang di gudang dan di rak, lalu tulis nilainya.")
    needs, measures = ("inventory", "cost", "member_cost"), "inventory"
    counted = _money(_("Nilai barang menurut hitungan"))
    cost = _account(_("Barangnya terutama dijual kepada siapa?"))

    def prepare(self) -> None:
        self.told("counted", "inventory")
        self.fields["cost"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (self.code("member_cost"), _("Anggota")), (self.code("cost"), _("Bukan anggota")),
        ]  # fmt: skip

    def lines(self) -> Lines:
        code, seen = self.code("inventory"), self.cleaned_data
        return adjustments.inventory(
            booked=self.booked(code), counted=seen["counted"], inventory=code, cost=seen["cost"]
        )


class Prepaid(AdjustForm):
    title, lead = _("Biaya yang dibayar di muka"), _("Sewa atau asuransi yang dibayar untuk beberapa bulan sekaligus.")
    needs = ("prepaid_expense",)
    paid = _money(_("Berapa yang dibayar seluruhnya?"))
    months = _months(_("Untuk berapa bulan?"), 1)
    elapsed = _months(_("Berapa bulan yang sudah lewat?"))
    taken = _money(TAKEN, TAKEN_HELP)
    expense = _account(_("Biaya apa?"))

    def prepare(self) -> None:
        self.choose("expense", self.open_accounts(EXPENSE))

    def lines(self) -> Lines:
        return adjustments.prepaid(
            **_picked(self.cleaned_data, "paid", "months", "elapsed", "taken", "expense"),
            prepaid=self.code("prepaid_expense"),
        )


class Unearned(AdjustForm):
    title, lead = _("Pendapatan yang diterima di muka"), _("Uang sudah diterima, jasanya diberikan bulan demi bulan.")
    needs = ("unearned_income",)
    received = _money(_("Berapa yang diterima seluruhnya?"))
    months = _months(_("Untuk berapa bulan?"), 1)
    elapsed = _months(_("Berapa bulan yang sudah lewat?"))
    taken = _money(TAKEN, TAKEN_HELP)
    income = _account(_("Pendapatan apa?"))

    def prepare(self) -> None:
        self.choose("income", self.open_accounts(INCOME))

    def lines(self) -> Lines:
        return adjustments.unearned(
            **_picked(self.cleaned_data, "received", "months", "elapsed", "taken", "income"),
            unearned=self.code("unearned_income"),
        )


class AccruedExpense(AdjustForm):
    title, lead = _("Biaya yang belum dibayar"), _("Listrik, gaji atau bunga bulan ini yang baru dibayar nanti.")
    needs = ("accrued_expense",)
    expense = _account(_("Biaya apa?"))
    owed = _money(_("Berapa yang harus dibayar nanti?"))
    booked_before = _money(_("Yang sudah tercatat untuk biaya ini"), TAKEN_HELP)

    def prepare(self) -> None:
        self.choose("expense", self.open_accounts(EXPENSE))

    def lines(self) -> Lines:
        seen = self.cleaned_data
        return adjustments.accrued_expense(
            owed=seen["owed"], booked=seen["booked_before"], expense=seen["expense"],
            payable=self.code("accrued_expense"),
        )  # fmt: skip


class AccruedIncome(AdjustForm):
    title, lead = _("Pendapatan yang belum diterima"), _("Jasa atau bunga yang sudah menjadi hak, uangnya belum masuk.")
    needs = ("accrued_income",)
    income = _account(_("Pendapatan apa?"))
    earned = _money(_("Berapa yang akan diterima nanti?"))
    booked_before = _money(_("Yang sudah tercatat untuk pendapatan ini"), TAKEN_HELP)

    def prepare(self) -> None:
        self.choose("income", self.open_accounts(INCOME))

    def lines(self) -> Lines:
        seen = self.cleaned_data
        return adjustments.accrued_income(
            earned=seen["earned"], booked=seen["booked_before"], income=seen["income"],
            receivable=self.code("accrued_income"),
        )  # fmt: skip


class Depreciation(AdjustForm):
    title, lead = _("Penyusutan"), _("Bangunan, kendaraan dan peralatan berkurang nilainya sama banyak tiap bulan.")
    needs = ("depreciation_expense", "accumulated_depreciation")
    accumulated = _account(_("Barang apa?"))
    cost = _money(_("Harga waktu dibeli"))
    residual = _money(_("Perkiraan harga jual sesudah tidak dipakai"), _("Tulis 0 bila tidak laku lagi."))
    life = _months(_("Umur pakai (bulan)"), 1)
    elapsed = _months(_("Sudah dipakai berapa bulan?"))
    taken = _money(_("Penyusutan yang sudah dicatat"), TAKEN_HELP)

    def prepare(self) -> None:
        worn = self.chart.role("accumulated_depreciation").line
        self.choose("accumulated", [one for one in self.chart.of(ASSETS) if one.contra and one.line == worn])

    def lines(self) -> Lines:
        return adjustments.depreciation(
            **_picked(self.cleaned_data, "cost", "residual", "life", "elapsed", "taken", "accumulated"),
            expense=self.code("depreciation_expense"),
        )


class Doubtful(AdjustForm):
    title, lead = _("Piutang yang diragukan"), _("Pinjaman atau piutang yang mungkin tidak kembali.")
    needs, measures = ("doubtful_expense", "allowance"), "allowance"
    wanted = _money(_("Perkiraan yang tidak akan kembali"))

    def prepare(self) -> None:
        self.told("wanted", "allowance")

    def lines(self) -> Lines:
        code = self.code("allowance")
        return adjustments.doubtful(
            wanted=self.cleaned_data["wanted"], booked=self.booked(code), expense=self.code("doubtful_expense"),
            allowance=code,
        )  # fmt: skip


KINDS: dict[str, type[AdjustForm]] = {
    "perlengkapan": Supplies, "persediaan": Inventory, "dibayar-di-muka": Prepaid, "diterima-di-muka": Unearned,
    "belum-dibayar": AccruedExpense, "belum-diterima": AccruedIncome, "penyusutan": Depreciation,
    "piutang-ragu": Doubtful,
}  # fmt: skip


def kinds_of(chart: Chart) -> list[tuple[str, Words, Words]]:
    """The adjustments that a chart has the accounts for, with their words."""
    return [
        (code, kind.title, kind.lead) for code, kind in KINDS.items() if all(role in chart.roles for role in kind.needs)
    ]


def _picked(seen: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: seen[name] for name in names}
