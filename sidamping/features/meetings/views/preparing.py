"""Before a meeting: its committee, the invitation with proof of delivery, another day with notice."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from sidamping.domain.meetings.documents import RAT_BOOK
from sidamping.domain.problems import Refused
from sidamping.features.meetings import queries, services
from sidamping.features.meetings.forms import ChangeForm, DelayForm, DeliveryForm, InviteForm, SeatForm
from sidamping.features.meetings.queries import MeetingCard
from sidamping.features.meetings.views.answers import answered, done, own_meeting, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.answers import go, tell_faults, there
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels

PASSAGES = "rat-passages"


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def meeting_committee(request: HttpRequest, assembly: UUID) -> HttpResponse:
    """Who prepares the meeting; whoever was mistyped is taken out again."""
    card = own_meeting(request, assembly)
    if "unseat" in request.POST:
        seat = there(read_id(request.POST["unseat"]))
        act = partial(services.unseat_committee, by=request.viewer, meeting=assembly, seat=seat)
        return done(request, act, "meeting_committee", assembly)
    form = SeatForm(request.POST or None)
    context = {"card": card, "book": card.book, "form": form, "rows": queries.committee(card)}
    if request.method != "POST" or not form.is_valid():
        return page(request, "committee.html", context)
    try:
        services.seat_committee(by=request.viewer, meeting=assembly, **form.cleaned_data)
    except Refused as refused:
        return page(request, "committee.html", context, refused.problems)
    return go(reverse("meeting_committee", args=[assembly]))


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def meeting_change(request: HttpRequest, assembly: UUID) -> HttpResponse:
    """Another day, hour, place or purpose while nobody is invited; a day that is too soon is told again."""
    card = own_meeting(request, assembly)
    start = {"day": card.head.day, "begins": card.begins, "place": card.place, "purpose": card.purpose}
    form = ChangeForm(request.POST or None, initial=start)

    def change() -> None:
        services.change_meeting(by=request.viewer, meeting=assembly, draft=form.draft())
        tell_faults(request, queries.too_soon(request.viewer, card.book, form.cleaned_data["day"]))

    return answered(
        request, "change.html", {"card": card, "book": card.book, "form": form}, change, _("Perubahan rapat disimpan."),
        reverse("member_meeting", args=[assembly]),
    )  # fmt: skip


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def meeting_postpone(request: HttpRequest, assembly: UUID) -> HttpResponse:
    """Put the meeting off, told to members and office."""
    card = own_meeting(request, assembly)
    form = DelayForm(request.POST or None, initial={"told_members_on": request.today, "told_office_on": request.today})
    context = {"card": card, "book": card.book, "form": form}
    return answered(
        request, "postpone.html", context,
        lambda: services.postpone(
            by=request.viewer, id=form.cleaned_data["id"], meeting=assembly, delay=form.delay(), now=request.now,
        ),
        _("Penundaan dan pemberitahuannya dicatat."), reverse("member_meeting", args=[assembly]),
    )  # fmt: skip


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def meeting_invite(request: HttpRequest, assembly: UUID) -> HttpResponse:
    """The day of the invitation, which freezes the list of members."""
    card = own_meeting(request, assembly)
    form = InviteForm(request.POST or None, initial={"on": card.invited_on or request.today})
    context = {"card": card, "book": card.book, "form": form}
    if request.method != "POST" or not form.is_valid():
        return page(request, "invite.html", context)
    try:
        count = services.invite(by=request.viewer, meeting=assembly, on=form.cleaned_data["on"])
    except Refused as refused:
        return page(request, "invite.html", context, refused.problems)
    told = ngettext("%(n)s anggota terdaftar dan diundang.", "%(n)s anggota terdaftar dan diundang.", count)
    messages.success(request, told % {"n": count})
    _warn_of_book(request, card)
    return go(reverse("meeting_delivery", args=[assembly]))


def _warn_of_book(request: HttpRequest, card: MeetingCard) -> None:
    """The RAT book goes with the invitation: say when its frozen version is behind, or parts are not written."""
    frozen = queries.document(card, RAT_BOOK)
    if frozen is not None and queries.changed_since(request.viewer, card, frozen.line):
        said = _("Catatan koperasi berubah sesudah buku RAT versi %(version)s dibekukan. Bekukan lagi dahulu.")
        messages.warning(request, said % {"version": frozen.line.version})
    words = labels(PASSAGES, reader_language())
    lacking = ", ".join(words[part] for part in queries.lacking(card))
    if lacking:
        messages.warning(request, _("Bagian buku RAT belum ditulis: %(parts)s.") % {"parts": lacking})


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def meeting_delivery(request: HttpRequest, assembly: UUID) -> HttpResponse:
    """Which member got the papers when and how, and who has not got them yet."""
    card = own_meeting(request, assembly)
    lines = queries.electors(card)
    waiting = [one for one in lines if one.delivered_on is None]
    form = DeliveryForm(request.POST or None, lines=lines, initial={"on": request.today})
    days = card.rules.get("days", 0)
    context = {
        "card": card, "book": card.book, "form": form, "waiting": len(waiting),
        "frozen": queries.document(card, RAT_BOOK) is not None,
        "rows": [(one, one.late(card.head.day, days, request.today)) for one in lines],
    }  # fmt: skip
    if request.method != "POST" or not form.is_valid():
        return page(request, "delivery.html", context)
    given = form.cleaned_data
    try:
        services.deliver(
            by=request.viewer, meeting=assembly, electors=form.ticked(), on=given["on"], way=given["way"],
            proof=given["proof"],
        )  # fmt: skip
    except Refused as refused:
        return page(request, "delivery.html", context, refused.problems)
    messages.success(request, _("Penyerahan undangan dicatat."))
    return go(reverse("meeting_delivery", args=[assembly]))
