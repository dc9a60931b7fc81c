"""Secret ballots: made, slips handed out, voted by whoever holds a slip, counted, and the elected entered."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from sidamping.domain.meetings.votes import elected
from sidamping.domain.parties import longest_end
from sidamping.domain.problems import Problem, Refused
from sidamping.features.meetings import queries, services
from sidamping.features.meetings.forms import CountForm, PollForm, SeatElectedForm, SlipsForm, VoteForm
from sidamping.features.meetings.models import CODED, ELECTION
from sidamping.features.meetings.queries import BLANK, MeetingCard, PollCard
from sidamping.features.meetings.render.slips import Slips, slips_pdf
from sidamping.features.meetings.views.answers import done, own_meeting, page
from sidamping.features.registers import queries as registers
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow, public
from sidamping.platform.http.answers import go, made_file, there
from sidamping.rules.books import listing, term_limit

ORGANS = ("management", "supervision")
"""Whose offices the members fill by election."""
VOTED = "masuk"
"""In the address of the page that follows a vote."""


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def poll_add(request: HttpRequest, assembly: UUID) -> HttpResponse:
    """Prepare a ballot."""
    card = own_meeting(request, assembly)
    lines = [one for one in queries.electors(card) if one.present]
    positions = {one.code: one.parent for one in listing("board-positions") if one.parent in ORGANS}
    form = PollForm(request.POST or None, lines=lines, positions=positions)
    context = {"card": card, "book": card.book, "form": form}
    if request.method != "POST" or not form.is_valid():
        return page(request, "poll_add.html", context)
    id = form.cleaned_data["id"]
    try:
        services.make_poll(by=request.viewer, id=id, meeting=assembly, draft=form.draft())
    except Refused as refused:
        return page(request, "poll_add.html", context, refused.problems)
    return go(reverse("poll", args=[id]))


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def poll(request: HttpRequest, poll: UUID) -> HttpResponse:
    """One ballot: slips for those ticked, the urn, the count, the elected. POST hands the slips out."""
    card, found = _found(request, poll)
    if request.method != "POST":
        return _page(request, card, found)
    form = _voters_form(card, found, request.POST)
    if not form.is_valid():
        return _page(request, card, found, voters=form)
    try:
        again = form.cleaned_data["again"]
        codes = services.hand_out(by=request.viewer, poll=poll, electors=form.ticked(), again=again)
    except Refused as refused:
        return _page(request, card, found, refused.problems, voters=form)
    if found.way != CODED:
        messages.success(request, _("Pembagian surat suara dicatat."))
        return go(reverse("poll", args=[poll]))
    return made_file(slips_pdf(_slips(request, card, found, codes)), "application/pdf", "surat-suara.pdf")


@allow(*roles.BOARD)
@require_POST
def poll_act(request: HttpRequest, poll: UUID) -> HttpResponse:
    """Open the urn, or close it and count."""
    _found(request, poll)
    act = {"open": services.open_the_urn, "count": services.count_slips}.get(request.POST.get("act", ""))
    if act is None:
        return go(reverse("poll", args=[poll]))
    return done(request, partial(act, by=request.viewer, poll=poll), "poll", poll)  # type: ignore[operator]  # both alike


@allow(*roles.BOARD)
@require_POST
def poll_count(request: HttpRequest, poll: UUID) -> HttpResponse:
    """Paper slips as the committee counted them."""
    card, found = _found(request, poll)
    form = CountForm(request.POST, poll=found)
    if not form.is_valid():
        return _page(request, card, found, counting=form)
    try:
        services.count_paper(by=request.viewer, poll=poll, votes=form.cleaned_data)
    except Refused as refused:
        return _page(request, card, found, refused.problems, counting=form)
    return go(reverse("poll", args=[poll]))


@allow(*roles.BOARD)
@require_POST
def poll_seat(request: HttpRequest, poll: UUID) -> HttpResponse:
    """Enter one whom the ballot elected into the register of the board."""
    card, found = _found(request, poll)
    form = SeatElectedForm(request.POST, chosen=_elected(found)[0])
    if not form.is_valid():
        return _page(request, card, found, seating=form)
    try:
        services.seat_elected(by=request.viewer, poll=poll, **form.cleaned_data)
    except Refused as refused:
        return _page(request, card, found, refused.problems, seating=form)
    messages.success(request, _("Yang terpilih tercatat di daftar perangkat."))
    return go(reverse("officers", args=[card.book.id]))


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def vote(request: HttpRequest, poll: UUID) -> HttpResponse:
    """The urn: a code from a slip and a choice. Asks for no name and keeps no trace of who came.

    Not counted by address as other public pages are: the count would lie beside the vote (decision 0034). What was
    typed is never shown again, for the next member may hold the same tablet.
    """
    found = there(queries.urn(poll))
    if request.method != "POST" and VOTED in request.GET and found.handed_out:
        return render(request, "meetings/voted.html", {"poll": found})
    if not found.urn_open:
        return render(request, "meetings/urn_shut.html", {"poll": found}, status=422 if request.POST else 200)
    if request.method != "POST":
        return render(request, "meetings/vote.html", {"poll": found, "form": VoteForm(poll=found)})
    form = VoteForm(request.POST, poll=found)
    faults = form.faults()
    if not faults:
        try:
            services.cast(poll=poll, **form.cleaned_data)
        except Refused as refused:
            faults = refused.problems
    if faults:
        context = {"poll": found, "form": VoteForm(poll=found), "problems": faults}
        return render(request, "meetings/vote.html", context, status=422)
    return go(f"{reverse('vote', args=[poll])}?{VOTED}=1")


def _page(
    request: HttpRequest, card: MeetingCard, found: PollCard, problems: tuple[Problem, ...] = (), **forms: Any
) -> HttpResponse:
    chosen, tied = _elected(found)
    labels = {one.key: one.label for one in found.choices}
    wrong = any(form.errors for form in forms.values())
    context = {
        "card": card, "book": card.book, "poll": found, "chosen": chosen, "tied": [labels[key] for key in tied],
        "voters": forms.get("voters") or _voters_form(card, found), "used": queries.used_slips(found.id),
        "counting": forms.get("counting") or CountForm(poll=found),
        "seating": forms.get("seating") or SeatElectedForm(chosen=chosen, initial=_term(card, found)),
        "blank": BLANK, "vote_url": request.build_absolute_uri(reverse("vote", args=[found.id])),
    }  # fmt: skip
    return page(request, "poll.html", context, problems, wrong=wrong)


def _voters_form(card: MeetingCard, found: PollCard, data: Any = None) -> SlipsForm:
    """Everybody present is ticked until slips are handed out; then those who got one."""
    lines = [one for one in queries.electors(card) if one.present]
    handed = queries.voters(found.id)
    ticked = [str(one.id) for one in lines if not handed or one.id in handed]
    return SlipsForm(data, lines=lines, initial={"electors": ticked})


def _elected(found: PollCard) -> tuple[list[tuple[str, str]], tuple[str, ...]]:
    """Key and name of those elected, and the keys among whom a tie leaves it open."""
    if not found.counted or found.kind != ELECTION:
        return [], ()
    named = {one.key: one.label for one in found.choices}
    chosen, tied = elected({key: votes for key, votes in found.counts.items() if key in named}, found.seats)
    return [(key, named[key]) for key in chosen], tied


def _term(card: MeetingCard, found: PollCard) -> dict[str, Any]:
    """From the day of the meeting for as long as rule and articles allow."""
    starts = card.head.day
    if not found.organ:
        return {"starts": starts}
    years, _cited = term_limit(found.organ, on=starts, area=card.book.village_code)
    own = registers.clauses_on(card.book.id, starts).get(found.organ)
    years = min(years, own.value) if own else years
    return {"starts": starts, "ends": longest_end(starts, years)}


def _slips(request: HttpRequest, card: MeetingCard, found: PollCard, codes: tuple[str, ...]) -> Slips:
    address = request.build_absolute_uri(reverse("vote", args=[found.id]))
    words = {"title": _("Surat suara rahasia"), "open": _("Buka alamat ini, tulis kode, lalu pilih:"),
             "draw": _("Gunting, lipat, aduk dalam kotak; tiap anggota mengambil satu.")}
    return Slips(card.book.name, found.question, address, codes, words)


def _found(request: HttpRequest, poll: UUID) -> tuple[MeetingCard, PollCard]:
    found = queries.poll(request.viewer, poll)
    if found is None or not found[0].book.may_write:
        raise Http404
    return found
