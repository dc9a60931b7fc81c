"""On the day: attendance by list and QR code, the presenter's screen, decisions; afterwards the report."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused
from sidamping.features.books.queries.year_end import year_end
from sidamping.features.meetings import queries, services
from sidamping.features.meetings.forms import (
    AttendanceForm,
    ConsentForm,
    DecisionForm,
    ElectedLeadersForm,
    ItemForm,
    LeadersForm,
    ReportForm,
)
from sidamping.features.meetings.models import MATTER
from sidamping.features.meetings.queries import MeetingCard
from sidamping.features.meetings.views.answers import answered, done, own_meeting, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go
from sidamping.platform.http.language import reader_language


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def meeting_attendance(request: HttpRequest, assembly: UUID) -> HttpResponse:
    """Who came, ticked on the list; the quorum is counted from it."""
    card = own_meeting(request, assembly)
    lines = queries.electors(card)
    there = [str(one.id) for one in lines if one.present]
    form = AttendanceForm(request.POST or None, lines=lines, initial={"electors": there, "shown": there})
    context = {"card": card, "book": card.book, "form": form, "lines": lines}
    if request.method != "POST" or not form.is_valid():
        return page(request, "attendance.html", context)
    given = form.cleaned_data
    try:
        services.attend(
            by=request.viewer, meeting=assembly, electors=form.ticked(), way=given["way"], group=given["group"],
            shown=form.shown_ticked(),
        )  # fmt: skip
    except Refused as refused:
        return page(request, "attendance.html", context, refused.problems)
    messages.success(request, _("Kehadiran dicatat."))
    return go(reverse("meeting_attendance", args=[assembly]))


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def elector_arrive(request: HttpRequest, elector: UUID) -> HttpResponse:
    """Where the QR code of an invitation leads: one button to write the member down as present."""
    found = queries.elector_of(request.viewer, elector)
    if found is None or not found[0].book.may_write:
        raise Http404
    if request.method == "POST":
        return done(request, partial(services.arrive, by=request.viewer, elector=elector), "elector_arrive", elector)
    card, line = found
    return page(request, "arrive.html", {"card": card, "book": card.book, "line": line})


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def meeting_screen(request: HttpRequest, assembly: UUID) -> HttpResponse:
    """The item whose turn it is in large letters, the one after it, the quorum; one button goes on."""
    card = own_meeting(request, assembly)
    rows = queries.items(card)
    turn = queries.turn_of(card.head.kind, {one.code for one in rows if one.done_at})
    words = {one.code: one.label for one in rows}
    now = next(((at, one) for at, one in enumerate(rows, 1) if turn and one.code == turn[0]), None)
    turn_is = now[1].code if now is not None else ""
    form = _item_form(request, request.POST.get("code", turn_is), card)
    context = {
        "card": card, "book": card.book, "rows": rows, "now": now, "others": [(code, words[code]) for code in turn[1:]],
        "form": form, "count": len(rows), "decisions": queries.decisions(card),
        "may_leave_out": turn_is != services.ELECTED_LEADERS,
    }  # fmt: skip
    if request.method != "POST" or not form.is_valid():
        return page(request, "screen.html", context)
    try:
        held = request.POST.get("act") != "left_out"
        services.finish_item(by=request.viewer, meeting=assembly, now=request.now, held=held, **form.cleaned_data)
    except Refused as refused:
        return page(request, "screen.html", context, refused.problems)
    return go(reverse("meeting_screen", args=[assembly]))


def _item_form(request: HttpRequest, code: str, card: MeetingCard) -> ItemForm:
    """What is asked at an item: the one that was sent, though another may have its turn since."""
    form = ElectedLeadersForm if code == services.ELECTED_LEADERS else ItemForm
    return form(
        request.POST if request.method == "POST" else None, initial={"chair": card.chair, "secretary": card.secretary}
    )


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def meeting_leaders(request: HttpRequest, assembly: UUID) -> HttpResponse:
    """Who leads the session; a name is mended until the meeting is closed."""
    card = own_meeting(request, assembly)
    form = LeadersForm(request.POST or None, initial={"chair": card.chair, "secretary": card.secretary})
    return answered(
        request, "leaders.html", {"card": card, "book": card.book, "form": form},
        lambda: services.lead_session(by=request.viewer, meeting=assembly, **form.cleaned_data),
        _("Pimpinan sidang dicatat."), reverse("member_meeting", args=[assembly]),
    )  # fmt: skip


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def meeting_consent(request: HttpRequest, assembly: UUID) -> HttpResponse:
    """Who of those present whose papers came late agrees to deal with their matters; at first, everybody."""
    card = own_meeting(request, assembly)
    there = [one for one in queries.electors(card) if one.present] if card.rules else []
    lines = [one for one in there if one.late(card.head.day, card.rules["days"], request.today)]
    start = [str(one.id) for one in lines if one.agreed or not card.agreed]
    sent = request.POST if request.method == "POST" else None  # nobody ticked sends no field
    form = ConsentForm(sent, lines=lines, initial={"electors": start})
    form.fields["electors"].label = _("Setuju membahasnya")
    return answered(
        request, "consent.html", {"card": card, "book": card.book, "form": form, "lines": lines},
        lambda: services.consent(by=request.viewer, meeting=assembly, electors=form.ticked()),
        _("Persetujuan dicatat; berita acara menyebutnya."), reverse("member_meeting", args=[assembly]),
    )  # fmt: skip


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def meeting_decide(request: HttpRequest, assembly: UUID) -> HttpResponse:
    """Record a decision with its votes, or the reason why it would be void."""
    card = own_meeting(request, assembly)
    polls = [one for one in queries.polls(card) if one.counted and one.kind == MATTER]
    form = DecisionForm(request.POST or None, polls=polls)
    context = {"card": card, "book": card.book, "form": form, "polls": polls, "months": _open_months(request, card)}
    return answered(
        request, "decide.html", context,
        lambda: services.decide(
            by=request.viewer, id=form.cleaned_data["id"], meeting=assembly, ruling=form.ruling(), now=request.now,
        ),
        _("Keputusan dicatat."), reverse("member_meeting", args=[assembly]),
    )  # fmt: skip


def _open_months(request: HttpRequest, card: MeetingCard) -> list[str]:
    """The months of an annual meeting's year that are still open: until they are closed its books are not locked."""
    year = year_end(request.viewer, card.book.id, card.head.year) if card.head.year is not None else None
    if year is None:
        return []
    december = [] if year.december_closed else [Month(year.year, 12)]
    return [one.label(reader_language()) for one in (*year.open_months, *december)]


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def meeting_report(request: HttpRequest, assembly: UUID) -> HttpResponse:
    """Record that the results were reported to the office."""
    card = own_meeting(request, assembly)
    form = ReportForm(request.POST or None, initial={"on": request.today})
    due = queries.report_line(card, request.today)
    context = {"card": card, "book": card.book, "form": form, "due": due}
    return answered(
        request, "report.html", context,
        lambda: services.report(by=request.viewer, meeting=assembly, **form.cleaned_data),
        _("Laporan hasil rapat dicatat."), reverse("member_meeting", args=[assembly]),
    )  # fmt: skip
