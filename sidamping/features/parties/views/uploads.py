"""Import of a register from Excel: template, upload, preview by row, apply all or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.parties import services
from sidamping.features.parties.forms import ApplyForm, UploadForm
from sidamping.features.parties.forms.sheets import sheet_of
from sidamping.features.parties.queries import recorded
from sidamping.features.parties.views.registers import REGISTERS
from sidamping.platform.access.guard import allow
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.platform.jobs.queries import JobCard, job_card
from sidamping.platform.jobs.running import problems_of, start
from sidamping.platform.territory.queries import villages_within
from sidamping.platform.xlsx.columns import Column, Kind
from sidamping.platform.xlsx.read import refuse_no_workbook
from sidamping.platform.xlsx.template import write_template
from sidamping.platform.xlsx.write import Table, write_book

KIND = "parties.import"
AT_ONCE = 120_000
"""A workbook of fewer bytes (some 1,000 rows) is read while the person waits."""
MOST_VILLAGES = 4000
MOST_SHOWN = 500
"""So many rows stand on the page; the workbook of faults has them all."""


@allow(*services.WRITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, kind: str) -> HttpResponse:
    """Explains the import; takes a workbook and makes its preview."""
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            job, done = _begin(request, kind)
            return redirect("import_preview" if done else "job", job)
        except Refused as refused:
            problems = refused.problems
    context = {"register": REGISTERS[kind], "form": UploadForm(), "problems": problems}
    addresses = {"template_url": f"{REGISTERS[kind].list}_template", "back_url": REGISTERS[kind].list}
    return render(request, "parties/upload.html", {**context, **addresses}, status=422 if problems else 200)


@allow(*services.WRITERS)
@require_safe
def template(request: HttpRequest, kind: str) -> FileResponse:
    """The empty workbook, with the villages of the viewer's area to look up."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    sheet = sheet_of(kind)
    places = [(hit.code, hit.path) for hit in villages_within(viewer.areas(*services.WRITERS), MOST_VILLAGES)]
    lead = (
        _("Isi satu baris untuk tiap data, mulai baris ke-2 lembar pertama. Kolom bertanda * wajib."),
        _("Jangan mengubah judul kolom. Setelah diunggah, semua baris diperiksa dahulu; belum ada yang tersimpan."),
    )
    book = write_template(sheet.tab, sheet.columns, lead=lead, example=sheet.example, places=places)
    return FileResponse(book, as_attachment=True, filename=f"templat-{REGISTERS[kind].list}.xlsx")


@allow(*services.WRITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, job: UUID) -> HttpResponse:
    """What the workbook would write or has written; POST applies it."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = job_card(viewer, job)
    if card is None or card.kind != KIND:
        raise Http404
    if not card.finished:
        return redirect("job", job)
    if request.method == "POST" and _ready(card):
        arguments = {**card.arguments, "apply": True, "keep": "keep" in request.POST}
        now = card.result["rows"] <= 1000
        applied = start(KIND, by=viewer, arguments=arguments, now=now)
        return redirect("import_preview" if now else "job", applied)
    status = 409 if request.method == "POST" else 200
    return render(request, "parties/preview.html", _shown(viewer, card), status=status)


@allow(*services.WRITERS)
@require_safe
def faults(request: HttpRequest, job: UUID) -> HttpResponse | FileResponse:
    """Every fault and doubt of a preview by row, as a workbook to mend the table by."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = job_card(viewer, job)
    if card is None or card.kind != KIND:
        raise Http404
    if not card.finished:
        return redirect("job", job)
    columns = (
        Column("row", _("Baris"), Kind.NUMBER, 8), Column("name", _("Nama"), width=30),
        Column("column", _("Kolom"), width=22), Column("code", _("Kode"), width=14),
        Column("text", _("Keterangan"), width=90),
    )  # fmt: skip
    book = write_book([Table(_("Periksa"), columns, _fault_rows(card), title=card.arguments["name"])])
    return FileResponse(book, as_attachment=True, filename="hasil-pemeriksaan.xlsx")


def _fault_rows(card: JobCard) -> Iterator[tuple[str | int, ...]]:
    """One line for each fault; those of the whole file stand before the rows."""
    heads = {column.key: column.label for column in sheet_of(card.arguments["kind"]).columns}
    language = reader_language()
    for one in problems_of(card.result.get("problems", [])):
        row, _sign, field = one.where.rpartition(":")
        yield int(row) if row.isdecimal() else "", "", heads.get(field, ""), one.code, one.text(language)
    for line in card.result.get("lines", []):
        for one in problems_of(line["problems"]):
            field = one.where.rpartition(":")[2]
            yield line["row"], line["name"], heads.get(field, ""), one.code, one.text(language)


def _begin(request: HttpRequest, kind: str) -> tuple[UUID, bool]:
    file = request.FILES.get("file")
    if file is None:
        raise Refused(problem("SHEETS_009", "file"))
    content, name = file.read(), file.name or ""
    refuse_no_workbook(content, name)
    now = request.now  # type: ignore[attr-defined]  # set by middleware
    arguments = {"kind": kind, "file": services.keep_upload(content, now=now), "name": name, "apply": False}
    at_once = len(content) < AT_ONCE
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    return start(KIND, by=viewer, arguments=arguments, now=at_once), at_once


def _ready(card: JobCard) -> bool:
    """A finished preview without faults."""
    return card.state == "done" and not card.result["applied"] and not card.result["counts"]["faulty"]


def _shown(viewer: Viewer, card: JobCard) -> dict[str, object]:
    of = REGISTERS[card.arguments["kind"]]
    kept = card.result.get("lines", [])
    found = recorded(viewer, [UUID(line["found"]) for line in kept[:MOST_SHOWN] if line.get("found")])
    lines = [
        {**line, "problems": problems_of(line["problems"]), "known": found.get(UUID(line["found"]))
         if line.get("found") else None}
        for line in kept[:MOST_SHOWN]
    ]
    return {
        "more": card.result.get("more", 0) + len(kept) - len(lines),
        "any_faults": bool(card.result.get("problems")) or any(line["problems"] for line in kept),
        "register": of, "card": card, "result": card.result, "lines": lines, "ready": _ready(card), "form": ApplyForm(),
        "problems": problems_of(card.result.get("problems", [])), "upload_url": f"{of.list}_import",
        "list_url": of.list,
    }
