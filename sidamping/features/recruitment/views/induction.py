"""Induction: a mentor's own sessions, those of a cohort with who misses what, attendance by ticking (B4)."""

from __future__ import annotations

from pathlib import PurePath
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.papers.words import day
from sidamping.domain.problems import Problem, Refused
from sidamping.features.recruitment import queries, services
from sidamping.features.recruitment.forms import SessionForm
from sidamping.features.recruitment.queries import RECRUITERS, Induction, SessionLine
from sidamping.features.recruitment.render.pdf import attendance_pdf
from sidamping.features.recruitment.render.shown import ShownSession
from sidamping.features.recruitment.views.answers import page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go, made_file, stored_file, there


@allow(roles.MENTOR, *RECRUITERS)
@require_safe
def inductions(request: HttpRequest) -> HttpResponse:
    """The sessions a mentor takes part in, and the inductions the viewer runs."""
    calls = queries.calls_page(request.viewer).rows if request.viewer.has(*RECRUITERS) else ()
    return page(request, "inductions.html", {"own": queries.own_sessions(request.viewer), "calls": calls})


@allow(*RECRUITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def induction(request: HttpRequest, call: UUID) -> HttpResponse:
    """The induction of a cohort: sessions, people with what they miss, and a new session."""
    found = _induction(request, call)
    sessions = [(one.code, label) for one, label in found.planned]
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = SessionForm(*sent, sessions=sessions)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            services.schedule_session(
                by=request.viewer, id=form.cleaned_data["id"], cohort=found.cohort_id, draft=form.draft()
            )
        except Refused as refused:
            problems = refused.problems
        else:
            messages.success(request, _("Sesi dijadwalkan."))
            return go(reverse("induction", args=[call]))
    return page(request, "induction.html", {"found": found, "form": form, "call_id": call}, problems)


@allow(*RECRUITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def induction_session(request: HttpRequest, session: UUID) -> HttpResponse:
    """Who was at a session, ticked on one page."""
    line, found = _session(request, session)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            present = {one.id for one in found.people if str(one.id) in request.POST.getlist("present")}
            done = services.record_attendance(by=request.viewer, session=session, present=present, on=request.today)
        except Refused as refused:
            problems = refused.problems
        else:
            messages.success(request, _told(len(done), found))
            return go(reverse("induction_session", args=[session]))
    context = {"line": line, "found": found, "today": request.today}
    return page(request, "session.html", context, problems)


@allow(*RECRUITERS)
@require_safe
def session_pdf(request: HttpRequest, session: UUID) -> HttpResponse:
    """The attendance sheet to sign."""
    line, found = _session(request, session)
    where = ", ".join(part for part in (line.place, line.link) if part)
    when = f"{day(line.on)}, {line.starts_at:%H.%M}"
    shown = ShownSession(
        line.cohort, found.programme, line.label, when, where, tuple(one.name for one in found.people)
    )
    return made_file(attendance_pdf(shown), "application/pdf", "daftar-hadir.pdf")


@allow(roles.MENTOR, *RECRUITERS)
@require_safe
def session_file(request: HttpRequest, session: UUID) -> HttpResponse:
    """The material of a session."""
    kept = there(queries.material_of(request.viewer, session))
    return stored_file(kept, PurePath(kept.name).stem, stays=False)


def _induction(request: HttpRequest, call: UUID) -> Induction:
    found = queries.induction_of_call(request.viewer, call)
    if found is None:
        raise Http404
    return found


def _session(request: HttpRequest, session: UUID) -> tuple[SessionLine, Induction]:
    found = queries.induction_of_session(request.viewer, session)
    if found is None:
        raise Http404
    return found


def _told(done: int, found: Induction) -> str:
    if not done:
        return _("Kehadiran tersimpan.")
    words = ngettext(
        "Kehadiran tersimpan; langkah %(step)s selesai bagi %(n)s orang.",
        "Kehadiran tersimpan; langkah %(step)s selesai bagi %(n)s orang.", done,
    )
    return words % {"step": found.step_label, "n": done}
