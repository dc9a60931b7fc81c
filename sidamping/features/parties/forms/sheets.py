"""The workbooks of the registers: which columns they have, and how a row becomes a draft. Codes may be written as
their words, in Indonesian or English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sidamping.domain.parties import digits, legal_key
from sidamping.features.parties.services import BusinessDraft, CooperativeDraft, PersonDraft, Row
from sidamping.platform.database.ids import uuid7
from sidamping.platform.xlsx.columns import Column, Kind
from sidamping.platform.xlsx.read import SheetRow
from sidamping.rules.books import labels, listing

VILLAGE = Column("village", "Kode desa", Kind.CODE, 16, required=True, hint="Kode Kemendagri, mis. 53.01.05.2010.")
ADDRESS = Column("address", "Alamat", width=30)
PHONE = Column("phone", "Telepon", Kind.CODE, 16)
ACCOUNT = Column("account_number", "Nomor rekening", Kind.CODE, 20)
NOTE = Column("note", "Catatan", width=30)
NIB = Column("nib", "NIB", Kind.CODE, 16, hint="13 angka dari OSS.")
NIK_HINT = "16 angka; kolom berformat Teks supaya angka terakhir tidak hilang."
SEX = {"l": "L", "laki-laki": "L", "laki laki": "L", "pria": "L", "p": "P", "perempuan": "P", "wanita": "P"}


@dataclass(frozen=True)
class Sheet:
    """One register's workbook: its tab, columns, an example line, and the reading of a row."""

    tab: str
    columns: tuple[Column, ...]
    example: tuple[str, ...]
    row_of: Callable[[SheetRow], Row]


@cache
def sheet_of(kind: str) -> Sheet:
    """The workbook of a register: cooperative, person or business."""
    return {"cooperative": _cooperatives, "person": _persons, "business": _businesses}[kind]()


def _persons() -> Sheet:
    columns = (
        Column("name", "Nama", width=28, required=True),
        Column("nik", "NIK", Kind.CODE, 20, hint=NIK_HINT),
        Column("sex", "Jenis kelamin", width=14, choices=("L", "P")),
        VILLAGE, ADDRESS, PHONE, ACCOUNT,
        Column("education", "Pendidikan terakhir", width=20, choices=_words("education-levels")),
        NOTE,
    )
    example = (
        "Marselinus Tefa", "5301050101800001", "L", "53.01.05.2010", "RT 02/RW 01", "081234567890", "",
        "SMA/sederajat", "",
    )
    return Sheet("Orang", columns, example, _person)


def _cooperatives() -> Sheet:
    columns = (
        Column("name", "Nama koperasi", width=34, required=True),
        Column("kind", "Jenis", width=24, required=True, choices=_words("cooperative-kinds")),
        Column("form", "Bentuk", width=12, hint="Kosong berarti Primer.", choices=_words("cooperative-forms")),
        Column("standing", "Kedudukan", width=22, hint="Kosong berarti Berbadan hukum.",
               choices=_words("cooperative-standings")),
        VILLAGE, ADDRESS,
        Column("serves", "Desa yang dilayani", Kind.TEXT, 30, hint="Kode desa lain, dipisah koma."),
        Column("legal_number", "Nomor badan hukum", width=26),
        Column("legal_date", "Tanggal badan hukum", Kind.DATE, 16, hint="hari/bulan/tahun"),
        Column("nik_koperasi", "NIK koperasi", Kind.CODE, 20, hint="Nomor induk koperasi; kolom berformat Teks."),
        NIB,
        Column("npwp", "NPWP", Kind.CODE, 20),
        Column("founded_on", "Tanggal berdiri", Kind.DATE, 16, hint="hari/bulan/tahun"),
        PHONE, ACCOUNT, NOTE,
    )
    example = (
        "Koperasi Merah Putih Bolok", "Simpan pinjam", "Primer", "Berbadan hukum", "53.01.05.2010", "Jl. Trans Timor",
        "53.01.05.2011, 53.01.05.2012", "518/BH/XXI.3/2016", "21/03/2016", "5301050010001", "1234567890123", "",
        "01/02/2016", "081234567890", "", "",
    )
    return Sheet("Koperasi", columns, example, _cooperative)


