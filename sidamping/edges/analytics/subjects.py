"""What is exported for analysis: subjects with their columns, types and meanings. No names, no numbers of persons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, QuerySet
from django.db.models.functions import Extract

from sidamping.features.books.models import Posting
from sidamping.features.fieldwork.models import VisitRevision
from sidamping.features.indicators.models import Summary
from sidamping.features.papers.models import Act, Revision

TEXT, DAY, NUMBER, YES = "string", "date", "integer", "boolean"
"""Types as a data package names them."""


@dataclass(frozen=True)
class Column:
    """A column: its name and type in the file, what it means, and where it comes from in the query."""

    name: str
    type: str
    meaning: str
    source: str = ""


@dataclass(frozen=True)
class Subject:
    """A folder of files: a row for each of what, its columns, the day that puts a row into a month."""

    name: str
    title: str
    columns: tuple[Column, ...]
    day: str
    rows: Callable[[], QuerySet[Any]]


def _summary() -> QuerySet[Any]:
    return Summary.objects.order_by("month", "engagement_id", "measure")


def _visits() -> QuerySet[Any]:
    minutes = (Extract(F("ends_at") - F("starts_at"), "epoch") / 60)
    rows = VisitRevision.objects.filter(superseded_at=None).order_by("visited_on", "id")
    return rows.annotate(minutes=minutes, mentees=Count("presences"))


def _papers() -> QuerySet[Any]:
    accepted = Act.objects.filter(revision__paper=OuterRef("paper"), action="passed")
    rows = Revision.objects.filter(number=1).order_by("paper__period_start", "paper_id")
    return rows.annotate(accepted=Exists(accepted))


def _postings() -> QuerySet[Any]:
    return Posting.objects.order_by("day", "id")


SUBJECTS = (
    Subject("summary", "Ukuran setiap pendampingan per bulan", (
        Column("engagement_id", TEXT, "Nomor pendampingan"),
        Column("month", DAY, "Hari pertama bulannya"),
        Column("measure", TEXT, "Ukuran, mis. visits, papers_on_time, turnover"),
        Column("value", NUMBER, "Nilainya; kosong berarti ditanya tetapi tidak dapat ditentukan"),
        Column("programme", TEXT, "Program"),
        Column("cohort_id", TEXT, "Nomor angkatan; kosong bila tanpa angkatan"),
        Column("province", TEXT, "Kode provinsi Kemendagri"),
        Column("regency", TEXT, "Kode kabupaten/kota Kemendagri"),
    ), "month", _summary),
    Subject("visits", "Kunjungan dalam keadaan yang berlaku", (
        Column("visit_id", TEXT, "Nomor kunjungan"),
        Column("day", DAY, "Hari kunjungan", "visited_on"),
        Column("programme", TEXT, "Program", "visit__programme"),
        Column("regency", TEXT, "Kode kabupaten/kota Kemendagri"),
        Column("mode", TEXT, "Cara, menurut daftar visit-modes"),
        Column("minutes", NUMBER, "Lama dalam menit"),
        Column("mentees", NUMBER, "Banyaknya dampingan yang ditemui"),
    ), "day", _visits),
    Subject("papers", "Laporan yang diserahkan, menurut penyerahan pertamanya", (
        Column("paper_id", TEXT, "Nomor laporan"),
        Column("period", DAY, "Hari pertama masa laporan", "paper__period_start"),
        Column("kind", TEXT, "Jenis laporan", "paper__kind"),
        Column("programme", TEXT, "Program", "paper__programme"),
        Column("regency", TEXT, "Kode kabupaten/kota Kemendagri", "paper__regency"),
        Column("due", DAY, "Batas waktu", "due_on"),
        Column("submitted", DAY, "Hari penyerahan pertama", "submitted_at__date"),
        Column("accepted", YES, "Diteruskan oleh koordinator"),
    ), "period", _papers),
    Subject("ledger", "Baris buku besar koperasi", (
        Column("day", DAY, "Hari buktinya"),
        Column("book_id", TEXT, "Nomor buku", "account__book_id"),
        Column("account", TEXT, "Kode akun dalam bagan akun buku itu", "account__code"),
        Column("group", TEXT, "Kelompok akun: assets, liabilities, equity, income, expense", "account__group"),
        Column("amount", NUMBER, "Rupiah; debit di atas nol, kredit di bawah nol"),
    ), "day", _postings),
)  # fmt: skip
