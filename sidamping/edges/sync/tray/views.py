"""The tray: what phones handed in and people must look at; phones with their gaps; queue files to carry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.edges.sync import carried, services
from sidamping.edges.sync.answers import Result
from sidamping.edges.sync.models import State
from sidamping.edges.sync.pace import QUEUE_FILE, too_fast
from sidamping.edges.sync.queries import (
    WATCHERS,
    RecordCard,
    VariantCard,
    devices_of,
    open_counts,
    open_records,
    record_card,
)
from sidamping.edges.sync.tray.forms import QueueFileForm, asked_again, picked
from sidamping.edges.sync.tray.naming import reading_of
from sidamping.edges.sync.tray.words import cells, compared, doubt_words, kind_word
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.answers import room_page

READERS = (*roles.AFIELD, *WATCHERS)
"""Who has a phone that hands in, and who looks after them."""
MEGABYTE = 1024 * 1024


@allow(*READERS)
@require_safe
def tray(request: HttpRequest) -> HttpResponse:
    """Records that need people, the newest first."""
    state = request.GET.get("keadaan", "")
    viewer, now = request.viewer, request.now  # type: ignore[attr-defined]  # set by middleware
    page = open_records(
        viewer, now=now, state=state if state in State.values else "", device=read_id(request.GET.get("hp", "")),
        after=request.GET.get("after", ""),
    )  # fmt: skip
    rows = [(line, kind_word(line.kind), doubt_words(line.doubts)) for line in page.rows]
    context = {"rows": rows, "page": page, "counts": open_counts(viewer), "state": state}
    return room_page("sync", request, "tray.html", context)


@allow(*READERS)
@require_safe
def phones(request: HttpRequest) -> HttpResponse:
    """Each phone with its statement: how many were made, how many are here, which are missing."""
    return _phones(request)


@allow(*READERS)
@require_POST
def phone_revoke(request: HttpRequest, phone: UUID) -> HttpResponse:
    """A lost phone hands in no more; what it wrote before can still be carried."""
    viewer, now = request.viewer, request.now  # type: ignore[attr-defined]  # set by middleware
    try:
        services.revoke(by=viewer, device=phone, why=request.POST.get("why", ""), now=now)
    except Refused as refused:
        return _phones(request, _own(refused), phone)
    messages.success(request, _("HP dicabut. Kiriman baru dari HP itu ditolak; yang sudah diterima tetap ada."))
    return redirect("tray_phones")


@allow(*READERS)
@require_POST
def refusal_settle(request: HttpRequest, phone: UUID) -> HttpResponse:
    """A refused request is seen to and leaves the list; nothing of it is lost, for it lies on the phone."""
    try:
        services.settle_refusal(by=request.viewer, device=phone, thing=request.POST.get("thing", ""))  # type: ignore[attr-defined]  # set by middleware
    except Refused as refused:
        return _phones(request, _own(refused))
    messages.success(request, _("Pesan penolakan ditutup. Catatannya tetap ada di HP sampai diterima."))
    return redirect("tray_phones")


@allow(*READERS)
@require_safe
def handed_in(request: HttpRequest, phone_record: UUID) -> HttpResponse:
    """One record: what it says, what the server made of it, what differs, its files."""
    return _record(request, phone_record)


@allow(*READERS)
@require_POST
def look_again(request: HttpRequest, phone_record: UUID) -> HttpResponse:
    """Run the record once more after a mend."""
    return _act(request, phone_record, services.look_again)


@allow(*WATCHERS)
@require_POST
def force(request: HttpRequest, phone_record: UUID) -> HttpResponse:
    """Go on without the earlier link."""
    return _act(request, phone_record, services.force, "force", why=request.POST.get("why", ""))


@allow(*READERS)
@require_POST
def choose(request: HttpRequest, phone_record: UUID) -> HttpResponse:
    """Settle a conflict, as a whole or field by field."""
    card = _card(request, phone_record)
    variant = next((one for one in card.variants if str(one.id) == request.POST.get("variant")), None)
    held, other = _sides(card, variant)
    reading = reading_of(request.viewer, card)  # type: ignore[attr-defined]  # set by middleware
    fields = tuple(one.field for one in compared(variant.differences if variant else card.differences, reading))
    choice, body = picked(request.POST.dict(), held, other, fields)
    told = {"choice": choice, "merged": body, "variant": variant.id if variant else None}
    key = variant.id if variant else phone_record
    return _act(request, phone_record, services.choose, key, why=request.POST.get("why", ""), **told)


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def carry(request: HttpRequest) -> HttpResponse:
    """Hand in the queue file of another phone ('titip kirim'); records stay their owner's."""
    form = QueueFileForm(request.POST or None, request.FILES or None)
    if request.method != "POST":
        return room_page("sync", request, "carry.html", {"form": QueueFileForm()})
    if not form.is_valid():
        return room_page("sync", request, "carry.html", {"form": form})
    try:
        results = _carried(request, form.cleaned_data["file"])
    except Refused as refused:
        answer = room_page("sync", request, "carry.html", {"form": form}, refused.problems)
        answer.status_code = 429 if "SYNC_020" in refused.codes else answer.status_code
        return answer
    return room_page("sync", request, "carry.html", {"form": QueueFileForm(), "results": results})


