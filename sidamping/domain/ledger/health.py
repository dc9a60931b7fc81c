"""What the health form of a savings cooperative, or of its USP, asks and the ledger knows, by the keys of the form."""

from __future__ import annotations

from sidamping.domain.ledger.chart import MEMBER
from sidamping.domain.ledger.statements import BalanceSheet, Figure, Surplus

RECEIVABLES = "piutang"
DEPOSITS = ("simpanan-sukarela", "simpanan-berjangka")


def health_amounts(now: BalanceSheet, phu: Surplus, before: BalanceSheet) -> dict[str, int]:
    """Balance sheets of the day and of the end of last year, and what the year earned; costs stand above zero."""
    kas, bank = _line(now, "kas"), _line(now, "bank")
    gross, served = phu.of("gross-participation"), phu.of("service-cost")
    return {
        "modal_sendiri": now.equity, "total_aset": now.assets, "modal_sendiri_lalu": before.equity,
        "total_aset_lalu": before.assets, "kas": kas, "bank": bank, "kas_dan_bank": kas + bank,
        "kewajiban_lancar": now.of("current-liabilities"), "simpanan_pokok": _line(now, "simpanan-pokok"),
        "simpanan_wajib": _line(now, "simpanan-wajib"), "jumlah_simpanan": _line(now, *DEPOSITS),
        "jumlah_simpanan_lalu": _line(before, *DEPOSITS), **_lent(now),
        "partisipasi_bruto": gross, "beban_pokok": -served, "partisipasi_neto": gross + served,
        "beban_usaha": -phu.of("operating-cost"), "beban_perkoperasian": -phu.of("cooperative-cost"),
        "pendapatan_bukan_anggota": phu.of("non-member-income"), "biaya_karyawan": -_line(phu, "beban-karyawan"),
        "shu_kotor": phu.gross, "shu_sebelum_pajak": phu.before_tax, "shu_tahun_berjalan": phu.after_tax,
    }


def _lent(now: BalanceSheet) -> dict[str, int]:
    """Loans before the allowance, those to members among them, and the allowance as it is set aside."""
    rows = [part for one in _of(now, RECEIVABLES) for part in one.accounts]
    return {
        "pinjaman_diberikan": sum(amount for account, amount in rows if not account.contra),
        "pinjaman_anggota": sum(amount for account, amount in rows if account.scope == MEMBER and not account.contra),
        "cadangan_penghapusan": -sum(amount for account, amount in rows if account.contra),
    }


def _line(of: BalanceSheet | Surplus, *codes: str) -> int:
    return sum(one.amount for one in _of(of, *codes))


def _of(of: BalanceSheet | Surplus, *codes: str) -> list[Figure]:
    return [one for one in of.figures if one.code in codes]
