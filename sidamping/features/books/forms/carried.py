"""The opening balance as a workbook: one sheet of accounts, one of members, both with everything but the amounts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

from django.utils.translation import gettext as _

from sidamping.domain.ledger.chart import Account
from sidamping.domain.ledger.opening import OpeningRow
from sidamping.domain.problems import Refused
from sidamping.features.books.queries.opening import OpeningMember
from sidamping.platform.xlsx.columns import Column, Kind
from sidamping.platform.xlsx.read import SheetRow, read_table
from sidamping.platform.xlsx.write import Table, write_book

ACCOUNTS = (
    Column("account", "Nomor akun", Kind.CODE, 14, required=True), Column("name", "Nama akun", width=44),
    Column("group", "Kelompok", width=14), Column("amount", "Jumlah", Kind.MONEY, 20, required=True),
)  # fmt: skip
NUMBER, NAME = Column("number", "Nomor anggota", Kind.CODE, 16, required=True), Column("name", "Nama anggota", width=30)
GROUPS = {"assets": "Harta", "liabilities": "Utang", "equity": "Modal"}
NO_ROWS = ["SHEETS_005"], ["SHEETS_004"]
"""A workbook may leave out the sheet of members, or keep it empty."""


def opening_book(
    whole: Iterable[Account], apart: tuple[Account, ...], members: Iterable[OpeningMember], day: str
) -> IO[bytes]:
    """The workbook to fill in."""
    lead = (
        _("Tulis jumlah pada %(day)s dengan angka saja. Yang tidak ada dibiarkan kosong.") % {"day": day},
        _("Jumlah harta harus sama dengan jumlah utang dan modal, termasuk yang dirinci pada lembar Anggota."),
    )
    accounts = ([one.code, one.id, GROUPS[one.group], None] for one in whole)
    people = ([one.number, one.name, *(None for _account in apart)] for one in members)
    return write_book([
        Table("Saldo awal", ACCOUNTS, accounts, title="Saldo awal", lead=lead),
        Table("Anggota", _member_columns(apart), people, title="Simpanan dan pinjaman per anggota"),
    ])  # fmt: skip


def read_opening(content: bytes, name: str, apart: tuple[Account, ...]) -> list[OpeningRow]:
    """The rows of both sheets, each with its place; Refused when the workbook has no such sheet."""
    return [*_of_accounts(content, name), *_of_members(content, name, apart)]


def _of_accounts(content: bytes, name: str) -> Iterator[OpeningRow]:
    for row in read_table(content, ACCOUNTS, name=name):
        place = _("Saldo awal baris %(row)s") % {"row": row.number}
        yield OpeningRow(place, _seen(row, "account"), _seen(row, "amount"))


def _of_members(content: bytes, name: str, apart: tuple[Account, ...]) -> Iterator[OpeningRow]:
    try:
        rows = read_table(content, _member_columns(apart), name=name)
    except Refused as refused:
        if refused.codes not in NO_ROWS:
            raise
        return
    for row in rows:
        place = _("Anggota baris %(row)s") % {"row": row.number}
        for account in apart:
            yield OpeningRow(f"{place}, {account.id}", account.code, _seen(row, account.code), _seen(row, "number"))


def _seen(row: SheetRow, key: str) -> str:
    """What stands in a cell; of one that Excel could not reckon its fault, so that the row is told and not left out."""
    return next((str(one.values["seen"]) for one in row.problems if one.where == key and "seen" in one.values),
                row.text(key))


def _member_columns(apart: Iterable[Account]) -> tuple[Column, ...]:
    return NUMBER, NAME, *(Column(one.code, f"{one.code} {one.id}", Kind.MONEY, 18) for one in apart)