def _carried(request: HttpRequest, file: UploadedFile[bytes]) -> list[Result]:
    """The answers for the records of the file; Refused when it is too large, or the last came just before."""
    viewer, now = request.viewer, request.now  # type: ignore[attr-defined]  # set by middleware
    wait = too_fast(viewer.user_id, QUEUE_FILE)
    if wait:
        raise Refused(problem("SYNC_020", seconds=wait))
    if (file.size or 0) > carried.MOST_BYTES:
        raise Refused(problem("SYNC_001", "file", limit=carried.MOST_BYTES // MEGABYTE))
    return carried.take_in(file.read(), by=viewer.user_id, now=now)


def _act(request: HttpRequest, record: UUID, service: Any, key: object = None, **told: Any) -> HttpResponse:
    """Do it and show the record again; a refusal is shown beside it, with what was sent in the form `key`."""
    viewer, now = request.viewer, request.now  # type: ignore[attr-defined]  # set by middleware
    try:
        became = service(by=viewer, record=record, now=now, **told)
    except Refused as refused:
        return _record(request, record, _own(refused), key)
    if became in State.values and became != State.ACCEPTED:
        still = services.WORDS[became]
        messages.info(request, _("Sudah diproses lagi. Keadaannya masih: {state}.").format(state=still))
    else:
        messages.success(request, _("Tersimpan. Riwayatnya ada di bawah."))
    return redirect("tray_record", record)


def _own(refused: Refused) -> tuple[Problem, ...]:
    """The problems to show; what is out of the viewer's reach is not there."""
    if "SYNC_022" in refused.codes:
        raise Http404
    return refused.problems


def _card(request: HttpRequest, id: UUID) -> RecordCard:
    viewer, now = request.viewer, request.now  # type: ignore[attr-defined]  # set by middleware
    found = record_card(viewer, id, now=now)
    if found is None:
        raise Http404
    return found


def _record(
    request: HttpRequest, id: UUID, problems: Sequence[Problem] = (), key: object = None
) -> HttpResponse:
    card = _card(request, id)
    reading = reading_of(request.viewer, card)  # type: ignore[attr-defined]  # set by middleware
    context = {
        "card": card, "line": card.line, "kind": kind_word(card.line.kind), "doubts": doubt_words(card.line.doubts),
        "cells": cells(card.content or {}, reading), "against": compared(card.differences, reading),
        "variants": [(one, compared(one.differences, reading)) for one in card.variants if not one.choice],
        "settled": [(one, cells(one.content or {}, reading)) for one in card.variants if one.choice],
        "asked": asked_again(key, request.POST.dict(), problems),
        "watches": request.viewer.has(*WATCHERS),  # type: ignore[attr-defined]  # set by middleware
    }  # fmt: skip
    return room_page("sync", request, "record.html", context, problems)


def _sides(card: RecordCard, variant: VariantCard | None) -> tuple[dict[str, Any], dict[str, Any]]:
    """What stands, or where nothing does what came first, and what came besides."""
    if variant is None:
        return card.in_force or {}, card.content or {}
    return card.in_force or card.content or {}, variant.content or {}


def _phones(request: HttpRequest, problems: Sequence[Problem] = (), asked: UUID | None = None) -> HttpResponse:
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    context = {"phones": devices_of(viewer), "asked": asked_again(asked, request.POST.dict(), problems)}
    return room_page("sync", request, "phones.html", context, problems)
