"""Pages that read the logbook: the list with its workbook, a visit with all that hangs on it, its photos."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from sidamping.domain.problems import Refused
from sidamping.features.fieldwork import queries, services
from sidamping.features.fieldwork.forms import FollowUpForm, VisitFilterForm
from sidamping.features.fieldwork.queries import VisitFilter, VisitRecord
from sidamping.features.fieldwork.queries.vocabulary import in_words
from sidamping.features.fieldwork.views.answers import READERS, WRITERS, keep_photos, page
from sidamping.features.programmes.queries import cards
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.database.ids import read_id, uuid7
from sidamping.platform.http.answers import go, stored_file, there
from sidamping.platform.http.language import day_text
from sidamping.platform.xlsx.columns import Column, Kind
from sidamping.platform.xlsx.write import Table, write_book

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_ROWS = 20_000


@allow(*READERS)
def visits(request: HttpRequest) -> HttpResponseBase:
    """The logbook, newest first; narrowed by month, mentee and words; as a workbook with ?unduh=xlsx."""
    mine = cards(request.viewer, walked=False) if request.viewer.has(*WRITERS) else ()
    form = VisitFilterForm(request.GET, cards=mine)
    wanted = form.wanted()
    if request.GET.get("unduh") == "xlsx":
        book = write_book([Table(_("Jurnal"), _columns(), _rows(request.viewer, wanted), _("Jurnal kunjungan"))])
        return FileResponse(book, as_attachment=True, filename="jurnal-kunjungan.xlsx", content_type=SHEET)
    found = queries.visits_of(request.viewer, wanted, request.GET.get("after", ""))
    mentor = request.viewer.has(roles.MENTOR)
    context = {"page": found, "form": form, "narrowed": wanted != VisitFilter(), "mentor": mentor}
    return page(request, "visits.html", context)


@allow(*READERS)
def visit(request: HttpRequest, visit: UUID) -> HttpResponse:
    """One visit; its writer adds photos and promises here."""
    record = _record(request, visit)
    form = FollowUpForm(initial={"owner_side": "mentee"})
    if request.method != "POST":
        return _show(request, record, form)
    try:
        if request.POST.get("aksi") == "janji":
            form = FollowUpForm(request.POST)
            if form.problems:
                return _show(request, record, form, form.problems)
            _promise(request, record, form)
        else:
            _photos(request, visit)
    except Refused as refused:
        return _show(request, _record(request, visit), form, refused.problems)
    return go(reverse("visit", args=[visit]))


@allow(*READERS)
def visit_photo(request: HttpRequest, visit: UUID, photo: UUID) -> HttpResponse:
    """A photo of a visit the viewer may see; ?ukuran=kecil for the thumbnail."""
    kept = there(store.picture(photo, visit) if queries.may_see_visit(request.viewer, visit) else None)
    return stored_file(kept, f"kunjungan-{kept.sha256[:8]}", small=request.GET.get("ukuran") == "kecil")


def _record(request: HttpRequest, visit: UUID) -> VisitRecord:
    record = queries.visit(request.viewer, visit)
    if record is None:
        raise Http404
    return record


def _promise(request: HttpRequest, record: VisitRecord, form: FollowUpForm) -> None:
    id = read_id(request.POST.get("id", "")) or uuid7()
    first = record.line.mentees[0].engagement_id
    services.add_follow_up(by=request.viewer, draft=form.draft(id, first), on=request.today, visit_id=record.line.id)
    messages.success(request, _("Tindak lanjut tersimpan."))


def _photos(request: HttpRequest, visit: UUID) -> None:
    kept, faults = keep_photos(request, visit)
    if faults:
        raise Refused(faults)
    if kept:
        messages.success(request, _("Foto tersimpan."))


def _show(request: HttpRequest, record: VisitRecord, form: FollowUpForm, problems: Any = ()) -> HttpResponse:
    line = record.line
    facts = [
        (_("Cara"), in_words("visit-modes", line.mode)),
        (_("Tempat"), line.where),
        (_("Topik"), ", ".join(in_words("mentoring-topics", code) for code in line.topics)),
        (_("Peran"), ", ".join(in_words("mentor-roles", code) for code in line.roles)),
        (_("Asal catatan"), in_words("entry-sources", line.source)),
        (_("Pendamping"), line.mentor_name),
    ]
    context = {"record": record, "line": line, "facts": facts, "promise": form, "promise_id": uuid7()}
    context["share"] = _share(record)
    context["seals"] = queries.seals_on_visit(record)
    return page(request, "visit.html", context, problems)


def _share(record: VisitRecord) -> str:
    """The visit in a few lines for a chat group: what was done, what came of it, who promised what."""
    line = record.line
    head = _("Kunjungan %(day)s, %(names)s") % {"day": day_text(line.visited_on), "names": line.names}
    said = [f"*{head}*", line.activity, _("Hasil: %(result)s") % {"result": line.result}]
    promises = [
        f"- {one.text} ({one.owner_name}, {day_text(one.due)})" for one in record.follow_ups if one.closed_on is None
    ]
    return "\n".join([*said, *([_("Tindak lanjut:"), *promises] if promises else [])])


def _columns() -> list[Column]:
    return [
        Column("day", _("Tanggal"), Kind.DATE, 12),
        Column("starts", _("Mulai"), width=8),
        Column("ends", _("Selesai"), width=8),
        Column("mentor", _("Pendamping"), width=22),
        Column("mentees", _("Dampingan"), width=30),
        Column("mode", _("Cara"), width=18),
        Column("place", _("Tempat"), width=28),
        Column("activity", _("Kegiatan"), width=34),
        Column("purpose", _("Tujuan"), width=34),
        Column("material", _("Materi"), width=24),
        Column("result", _("Hasil"), width=44),
        Column("obstacles", _("Kendala"), width=34),
        Column("advice", _("Saran"), width=34),
        Column("cost", _("Biaya"), Kind.MONEY, 14),
        Column("remarks", _("Keterangan"), width=24),
    ]


def _rows(viewer: Viewer, wanted: VisitFilter) -> Iterator[tuple[Any, ...]]:
    after, written = "", 0
    while True:
        found = queries.visits_of(viewer, wanted, after, size=500)
        for line in found.rows:
            yield (
                line.visited_on, f"{line.starts_at:%H.%M}", f"{line.ends_at:%H.%M}", line.mentor_name, line.names,
                in_words("visit-modes", line.mode), line.where, line.activity, line.purpose, line.material_told,
                line.result, line.obstacles, line.advice, line.cost, line.remarks,
            )
        after, written = found.next_key, written + len(found.rows)
        if not after or written >= MOST_ROWS:
            return
