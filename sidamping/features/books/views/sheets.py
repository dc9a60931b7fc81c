"""Statements as rows for a page: lines with the accounts behind them, subtotals, and the figures of the year before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sidamping.domain.ledger.statements import (
    ASSET_SECTIONS,
    LIABILITY_SECTIONS,
    PHU_SECTIONS,
    BalanceSheet,
    Figure,
    Surplus,
)
from sidamping.features.books.queries import Compared
from sidamping.platform.http.language import reader_language

SECTIONS: dict[str, str | Promise] = {
    "current-assets": gettext_lazy("Aset lancar"), "long-term-investments": gettext_lazy("Investasi jangka panjang"),
    "fixed-assets": gettext_lazy("Aset tetap"), "other-assets": gettext_lazy("Aset lain"),
    "current-liabilities": gettext_lazy("Kewajiban lancar"),
    "long-term-liabilities": gettext_lazy("Kewajiban jangka panjang"), "equity": gettext_lazy("Ekuitas"),
    "gross-participation": gettext_lazy("Partisipasi bruto anggota"),
    "service-cost": gettext_lazy("Beban pokok pelayanan anggota"),
    "non-member-income": gettext_lazy("Pendapatan dari bukan anggota"),
    "non-member-cost": gettext_lazy("Beban pokok bukan anggota"), "operating-cost": gettext_lazy("Beban usaha"),
    "cooperative-cost": gettext_lazy("Beban perkoperasian"), "other-income": gettext_lazy("Pendapatan dan beban lain"),
    "interest": gettext_lazy("Beban bunga pinjaman"), "tax": gettext_lazy("Pajak penghasilan"),
}  # fmt: skip
SUBTOTALS = {
    "service-cost": ("net_participation", gettext_lazy("Partisipasi neto anggota")),
    "non-member-cost": ("gross", gettext_lazy("SHU kotor")),
    "other-income": ("before_interest_and_tax", gettext_lazy("SHU sebelum bunga dan pajak")),
    "interest": ("before_tax", gettext_lazy("SHU sebelum pajak")),
    "tax": ("after_tax", gettext_lazy("SHU setelah pajak")),
}


@dataclass(frozen=True)
class StatementRow:
    """A row: `level` head, line, sum or total; `accounts` are codes with name and amount, to open their ledgers."""

    level: str
    label: str
    now: int | None = None
    before: int | None = None
    accounts: tuple[tuple[str, str, int], ...] = ()


def balance_rows(read: Compared[BalanceSheet]) -> list[StatementRow]:
    """The balance sheet: sections with their sums, then both totals."""
    now, before = read.now, read.before
    rows = [row for section in ASSET_SECTIONS for row in _section(section, now, before)]
    rows.append(StatementRow("total", _("Jumlah aset"), now.assets, before.assets))
    rows += [row for section in (*LIABILITY_SECTIONS, "equity") for row in _section(section, now, before)]
    claims = now.liabilities + now.equity, before.liabilities + before.equity
    return [*rows, StatementRow("total", _("Jumlah kewajiban dan ekuitas"), *claims)]


def surplus_rows(read: Compared[Surplus]) -> list[StatementRow]:
    """The PHU in the order of the standard format, with every subtotal."""
    rows: list[StatementRow] = []
    for section in PHU_SECTIONS:
        rows += _section(section, read.now, read.before, summed=False)
        if section in SUBTOTALS:
            name, label = SUBTOTALS[section]
            level = "total" if section == "tax" else "sum"
            rows.append(StatementRow(
                level, str(label), getattr(read.now, name), getattr(read.before, name)
            ))  # fmt: skip
    return rows


def _section(
    section: str, now: BalanceSheet | Surplus, before: BalanceSheet | Surplus, summed: bool = True
) -> Iterator[StatementRow]:
    """The head of a section, its lines, and their sum; nothing where both days have nothing."""
    lines = {one.code: one for one in before.figures if one.section == section}
    own = {one.code: one for one in now.figures if one.section == section}
    codes = list(dict.fromkeys([*own, *lines]))
    if not codes:
        return
    label = str(SECTIONS[section])
    yield StatementRow("head", label)
    for code in codes:
        yield _line(own.get(code), lines.get(code))
    if summed:
        yield StatementRow("sum", _("Jumlah %(section)s") % {"section": label.lower()}, now.of(section),
                           before.of(section))


def _line(now: Figure | None, before: Figure | None) -> StatementRow:
    told = now or before
    assert told is not None
    english = reader_language() == "en"
    accounts = tuple((one.code, one.en if english else one.id, amount) for one, amount in (now or told).accounts)
    return StatementRow(
        "line", told.en if english else told.id, now.amount if now else 0, before.amount if before else 0,
        accounts if now else (),
    )  # fmt: skip
