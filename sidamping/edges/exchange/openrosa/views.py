"""The addresses of standard clients. They sign in with a device's password on every call and never meet a page.

Nothing but 201 and 202 tells a client that a submission is kept: 200 would be taken for success by nobody (F4).
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.edges.exchange.models import DevicePassword
from sidamping.edges.exchange.openrosa import replies
from sidamping.edges.exchange.openrosa.forms import form_of, forms_of
from sidamping.edges.exchange.openrosa.passwords import entered
from sidamping.edges.exchange.openrosa.submission import read_submission
from sidamping.edges.exchange.openrosa.taking import Taken, take_submission
from sidamping.edges.sync import refusals
from sidamping.edges.sync.pace import too_fast
from sidamping.platform.access.viewer import viewer_of
from sidamping.platform.http.language import reader_language

XML = "xml_submission_file"
LARGEST = 10 * 1024 * 1024
LARGEST_FORM = 200 * 1024
STATUS = {"EXCHANGE_038": 404, "SYNC_001": 413}
"""Of what is refused; else 400."""
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
KEPT_FOR_PEOPLE = ("attention", "conflict")
View = Callable[..., HttpResponse]


def with_password(view: View) -> View:
    """Open the view to the owner of a device password in force, as `viewer`; others are asked for one."""

    @csrf_exempt
    @login_not_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        now = request.now  # type: ignore[attr-defined]  # the calendar sets it
        if not request.is_secure() and request.get_host().partition(":")[0] not in LOOPBACK:
            return _told(403, now, [problem("EXCHANGE_041")])
        entry = _entry(request)
        if entry is None:
            return replies.answer(now=now, status=401, headers=replies.SIGN_IN)
        wait = too_fast(entry.owner_id)
        if wait:
            return _told(429, now, [problem("SYNC_020", seconds=wait)])
        viewer = viewer_of(entry.owner, request.today)  # type: ignore[attr-defined]  # the calendar sets it
        try:
            return view(request, *args, entry=entry, viewer=viewer, now=now, **kwargs)
        except Refused as refused:
            if request.method == "POST":  # a submission that came to nothing: whoever looks after the phone sees why
                refusals.note_whole(entry.owner_id, refused.problems, now=now, device=entry.device_id)
            return _told(next((STATUS[code] for code in refused.codes if code in STATUS), 400), now, refused.problems)

    guarded.allowed_roles = ("api",)  # type: ignore[attr-defined]  # read by the tests of guards
    return guarded


@with_password
@require_safe
def form_list(request: HttpRequest, *, viewer: Any, now: Any, **_entry: Any) -> HttpResponse:
    """The forms of the person, each with its address."""
    found = [(one, _absolute(request, "openrosa_form", one.id)) for one in forms_of(viewer)]
    return replies.answer(replies.form_list(found), now=now)


@with_password
@require_safe
def form(request: HttpRequest, form: str, *, viewer: Any, now: Any, **_entry: Any) -> HttpResponse:
    """A form as an XForm."""
    return replies.answer(form_of(viewer, form).xml, now=now)


@with_password
@require_safe
def form_manifest(request: HttpRequest, form: str, *, viewer: Any, now: Any, **_entry: Any) -> HttpResponse:
    """What a form needs besides itself: nothing."""
    form_of(viewer, form)
    return replies.answer(replies.manifest(), now=now)


@with_password
@require_http_methods(["HEAD", "POST"])
def submission(request: HttpRequest, *, entry: DevicePassword, now: Any, **_viewer: Any) -> HttpResponse:
    """HEAD tells how much may come; POST keeps a submission: 201 the first time, 202 every time after."""
    limits = {"X-OpenRosa-Accept-Content-Length": str(LARGEST), "Location": request.build_absolute_uri()}
    if request.method == "HEAD":
        return replies.answer(now=now, status=204, headers=limits)
    size = request.META.get("CONTENT_LENGTH") or ""
    if not size.isdigit() or int(size) > LARGEST:
        raise Refused(problem("SYNC_001", limit=LARGEST // 1024 // 1024))
    file = request.FILES.get(XML)
    if file is None or (file.size or 0) > LARGEST_FORM:
        raise Refused(problem("EXCHANGE_039", XML, seen="-" if file is None else str(file.size)))
    others = [one for name in request.FILES if name != XML for one in request.FILES.getlist(name)]
    taken = take_submission(entry, read_submission(file.read()), others, now=now)
    if taken.state == "refused":
        return replies.answer(replies.message(" ".join(taken.problems)), now=now, status=400)
    return replies.answer(replies.message(_said(taken)), now=now, status=201 if taken.new else 202)


def _said(taken: Taken) -> str:
    """What the worker reads: kept, and whether somebody has to look at it."""
    kept = _("Diterima.") if taken.new else _("Sudah diterima sebelumnya.")
    if taken.state in KEPT_FOR_PEOPLE:
        return " ".join([kept, _("Perlu dilihat:"), *taken.problems])
    return " ".join([kept, *taken.problems])


def _entry(request: HttpRequest) -> DevicePassword | None:
    """The device password of the request, if it is one in force."""
    scheme, _space, told = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        name, _colon, secret = base64.b64decode(told, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return entered(name, secret, request.now)  # type: ignore[attr-defined]  # the calendar sets it


def _told(status: int, now: Any, problems: Any) -> HttpResponse:
    found: list[Problem] = list(problems)
    text = " ".join(f"{one.code} {one.text(reader_language())}" for one in found)
    return replies.answer(replies.message(text), now=now, status=status)


def _absolute(request: HttpRequest, name: str, form: str) -> str:
    return request.build_absolute_uri(reverse(name, args=[form]))
