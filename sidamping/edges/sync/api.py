"""The sync API at /sync/v1/, as docs/sync.md tells it: small operations that read what came and answer what is held.

Bodies are read here and not by the library, because a batch must be taken apart before one bad record can spoil it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils.translation import gettext_noop as _
from ninja import NinjaAPI
from ninja.security import django_auth

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.edges.api.faults import tells_faults, told
from sidamping.edges.sync import answers, carried, devices, files, refusals, schema
from sidamping.edges.sync.changes import BUDGET, LEAST, MOST, changes_for
from sidamping.edges.sync.envelope import HASH, LARGEST_FILE, MOST_BYTES, read_batch, read_json
from sidamping.edges.sync.models import Record
from sidamping.edges.sync.pace import QUEUE_FILE, too_fast
from sidamping.edges.sync.payloads import body_shapes
from sidamping.edges.sync.receiving import Sender, receive, refuse_all
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import read_id

MEGABYTE = 1024 * 1024
DEVICE_BYTES = 16 * 1024
TOO_FAST = 429


class Turned(Exception):
    """A request that is refused as a whole."""

    def __init__(self, status: int, problems: Sequence[Problem], queue: UUID | None = None) -> None:
        self.status, self.problems, self.queue = status, problems, queue
        super().__init__(status)


api = tells_faults(
    NinjaAPI(
        title="SiDamping sync",
        version="1",
        description="Yang dibicarakan aplikasi lapangan dengan server; penjelasan lengkap di docs/sync.md.",
        docs_url=None,
        auth=django_auth,
        urls_namespace="sync",
    )
)


@api.exception_handler(Turned)
def turned(request: HttpRequest, fault: Turned) -> HttpResponse:
    """Told to the sender and, unless it only came too fast, to whoever looks after the phone."""
    if fault.status != TOO_FAST:
        device = read_id(request.headers.get("X-Device", ""))
        now = request.now  # type: ignore[attr-defined]  # the calendar sets it
        named = {"device": device, "queue": fault.queue}
        refusals.note_whole(request.user.pk, fault.problems, now=now, **named)  # type: ignore[arg-type]  # signed in
    return api.create_response(request, {"problems": told(fault.problems)}, status=fault.status)


@api.get("/hello", summary=_("Siapa saya, jam server, dan apa yang sudah diterima dari HP ini"),
         openapi_extra=schema.HELLO)  # fmt: skip
def hello(request: HttpRequest, device: UUID | None = None) -> dict[str, Any]:
    viewer, now = _who(request), request.now  # type: ignore[attr-defined]  # the calendar sets it
    found = {"user": {"id": str(viewer.user_id), "name": viewer.name}, "now": now, "csrf": get_token(request)}
    return {**found, "protocol": 1, "device": _device(viewer, device) if device else None}


@api.put("/devices/{device}", summary=_("Daftarkan HP ini"), openapi_extra=schema.DEVICE)
def register(request: HttpRequest, device: UUID) -> dict[str, Any]:
    viewer, body = _who(request), _json(request, DEVICE_BYTES)
    sent = body if isinstance(body, dict) else {}
    now = request.now  # type: ignore[attr-defined]  # the calendar sets it
    named = {"label": sent.get("label"), "public_key": sent.get("public_key")}
    with _as_a_whole(422):
        devices.register(owner=viewer.user_id, id=device, now=now, **named)
    return {"device": _device(viewer, device)}


@api.post("/records", summary=_("Kirim catatan; dikirim berkali-kali tetap satu"),
          openapi_extra={**schema.RECORDS, "x-record-bodies": body_shapes()})  # fmt: skip
def records(request: HttpRequest) -> dict[str, Any]:
    owner, now = _paced(request), request.now  # type: ignore[attr-defined]  # the calendar sets it
    body = _json(request, MOST_BYTES)
    try:
        device, sent = read_batch(body)
    except Refused as refused:
        raise Turned(413 if "SYNC_002" in refused.codes else 400, refused.problems) from None
    try:
        known = devices.known(device, owner)
    except Refused as refused:
        refusals.note_whole(owner, refused.problems, now=now, device=device)
        return {"now": now, "results": refuse_all(sent, refused.problems)}
    devices.spoke(known, now)
    name = request.user.get_username()
    return {"now": now, "results": receive(Sender(known, name), sent, now=now)}


@api.put("/files/{sha256}", summary=_("Kirim berkas sebuah catatan"), openapi_extra=schema.FILE)
def file(request: HttpRequest, sha256: str) -> dict[str, Any]:
    bearer, content = _paced(request), _bytes(request, LARGEST_FILE)
    id = read_id(request.headers.get("X-Record", ""))
    record = Record.objects.select_related("owner").filter(pk=id).first() if id else None
    if record is None or bearer not in (record.owner_id, record.carried_by_id):
        raise Turned(422, [problem("SYNC_016", "X-Record")])
    if not HASH.fullmatch(sha256):
        raise Turned(422, [problem("SYNC_015", "sha256", seen=sha256[:8])])
    files.take(record, sha256, content, now=request.now)  # type: ignore[attr-defined]  # the calendar sets it
    return {"sha256": sha256, "files": answers.files_of(record.pk)}


@api.post("/carried", summary=_("Serahkan berkas antrean HP lain"), openapi_extra=schema.CARRIED)
def queue_file(request: HttpRequest) -> dict[str, Any]:
    bearer, raw = _paced(request, QUEUE_FILE), _bytes(request, carried.MOST_BYTES)
    now = request.now  # type: ignore[attr-defined]  # the calendar sets it
    try:
        return {"now": now, "results": carried.take_in(raw, by=bearer, now=now)}
    except Refused as refused:
        raise Turned(422, refused.problems, carried.phone_named(raw)) from None


@api.get("/changes", summary=_("Apa yang berubah untuk saya"), openapi_extra=schema.CHANGES)
def changes(
    request: HttpRequest, device: UUID | None = None, since: int = 0, budget: int = BUDGET
) -> dict[str, Any]:
    viewer, now = _who(request), request.now  # type: ignore[attr-defined]  # the calendar sets it
    if device:
        devices.seen(device, now)
    found = changes_for(viewer, since=max(since, 0), budget=min(max(budget, LEAST), MOST))
    rows = [{"key": one.key, "seq": one.seq, "body": one.body} for one in found.documents]
    return {"now": now, "documents": rows, "next": found.next, "more": found.more}


def _who(request: HttpRequest) -> Viewer:
    """The person with what they may today."""
    _paced(request)
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by ViewerOfRequest
    return viewer


def _paced(request: HttpRequest, weight: int = 1) -> UUID:
    """Whose request it is, unless a program runs wild in their name; what they may is asked of each record's day."""
    who: UUID = request.user.pk  # type: ignore[assignment]  # the API asks for a sign-in
    wait = too_fast(who, weight)
    if wait:
        raise Turned(TOO_FAST, [problem("SYNC_020", seconds=wait)])
    return who


def _device(viewer: Viewer, id: UUID) -> dict[str, Any]:
    """What is held of a device of this person; of any other it is not known."""
    if not devices.is_own(id, viewer.user_id):
        return {"known": False}
    held = devices.held_of(id)
    return {
        "known": True, "highest": held.statement.highest, "held": held.held, "missing": list(held.statement.missing),
        "missing_count": held.statement.missing_count, "repeated": held.repeated, "received": held.received,
        "waiting": held.waiting, "attention": held.attention,
    }  # fmt: skip


def _bytes(request: HttpRequest, most: int) -> bytes:
    """The body, read no further than allowed."""
    told = request.META.get("CONTENT_LENGTH") or "0"
    found = request.read(most + 1) if told.isdigit() and int(told) <= most else None
    if found is None or len(found) > most:
        raise Turned(413, [problem("SYNC_001", limit=most // MEGABYTE or 1)])
    return found


def _json(request: HttpRequest, most: int) -> Any:
    raw = _bytes(request, most)
    with _as_a_whole(400):
        return read_json(raw)


@contextmanager
def _as_a_whole(status: int) -> Iterator[None]:
    """What is refused here is the whole request."""
    try:
        yield
    except Refused as refused:
        raise Turned(status, refused.problems) from None
