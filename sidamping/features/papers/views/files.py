"""Files of a paper: PDF and workbook in the annex layout, and the approval history as evidence for the honorarium."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from sidamping.features.papers import queries
from sidamping.features.papers.render.pdf import pdf_of
from sidamping.features.papers.render.xlsx import xlsx_of
from sidamping.features.papers.views.answers import READERS, filename, found_page
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import made_file
from sidamping.platform.http.language import day_text
from sidamping.platform.xlsx.columns import Column, Kind
from sidamping.platform.xlsx.write import Table, write_book

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@allow(*READERS)
@require_safe
def paper_pdf(request: HttpRequest, paper: UUID) -> HttpResponse:
    """The sheet as PDF/A; the same version gives the same bytes."""
    page = found_page(request, paper)
    return made_file(pdf_of(queries.sheet_from(page)), "application/pdf", filename(page, "pdf"))


@allow(*READERS)
@require_safe
def paper_xlsx(request: HttpRequest, paper: UUID) -> HttpResponse:
    """The sheet as a workbook."""
    page = found_page(request, paper)
    return made_file(xlsx_of(queries.sheet_from(page)), XLSX, filename(page, "xlsx"), inline=False)


@allow(*READERS)
@require_safe
def paper_evidence(request: HttpRequest, paper: UUID) -> FileResponse:
    """Who did what and when with this paper, as a workbook."""
    page = found_page(request, paper)
    if not page.acts:
        raise Http404
    head = page.line
    columns = [
        Column("revision", _("Revisi"), Kind.NUMBER, 8), Column("action", _("Tindakan"), width=24),
        Column("role", _("Peran"), width=24), Column("name", _("Nama"), width=26),
        Column("nip", _("NIP"), Kind.CODE, 22),
        Column("at", _("Waktu"), width=20), Column("remark", _("Catatan"), width=40),
        Column("signed_on", _("Ditandatangani di atas kertas"), Kind.DATE, 20),
        Column("recorded_by", _("Dicatat oleh"), width=26),
        Column("sha256", _("Sidik isi (SHA-256)"), Kind.CODE, 68),
    ]  # fmt: skip
    rows = (
        (one.revision, one.action, one.role, one.name, one.nip, f"{localtime(one.at):%Y-%m-%d %H:%M:%S}", one.remark,
         one.signed_on, one.recorded_by, one.sha256)
        for one in queries.evidence(page)
    )  # fmt: skip
    over = ngettext("terlambat %(days)s hari", "terlambat %(days)s hari", head.late_days) % {"days": head.late_days}
    late = over if head.late else _("tepat waktu")
    lead = (
        f"{head.title} {head.period} · {head.mentee or head.mentor}", _("Nomor: %(number)s") % {"number": head.number},
        _("Batas waktu: %(due)s, %(late)s") % {"due": day_text(page.due_on), "late": late},
    )  # fmt: skip
    table = Table(tab=_("Bukti"), columns=columns, rows=rows, title=_("Riwayat persetujuan laporan"), lead=lead)
    return FileResponse(write_book([table]), as_attachment=True, filename=filename(page, "bukti.xlsx"))
