"""Member economic promotion as a statement (E11, S4 chapter II.K.4): what members gained by price and by the surplus.

In rupiah: sum of (competitor's price - own price) x quantity, plus the members' share of the surplus. The quantity is
gross participation at the own average price. What was not stated is not zero: the sum then says that it cannot be told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sidamping.domain.formulas.quotient import Unknowable
from sidamping.domain.ledger.chart import Account
from sidamping.domain.ledger.sheets import HEAD, LINE, SUM, TOTAL, Cell, Column, Row, Sheet, Term
from sidamping.domain.ratios.formulas import price_promotion
from sidamping.domain.rounding import round_to
from sidamping.domain.scoring.numbers import written

NAME = "promosi"
OWN, OTHER, SHARE = "harga_koperasi", "harga_pesaing", "shu_bagian_anggota"
NEEDED = {
    OWN: ("harga rata-rata di koperasi", "the average price in the cooperative"),
    OTHER: ("harga rata-rata di pesaing", "the average price at competitors"),
    SHARE: ("SHU bagian anggota", "the members' share of the surplus"),
}
UNTOLD = Cell("?")
READINGS = {
    True: ("lebih murah daripada di pesaing: ada promosi ekonomi anggota", "cheaper than at competitors: promoted"),
    False: ("tidak lebih murah daripada di pesaing: tidak ada promosi dari harga", "not cheaper than at competitors"),
}


@dataclass(frozen=True)
class Promoted:
    """A year: gross participation with its accounts, and what somebody stated of prices and shares."""

    participation: Sequence[tuple[Account, int]]
    stated: Mapping[str, int]

    @property
    def gross(self) -> int:
        return sum(amount for _, amount in self.participation)

    @property
    def saved(self) -> int | None:
        """What members would have paid more elsewhere; below zero where the cooperative is dearer."""
        own, other = self.stated.get(OWN), self.stated.get(OTHER)
        return None if not own or other is None else round_to(Fraction(self.gross * (other - own), own))


def promotion_report(years: Sequence[Promoted], columns: tuple[Column, ...]) -> Sheet:
    """The statement, a column for each year."""
    saved, share = ([_amount(value) for value in values] for values in (
        [one.saved for one in years], [one.stated.get(SHARE) for one in years]
    ))  # fmt: skip
    rows = (
        Row(HEAD, "price", "Manfaat harga selama tahun berjalan", "Gain by price during the year"),
        Row(LINE, "participation", "Partisipasi bruto anggota", "Gross participation of members",
            tuple(Cell(one.gross) for one in years), _behind(years)),
        _stated(OWN, "Harga rata-rata di koperasi", "Average price in the cooperative", years),
        _stated(OTHER, "Harga rata-rata di pesaing", "Average price at competitors", years),
        Row(LINE, "test", "Uji harga P %", "Price test P %", tuple(Cell(_test(one)) for one in years)),
        Row(SUM, "saved", "Penghematan anggota dari harga", "Saved by members on prices", tuple(saved)),
        Row(HEAD, "surplus", "Manfaat SHU pada akhir tahun", "Gain by the surplus at the end of the year"),
        _stated(SHARE, "SHU bagian anggota", "Members' share of the surplus", years),
        Row(TOTAL, "total", "Jumlah promosi ekonomi anggota", "Economic promotion of members",
            tuple(_total(at, one, other) for at, (one, other) in enumerate(zip(saved, share, strict=True)))),
    )  # fmt: skip
    title = "Promosi ekonomi anggota", "Economic promotion of members"
    return Sheet(NAME, *title, columns, rows, remarks=tuple(_remarks(years, columns)))


def _stated(key: str, id: str, en: str, years: Sequence[Promoted]) -> Row:
    return Row(LINE, key, id, en, tuple(_amount(one.stated.get(key)) for one in years))


def _amount(value: int | None) -> Cell:
    return UNTOLD if value is None else Cell(value)


def _total(at: int, saved: Cell, share: Cell) -> Cell:
    if not (isinstance(saved.value, int) and isinstance(share.value, int)):
        return UNTOLD
    return Cell(saved.value + share.value, (Term("saved", at), Term(SHARE, at)))


def _behind(years: Sequence[Promoted]) -> tuple[tuple[Account, tuple[int, ...]], ...]:
    """The accounts of income from members, by year."""
    amounts: dict[Account, list[int]] = {}
    for at, one in enumerate(years):
        for account, amount in one.participation:
            amounts.setdefault(account, [0] * len(years))[at] = amount
    return tuple((account, tuple(found)) for account, found in amounts.items())


def _test(one: Promoted) -> str:
    value = _percent(one)
    return "?" if value is None else f"{written(value, most=2)} %"


def _percent(one: Promoted) -> Fraction | None:
    own, other = one.stated.get(OWN), one.stated.get(OTHER)
    found = None if own is None or other is None else price_promotion(own, other)
    return None if found is None or isinstance(found, Unknowable) else Fraction(found)


def _remarks(years: Sequence[Promoted], columns: Sequence[Column]) -> list[tuple[str, str]]:
    """How to read the test, what is missing, and how the saving was reckoned."""
    found = []
    for one, column in zip(years, columns, strict=True):
        value = _percent(one)
        if value is not None:
            id, en = READINGS[value < 100]
            found.append((f"{column.id}: anggota membayar {id}.", f"{column.en}: members pay {en}."))
        missing = [names for key, names in NEEDED.items() if key not in one.stated]
        if missing:
            lacks, without = (", ".join(names[at] for names in missing) for at in (0, 1))
            found.append((f"{column.id}: ? berarti belum dapat dihitung, karena belum diisi: {lacks}.",
                          f"{column.en}: ? cannot be told yet, for nobody stated {without}."))
    found.append((
        "Penghematan = partisipasi bruto / harga di koperasi x (harga di pesaing - harga di koperasi), dibulatkan ke "
        "rupiah. Rasio RPEPA pada pedoman tidak dapat dihitung saat kedua harga sama; karena itu uji P % dipakai.",
        "Saved = gross participation / own price x (competitors' price - own price), rounded to the rupiah. The ratio "
        "RPEPA of the guideline has no value where both prices are equal; the test P % therefore leads.",
    ))  # fmt: skip
    return found
