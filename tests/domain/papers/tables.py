"""Papers as text tables, and the facts they are made from: what Ratna wrote about Merah Putih in October 2026."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

from sidamping.domain.papers.facts import (
    EvaluationFact,
    PhotoFact,
    PlanFact,
    ProblemFact,
    Records,
    SignerFact,
    Subject,
    VisitFact,
)
from sidamping.domain.papers.layout import Cell, Column, CopyTo, Layout, Line, Slot, Span, Step

OCTOBER = Span(date(2026, 10, 1), date(2026, 10, 31), "Oktober 2026")
YEAR = Span(date(2026, 1, 1), date(2026, 12, 31), "Tahun 2026")
SUBJECT = Subject(
    "Ratna Tefa", "Kabupaten Kupang", "TPK NTT", "Merah Putih", "Jl. Pantai", "Bolok", "Kupang Barat", True
)
STEPS = (
    Step("submitted", "mentor"), Step("acknowledged", "chair"), Step("passed", "coordinator", may_return=True),
    Step("received", "secretariat"),
)
SIGNERS = (SignerFact("chair", "Ujang Mantap"), SignerFact("coordinator", "Yosef Nubatonis", "197505122003121004"),
           SignerFact("mentor", "Ratna Tefa"))


def uid(number: int) -> UUID:
    """A record's id that a test can read."""
    return UUID(int=number)


VISITS = (
    VisitFact(uid(1), date(2026, 10, 5), "Bolok", "Kunjungan pembukuan", "Menata buku kas", "Buku kas terisi",
              time(9), time(10, 30), "Buku kas", "Nota hilang", "Simpan nota di map", target="Pengurus", cost=50_000),
    VisitFact(uid(2), date(2026, 10, 19), "Bolok", "Kunjungan pembukuan", "Menata buku kas", "Saldo cocok",
              time(9), time(11), "Buku kas", "Nota hilang", "Tutup buku tiap Jumat", target="Pengurus", cost=25_000),
    VisitFact(uid(3), date(2026, 10, 12), "Tablolong", "Penyuluhan anggota", "Menjelaskan simpanan", "12 anggota hadir",
              time(14), time(15), "Simpanan", target="Anggota"),
)
PLAN = (
    PlanFact(uid(11), date(2026, 10, 5), "Nota hilang", "Kunjungan pembukuan", "Menata buku kas", "Pengurus",
             "Praktik", "Bolok", time(9), "Merah Putih"),
)
PROBLEMS = (
    ProblemFact(uid(21), "Nota sering hilang", date(2026, 9, 1), "Tidak ada tempat arsip", "Membeli map arsip",
                "Nota lengkap sejak Oktober", solved=True),
)
EVALUATIONS = (EvaluationFact(uid(31), date(2026, 10, 28), "Buku kas rutin", "Hujan", "Menyusun RAT"),)
PHOTOS = (PhotoFact(uid(41), "ab" * 32, "Menata buku kas", uid(1)),)
RECORDS = Records(VISITS, PLAN, PROBLEMS, EVALUATIONS, (), PHOTOS, SIGNERS)

LINES = (
    Line("members", "Jumlah Anggota", "stock", "people"),
    Line("assets", "Total Asset", "stock", "rupiah"),
    Line("income", "Pendapatan", "flow", "rupiah"),
    Line("shu", "Sisa Hasil Usaha", "flow", "rupiah", signed=True),
)


def layout(name: str, columns: str = "", cells: tuple[Cell, ...] = (), narrative: str = "") -> Layout:
    """A format with columns named by their keys."""
    return Layout(
        name, date(2018, 7, 23), "f" * 64, name.upper(),
        columns=tuple(Column(key, key, narrative=key == narrative) for key in columns.split()),
        lines=LINES if name == "lap-perkembangan" else (),
        slots=(Slot("chair", "Mengetahui, Ketua Koperasi"), Slot("coordinator", "Mengetahui, Koordinator TPK"),
               Slot("mentor", "Petugas TPK")),
        steps=STEPS, cells=cells,
        copies=(CopyTo(1, "Kepala Dinas Provinsi", role="secretariat"), CopyTo(2, "Kepala Dinas {regency}")),
        heading=(("mentor", "Nama TPK"), ("period", "Bulan")),
        subtitle="PADA KOPERASI {mentee} Desa {village}",
    )


def printed(content: dict, key: str = "rows") -> list[str]:
    """A table of the content as lines 'a | b | c'."""
    section = next(one for one in content["sections"] if one["key"] == key)
    heads = [column["key"] for column in section["columns"]]
    return [" | ".join(_text(row["cells"].get(head, "")) for head in heads) for row in section["rows"]]


def _text(cell: object) -> str:
    return str(cell["text"]) if isinstance(cell, dict) else str(cell)
