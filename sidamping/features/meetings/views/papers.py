"""Papers of a meeting as PDF: invitations with QR codes, attendance list, minutes, decisions, the RAT book."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.domain.ledger.sheets import Paper, Sheet
from sidamping.domain.meetings.documents import MINUTES, RAT_BOOK, readable
from sidamping.domain.meetings.passages import RULES
from sidamping.domain.periods import full_day, long_day
from sidamping.features.meetings import queries
from sidamping.features.meetings.queries import MeetingCard
from sidamping.features.meetings.render.documents import document_pdf
from sidamping.features.meetings.render.invitations import Guest, Invitations, invitations_pdf
from sidamping.features.meetings.views.answers import READERS, found_meeting, own_meeting
from sidamping.features.meetings.views.sheets import attendance_sheet
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.documents.sheets import paper_pdf
from sidamping.platform.http.answers import made_file
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import label

PDF = "application/pdf"
MOST_DIGITS = 4


@allow(*roles.BOARD)
@require_safe
def meeting_invitations_pdf(request: HttpRequest, assembly: UUID) -> HttpResponse:
    """An invitation for each member, with what is enclosed."""
    card = own_meeting(request, assembly)
    guests = tuple(
        Guest(one.number, one.name, request.build_absolute_uri(reverse("elector_arrive", args=[one.id])))
        for one in queries.electors(card)
    )
    if not guests:
        raise Http404
    return made_file(invitations_pdf(_invitations(card, guests)), PDF, "undangan.pdf")


@allow(*roles.BOARD)
@require_safe
def meeting_attendance_pdf(request: HttpRequest, assembly: UUID) -> HttpResponse:
    """The attendance list to be signed; who was ticked is marked."""
    card = own_meeting(request, assembly)
    return _printed(card, (attendance_sheet(queries.electors(card)),), "daftar-hadir.pdf")


@allow(*READERS)
@require_safe
def meeting_minutes_pdf(request: HttpRequest, assembly: UUID) -> HttpResponse:
    """The minutes: as they were frozen at the closing; until then as they stand."""
    card = found_meeting(request, assembly)
    content, sha256 = _minutes(card)
    return made_file(document_pdf(content, sha256, _document_words()), PDF, "berita-acara.pdf")


@allow(*READERS)
@require_safe
def meeting_decisions_pdf(request: HttpRequest, assembly: UUID) -> HttpResponse:
    """The decisions with their votes, the ballots and who was elected, to be signed: those of the minutes."""
    card = found_meeting(request, assembly)
    content, sha256 = _minutes(card)
    chosen = [one for one in content["chapters"] if one["key"] in ("decisions", *queries.BALLOT_CHAPTERS)]
    alone = {**content, "title": _("Keputusan Rapat Anggota"), "chapters": chosen}
    return made_file(document_pdf(alone, sha256, _document_words()), PDF, "keputusan.pdf")


@allow(*READERS)
@require_safe
def rat_book_pdf(request: HttpRequest, annual: UUID) -> HttpResponse:
    """The RAT book: the version asked for, else the latest that was frozen, else as the records stand."""
    card = found_meeting(request, annual)
    if card.head.year is None:
        raise Http404
    asked = request.GET.get("versi", "")
    found = queries.document(card, RAT_BOOK, int(asked) if asked.isdecimal() and len(asked) < MOST_DIGITS else None)
    if found is None and asked:
        raise Http404
    content, sha256 = (found.content, found.line.sha256) if found else (_book(request, card), "")
    return made_file(document_pdf(content, sha256, _document_words()), PDF, f"buku-rat-{card.head.year}.pdf")


def _book(request: HttpRequest, card: MeetingCard) -> Mapping[str, Any]:
    """The book as the records stand, for who may read it."""
    made = queries.rat_book(request.viewer, card, queries.next_version(card))
    return readable(made, names=card.book.sees_names)


def _minutes(card: MeetingCard) -> tuple[Mapping[str, Any], str]:
    """The frozen minutes with their hash; before the closing a draft as they stand, without one."""
    found = queries.document(card, MINUTES)
    if found is not None:
        return found.content, found.line.sha256
    draft = {**queries.minutes(card), "status": _("Rancangan: rapat belum ditutup")}
    return readable(draft, names=card.book.sees_names), ""


def _document_words() -> dict[str, str]:
    return {
        "page": _("Halaman"), "of": _("dari"), "hash": _("Sidik"), "content": _("Daftar isi"),
        "fault": _("Belum cocok"),
    }  # fmt: skip


def _printed(card: MeetingCard, sheets: tuple[Sheet, ...], name: str) -> HttpResponse:
    language = reader_language()
    words = {"page": _("Halaman"), "of": _("dari"), "place": "................", "fault": _("Belum cocok")}
    signers = (_("Ketua sidang"), _("Sekretaris sidang"))
    return made_file(paper_pdf(Paper(card.book.name, _lead(card), sheets, language, words, signers)), PDF, name)


def _lead(card: MeetingCard) -> tuple[str, ...]:
    language = reader_language()
    kind = label("meeting-kinds", card.head.kind, language)
    named = f"{kind}, {_('tahun buku %(year)s') % {'year': card.head.year}}" if card.head.year else kind
    return (named, f"{long_day(card.head.day, language)}, {card.begins:%H.%M}, {card.place}")


def _invitations(card: MeetingCard, guests: tuple[Guest, ...]) -> Invitations:
    kind = _lead(card)[0]
    assert card.invited_on is not None  # there are guests
    written = ((_("Nomor"), card.letter_number or "–"), (_("Tanggal"), long_day(card.invited_on, reader_language())))
    facts = (
        (_("Hari"), full_day(card.head.day, reader_language())), (_("Pukul"), f"{card.begins:%H.%M}"),
        (_("Tempat"), card.place),
    )  # fmt: skip
    words = {
        "to": _("Kepada anggota"), "number": _("Nomor anggota"), "agenda": _("Acara"), "enclosed": _("Terlampir"),
        "scan": _("Ditunjukkan kepada panitia saat hadir"), "receipt": _("Diterima tanggal ..............., anggota"),
        "board": _("Pengurus"), "rules": _("Tata tertib Rapat Anggota"),
        "voice": _("Setiap anggota mempunyai satu hak suara; kehadiran tidak dapat diwakilkan."),
    }  # fmt: skip
    text = _("Pengurus mengundang Saudara menghadiri %(meeting)s.") % {"meeting": kind}
    agenda = tuple(queries.agenda(card.head.kind).values())
    return Invitations(
        card.book.name, _("Undangan"), written, facts, text, agenda, _enclosed(card), _rules(card), words, guests
    )  # fmt: skip


def _enclosed(card: MeetingCard) -> tuple[str, ...]:
    """What goes with the invitation; of an annual meeting its book, in the version that was frozen for the members."""
    rules = _("Tata tertib Rapat Anggota, di halaman berikut")
    if card.head.year is None:
        return (rules,)
    book = queries.document(card, RAT_BOOK)
    year = {"year": card.head.year}
    if book is None:
        named = _("Buku RAT %(year)s") % year
    else:
        named = _("Buku RAT %(year)s versi %(version)s") % {**year, "version": book.line.version}
    held = _("di dalamnya laporan pertanggungjawaban Pengurus dan Pengawas, rencana kerja dan RAPBK")
    return (rules, f"{named}: {held}")


def _rules(card: MeetingCard) -> tuple[str, ...]:
    """The rules of order, line by line: the board's own words, or those a meeting begins with."""
    kept = queries.passages_of(card.id).get(RULES)
    words = kept.text if kept is not None else queries.drafted_words(card, RULES)
    return tuple(one for one in words.splitlines() if one.strip())