def _businesses() -> Sheet:
    columns = (
        Column("name", "Nama usaha", width=30, required=True),
        Column("owner", "Nama pemilik", width=26, required=True,
               hint="Pemilik yang belum tercatat dicatat sekaligus di desa yang sama."),
        Column("owner_nik", "NIK pemilik", Kind.CODE, 20, hint=NIK_HINT),
        Column("sector", "Bidang usaha", width=24, required=True, choices=_words("business-sectors")),
        Column("product", "Produk utama", width=26),
        VILLAGE, ADDRESS,
        Column("cooperative", "Nomor koperasi", Kind.CODE, 24, hint="NIK koperasi atau nomor badan hukum."),
        Column("started_on", "Mulai usaha", Kind.DATE, 16, hint="hari/bulan/tahun"),
        NIB, NOTE,
    )
    example = (
        "Keripik Mantap Jaya", "Ujang Mantap", "5301052301800001", "Makanan dan minuman olahan", "Keripik pisang",
        "53.01.05.2010", "", "518/BH/XXI.3/2016", "01/06/2021", "", "",
    )
    return Sheet("Usaha", columns, example, _business)


def _person(row: SheetRow) -> Row:
    sex = row.text("sex")
    draft = PersonDraft(
        **_texts(row, "name", "village", "nik", "phone", "account_number", "address", "note"),
        sex=SEX.get(sex.casefold(), sex), education=_code("education-levels", row.text("education")),
    )
    return Row(row.number, draft.tidy(), row.problems)


def _cooperative(row: SheetRow) -> Row:
    numbers = ("legal_number", "nik_koperasi", "nib", "npwp")
    draft = CooperativeDraft(
        **_texts(row, "name", "village", "phone", "account_number", "address", "note", *numbers),
        kind=_code("cooperative-kinds", row.text("kind")),
        form=_code("cooperative-forms", row.text("form")) or "primary",
        standing=_code("cooperative-standings", row.text("standing")) or "registered",
        legal_date=row.day("legal_date"), founded_on=row.day("founded_on"),
        serves=tuple(_split(row.text("serves"))),
    )
    return Row(row.number, draft.tidy(), row.problems)


def _business(row: SheetRow) -> Row:
    draft = BusinessDraft(
        **_texts(row, "name", "village", "product", "nib", "address", "note"),
        owner=uuid7(), sector=_code("business-sectors", row.text("sector")), started_on=row.day("started_on"),
    )
    owner = PersonDraft(name=row.text("owner"), village=row.text("village"), nik=row.text("owner_nik")).tidy()
    number = row.text("cooperative")
    known = digits(number) if digits(number).isdigit() else legal_key(number)
    return Row(row.number, replace(draft.tidy(), cooperative=None), row.problems, owner, known)


def _texts(row: SheetRow, *keys: str) -> dict[str, Any]:
    return {key: row.text(key) for key in keys}


def _split(text: str) -> Iterator[str]:
    return (part.strip() for part in text.replace(";", ",").split(",") if part.strip())


def _words(name: str) -> tuple[str, ...]:
    return tuple(one.text("id") for one in listing(name) if not one.retired)


@cache
def _codes(name: str) -> dict[str, str]:
    """Every way of writing a code: itself, its Indonesian and its English words."""
    spoken = {words.casefold(): code for lang in ("en", "id") for code, words in labels(name, lang).items()}
    return spoken | {code: code for code in labels(name, "id")}


def _code(name: str, text: str) -> str:
    """The code meant by a cell; unknown words come back as they are, so that the check can show them."""
    return _codes(name).get(text.strip().casefold(), text.strip())
