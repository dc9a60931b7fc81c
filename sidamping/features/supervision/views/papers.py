"""Papers of supervision as PDF: the letter of assignment, the report from its frozen content, letters of sanctions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.domain.ledger.sheets import LINE, TEXT, Cell, Column, Paper, Row, Sheet
from sidamping.domain.periods import long_day
from sidamping.features.letters import queries as letters
from sidamping.features.supervision import queries
from sidamping.features.supervision.queries import OFFICES, READERS
from sidamping.features.supervision.views.answers import found_examination, own_examination
from sidamping.platform.access.guard import allow
from sidamping.platform.documents.sheets import paper_pdf
from sidamping.platform.http.answers import made_file, there

PDF = "application/pdf"
LANGUAGE = "id"
"""An official paper of the office is Indonesian, whoever reads it."""


@allow(*OFFICES)
@require_safe
def assignment_pdf(request: HttpRequest, examination: UUID) -> HttpResponse:
    """The letter that sends the team out."""
    return _letter(own_examination(request, examination).letter_id, "surat-tugas.pdf")


@allow(*READERS)
@require_safe
def sanction_pdf(request: HttpRequest, sanction: UUID) -> HttpResponse:
    """The letter of a sanction."""
    return _letter(queries.sanction_letter(request.viewer, sanction), "sanksi.pdf")


@allow(*READERS)
@require_safe
def examination_report_pdf(request: HttpRequest, examination: UUID) -> HttpResponse:
    """The report as it was issued."""
    found_examination(request, examination)
    content, sha256 = there(queries.report_content(request.viewer, examination))
    return made_file(paper_pdf(_paper(content, sha256)), PDF, "laporan-pemeriksaan.pdf")


def _letter(letter: UUID | None, name: str) -> HttpResponse:
    """The caller has decided who may read it."""
    return made_file(there(letters.letter_file(there(letter))), PDF, name)


def _paper(content: Mapping[str, Any], sha256: str) -> Paper:
    days = f"{_day(content['starts'])} – {_day(content['ends'])}"
    facts = (
        ("Koperasi", content["cooperative"]), ("Jenis pengawasan", "; ".join(content["kinds"])),
        ("Yang diperiksa", content["matter"]), ("Waktu", days), ("Surat tugas", content["letter"]),
        ("Tim", "; ".join(", ".join(part for part in one if part) for one in content["team"])),
        ("Kesimpulan", content["summary"]),
    )  # fmt: skip
    findings = [
        (f"{one['number']}. {one['area']}: {one['text']}" + (f" ({one['basis']})" if one["basis"] else ""),
         (one["advice"], f"{one['charged']}, {_day(one['due'])}"))
        for one in content["findings"]
    ]  # fmt: skip
    sheets = (
        _sheet("report", "Laporan hasil pemeriksaan", "Hal", ("Isi",), [(name, (told,)) for name, told in facts]),
        _sheet("findings", "Temuan dan rekomendasi", "Temuan", ("Rekomendasi", "Penanggung jawab, batas"), findings),
    )
    lead = (content["region"], _day(content["on"]), f"SHA-256 {sha256}")
    words = {"page": "Halaman", "of": "dari", "place": "................", "fault": _("Belum cocok")}
    return Paper(content["office"], lead, sheets, LANGUAGE, words, ("Ketua tim", "Pengurus"))


def _sheet(
    name: str, title: str, first: str, columns: Iterable[str], rows: Iterable[tuple[str, tuple[str, ...]]]
) -> Sheet:
    return Sheet(
        name, title, title, tuple(Column(word, word, TEXT) for word in columns),
        tuple(
            Row(LINE, f"{name}-{at}", words, words, tuple(Cell(one) for one in cells))
            for at, (words, cells) in enumerate(rows)
        ),
        first=Column(first, first, TEXT),
    )  # fmt: skip


def _day(value: str) -> str:
    return long_day(date.fromisoformat(value), LANGUAGE)
