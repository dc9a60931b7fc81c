"""Workbooks as people hand them in, written as text tables in the tests."""

from __future__ import annotations

import io
from collections.abc import Sequence

import xlsxwriter

PERSON_HEADS = ("Nama *", "NIK", "Jenis kelamin", "Kode desa *", "Telepon")
COOPERATIVE_HEADS = (
    "Nama koperasi *", "Jenis *", "Kode desa *", "Nomor badan hukum", "Tanggal badan hukum", "NIK koperasi",
)
BUSINESS_HEADS = ("Nama usaha *", "Nama pemilik *", "NIK pemilik", "Bidang usaha *", "Kode desa *", "Nomor koperasi")


def workbook(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """An .xlsx with one heading row and these rows."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Data")
        for number, row in enumerate((heads, *rows)):
            sheet.write_row(number, 0, row)
    return out.getvalue()


def persons(table: str) -> bytes:
    """Lines of 'name | nik | sex | village | phone'."""
    return workbook(PERSON_HEADS, lines(table))


def cooperatives(table: str) -> bytes:
    """Lines of 'name | kind | village | legal number | legal date | nik koperasi'."""
    return workbook(COOPERATIVE_HEADS, lines(table))


def businesses(table: str) -> bytes:
    """Lines of 'name | owner | owner nik | sector | village | cooperative'."""
    return workbook(BUSINESS_HEADS, lines(table))


def lines(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
