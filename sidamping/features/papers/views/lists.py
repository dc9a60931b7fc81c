"""Lists of papers: what a mentor owes and wrote, what others may read; as a page, a workbook, a part of a page."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.domain.problems import Problem
from sidamping.features.papers import queries
from sidamping.features.papers.forms import FilterForm, OpenForm
from sidamping.features.papers.queries import PaperFilter
from sidamping.features.papers.views.answers import READERS, viewer_of
from sidamping.features.programmes.queries import engagement_card
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.xlsx.columns import Column, Kind
from sidamping.platform.xlsx.write import Table, write_book
from sidamping.rules import books
from sidamping.rules.books import labels


@allow(*READERS)
@require_safe
def papers(request: HttpRequest) -> HttpResponse:
    """Obligations first for a mentor, what waits for the viewer first for others, then every paper."""
    return papers_page(request)


def papers_page(
    request: HttpRequest, opening: OpenForm | None = None, problems: Iterable[Problem] = ()
) -> HttpResponse:
    """The list; with the form that opens any paper and what was wrong in it."""
    viewer, faults = viewer_of(request), tuple(problems)
    form = FilterForm(request.GET, _kinds(viewer))
    page = queries.papers_of(viewer, form.wanted(), request.GET.get("after", ""))
    first = not request.GET.get("after")
    context = {
        "page": page,
        "form": form,
        "duties": queries.due_papers(viewer, viewer.on) if first and viewer.has(roles.MENTOR) else (),
        "to_acknowledge": queries.to_acknowledge(viewer) if first and viewer.has(roles.CHAIR) else (),
        "mentor": viewer.has(roles.MENTOR),
        "filtered": any(request.GET.get(name) for name in form.fields),
        "opening": opening or _opening(request, viewer),
        "asked": opening is not None or "kind" in request.GET,
        "problems": faults,
    }
    return render(request, "papers/papers.html", context, status=422 if faults else 200)


def _opening(request: HttpRequest, viewer: Viewer) -> OpenForm | None:
    """The form that opens any paper, filled in by the link that led here; a mentor's alone."""
    if not viewer.has(roles.MENTOR) or request.GET.get("after"):
        return None
    wished = {name: request.GET[name] for name in ("kind", "engagement", "period") if name in request.GET}
    return OpenForm(queries.openable(viewer), initial=wished)


@allow(*READERS)
@require_safe
def papers_export(request: HttpRequest) -> FileResponse:
    """The filtered list as a workbook."""
    viewer = viewer_of(request)
    found = queries.every_paper(viewer, FilterForm(request.GET, _kinds(viewer)).wanted())
    states = labels("paper-states", get_language() or "id")
    columns = [
        Column("kind", _("Jenis laporan"), width=30), Column("period", _("Masa")),
        Column("number", _("Nomor"), width=30),
        Column("mentor", _("Pendamping"), width=24), Column("mentee", pgettext("satu", "Dampingan"), width=24),
        Column("village", _("Desa")), Column("regency", _("Kab/Kota"), Kind.CODE), Column("state", _("Keadaan")),
        Column("due", _("Batas waktu"), Kind.DATE), Column("submitted", _("Diserahkan"), Kind.DATE),
        Column("late", _("Hari terlambat"), Kind.NUMBER),
    ]  # fmt: skip
    rows = (
        (one.title, one.period, one.number, one.mentor, one.mentee, one.village, one.regency, states[one.state],
         one.due_on, localtime(one.submitted_at).date() if one.submitted_at else None, one.late_days)
        for one in found
    )  # fmt: skip
    book = write_book([Table(tab=_("Laporan"), columns=columns, rows=rows, title=_("Laporan"))])
    return FileResponse(book, as_attachment=True, filename="laporan.xlsx")


@allow(roles.COORDINATOR)
@require_safe
def paper_next(request: HttpRequest, paper: UUID) -> HttpResponse:
    """On to the paper of the queue after this one; at its end, a word that nothing waits."""
    viewer = viewer_of(request)
    if queries.paper(viewer, paper) is None:
        raise Http404
    following = queries.next_in_queue(viewer, paper)
    return redirect("paper", following.id) if following else render(request, "papers/queue_end.html")


@allow(*READERS)
@require_safe
def engagement_papers(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """The papers of one mentoring, as a part of its page; whole when opened by itself."""
    viewer = viewer_of(request)
    card = engagement_card(viewer, engagement)
    if card is None:
        raise Http404
    duties = [one for one in queries.due_papers(viewer, viewer.on) if one.engagement_id == engagement]
    context = {
        "card": card,
        "lines": queries.papers_of(viewer, PaperFilter(engagement=engagement), size=12).rows,
        "duties": duties if viewer.has(roles.MENTOR) else (),
    }
    part = request.headers.get("HX-Request") == "true"
    return render(request, "papers/engagement_part.html" if part else "papers/engagement_page.html", context)


def _kinds(viewer: Viewer) -> list[tuple[str, str]]:
    """The kinds of paper in force today, as choices."""
    language = get_language() or "id"
    names = dict.fromkeys(name for one in books.programmes(viewer.on) for name in one.papers)
    return [(name, books.paper_format(name, viewer.on).label.text(language)) for name in names]
