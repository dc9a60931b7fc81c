"""Pages that write a visit: 'Catat kunjungan' and its correction. Refused input comes back as it was typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from sidamping.domain.fieldwork import VisitDraft
from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, Refused
from sidamping.features.fieldwork import queries, services
from sidamping.features.fieldwork.forms import (
    AddVisitForm,
    FollowUpForm,
    PresenceForm,
    ReviseVisitForm,
    Rows,
    follow_ups_of,
    presences_of,
)
from sidamping.features.fieldwork.queries import PlanLine, VisitLine
from sidamping.features.fieldwork.views.answers import keep_photos, page
from sidamping.features.materials.queries import MaterialLine, offered
from sidamping.features.programmes.queries import EngagementCard, mentor_engagements
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.answers import go, tell_faults


@dataclass(frozen=True)
class Entry:
    """The three parts of the page."""

    form: Any
    met: Rows
    promises: Rows

    def problems(self) -> list[Problem]:
        return [*self.form.problems, *self.met.problems("presence"), *self.promises.problems("follow_up")]

    def refused(self, refused: Refused) -> list[Problem]:
        """The faults of a refusal, shown at the lines they stand in."""
        self.promises.show("follow_up", refused.problems)
        return list(refused.problems)

    def draft(self, cards: Sequence[EngagementCard], visit: UUID) -> VisitDraft:
        presences = presences_of(self.met)
        villages = {card.id: card.village_code for card in cards}
        own = villages.get(presences[0].engagement_id, "") if presences else ""
        sending = self.form.cleaned_data["id"]
        return self.form.draft(presences, follow_ups_of(self.promises, sending, presences), own, visit)


@allow(roles.MENTOR)
def visit_add(request: HttpRequest) -> HttpResponse:
    """'Catat kunjungan': prefilled from a plan item or a mentee of the address; sent twice it is kept once."""
    cards = _carried(request)
    plan = queries.open_items(request.viewer, until=Month.of(request.today).next.end)
    if request.method != "POST":
        return _show_add(request, _fresh(request, cards, plan), cards, plan)
    entry = _posted(request, AddVisitForm, cards, _plan_choices(plan))
    if "tambah" in request.POST:
        return _show_add(request, entry, cards, plan)
    problems = entry.problems()
    if not problems:
        try:
            draft = entry.draft(cards, entry.form.cleaned_data["id"])
            services.record_visit(by=request.viewer, draft=draft, on=request.today, now=request.now)
            return _recorded(request, draft.id)
        except Refused as refused:
            problems = entry.refused(refused)
    return _show_add(request, entry, cards, plan, problems)


@allow(roles.MENTOR)
def visit_revise(request: HttpRequest, visit: UUID) -> HttpResponse:
    """A correction with its reason; the state before stays readable."""
    line = queries.own_visit(request.viewer, visit)
    if line is None:
        raise Http404
    cards = _carried(request, line)
    plan = _plan_choices(queries.open_items(request.viewer, until=Month.of(request.today).next.end), line)
    if request.method != "POST":
        return _show_revise(request, _as_recorded(request, line, cards, plan), line)
    entry = _posted(request, ReviseVisitForm, cards, plan)
    if "tambah" in request.POST:
        return _show_revise(request, entry, line)
    problems = entry.problems()
    if not problems:
        try:
            data = entry.form.cleaned_data
            services.revise_visit(
                by=request.viewer, revision=data["id"], seen=data["seen"], draft=entry.draft(cards, visit),
                reason=data["reason"], on=request.today, now=request.now,
            )
            messages.success(request, _("Perbaikan tersimpan. Versi lama tetap dapat dibaca di bawah."))
            return go(reverse("visit", args=[visit]))
        except Refused as refused:
            problems = entry.refused(refused)
    return _show_revise(request, entry, line, problems)


def _recorded(request: HttpRequest, visit: UUID) -> HttpResponse:
    """Text first: the visit stands, and a photo that cannot be used is told without losing it."""
    _kept, faults = keep_photos(request, visit)
    messages.success(request, _("Kunjungan tersimpan."))
    tell_faults(request, faults)
    return go(reverse("visit", args=[visit]))


def _carried(request: HttpRequest, line: VisitLine | None = None) -> tuple[EngagementCard, ...]:
    """Mentees the mentor carries now or carried since the month before; those of an older visit too."""
    since = Month.of(request.today).previous.start
    since = min(since, line.visited_on) if line else since
    return mentor_engagements(request.viewer.user_id, since, request.today, walked=False)


def _plan_choices(plan: Sequence[PlanLine], line: VisitLine | None = None) -> list[tuple[str, str]]:
    found = [(str(one.id), f"{one.planned_on:%d-%m} — {one.activity} ({one.mentee_name})") for one in plan]
    known = {id for id, _label in found}
    if line and line.plan_item_id and str(line.plan_item_id) not in known:
        found.insert(0, (str(line.plan_item_id), line.plan_concern or line.activity))
    return found


def _areas(request: HttpRequest) -> tuple[str, ...]:
    """Where the mentor works: only villages there are offered."""
    areas: tuple[str, ...] = request.viewer.areas(roles.MENTOR)
    return areas


def _library(request: HttpRequest, line: VisitLine | None = None) -> tuple[MaterialLine, ...]:
    """What may be ticked: the library, with what is ticked, asked for in the address, or on record already."""
    chosen = [*request.POST.getlist("materials"), *request.GET.getlist("materi")]
    return offered(request.viewer, [*chosen, *(one.code for one in line.materials)] if line else chosen)


def _posted(
    request: HttpRequest, form: type[Any], cards: Sequence[EngagementCard], plan: list[tuple[str, str]]
) -> Entry:
    more = request.POST.get("tambah", "")
    return Entry(
        form(request.POST, request.FILES, plan=plan, areas=_areas(request), library=_library(request)),
        Rows(PresenceForm, "hadir", request.POST, more=int(more == "hadir"), cards=cards),
        Rows(FollowUpForm, "janji", request.POST, more=int(more == "janji"), cards=cards),
    )


def _fresh(request: HttpRequest, cards: Sequence[EngagementCard], plan: Sequence[PlanLine]) -> Entry:
    item = next((one for one in plan if str(one.id) == request.GET.get("rencana")), None)
    wanted = [str(item.engagement_id)] if item else request.GET.getlist("dampingan")
    met = [one for one in cards if str(one.id) in wanted] or (list(cards) if len(cards) == 1 else [])
    card = met[0] if met else None
    mode = request.GET.get("cara", "")
    initial: dict[str, Any] = {"id": uuid7(), "visited_on": request.today, "mode": mode or "onsite"}
    initial["materials"] = request.GET.getlist("materi")
    if card:
        initial["village"] = card.village_code
    if item:
        initial |= {"plan_item": str(item.id), "activity": item.activity, "purpose": item.purpose, "place": item.place}
        initial |= _hours(item)
    presence = [{"engagement": str(one.id)} for one in met] or [{}]
    return Entry(
        AddVisitForm(initial=initial, plan=_plan_choices(plan), areas=_areas(request), library=_library(request)),
        Rows(PresenceForm, "hadir", initial=presence, cards=cards),
        Rows(FollowUpForm, "janji", initial=[{"owner_side": "mentee"}], cards=cards),
    )


def _hours(item: PlanLine) -> dict[str, time]:
    if item.starts_at is None:
        return {}
    start = datetime.combine(item.planned_on, item.starts_at)
    end = min(start + timedelta(minutes=item.minutes), datetime.combine(item.planned_on, time(23, 59)))
    return {"starts_at": item.starts_at, "ends_at": end.time()}


def _as_recorded(
    request: HttpRequest, line: VisitLine, cards: Sequence[EngagementCard], plan: list[tuple[str, str]]
) -> Entry:
    same = (
        "visited_on", "starts_at", "ends_at", "mode", "place", "activity", "purpose", "material", "topics", "roles",
        "result", "obstacles", "advice", "cost", "remarks", "source", "latitude", "longitude", "accuracy_m",
    )
    initial = {name: getattr(line, name) for name in same}
    initial |= {"topics": list(line.topics), "roles": list(line.roles)}
    initial["materials"] = [one.code for one in line.materials]
    initial |= {"id": uuid7(), "seen": line.revision_id, "village": line.village_code, "plan_item": line.plan_item_id}
    met = [
        {"engagement": str(one.engagement_id), "attendees": one.attendees, "headcount": one.headcount}
        for one in line.mentees
    ]
    return Entry(
        ReviseVisitForm(initial=initial, plan=plan, areas=_areas(request), library=_library(request, line)),
        Rows(PresenceForm, "hadir", initial=met, cards=cards),
        Rows(FollowUpForm, "janji", initial=[], cards=cards),
    )


def _show_add(
    request: HttpRequest, entry: Entry, cards: Sequence[EngagementCard], plan: Sequence[PlanLine],
    problems: Sequence[Problem] = (),
) -> HttpResponse:
    stored = any(fault.code == "FIELDWORK_024" for fault in problems)
    visit = entry.form.cleaned_data.get("id") if stored else None
    context = {
        **_context(entry),
        "cards": cards,
        "due": [one for one in plan if one.planned_on <= request.today] if request.method == "GET" else [],
        "keep": f"kunjungan-{request.GET.get('rencana') or request.GET.get('dampingan') or 'baru'}",
        "stored_url": reverse("visit", args=[visit]) if visit and queries.may_see_visit(request.viewer, visit) else "",
    }
    return page(request, "visit_add.html", context, problems)


def _show_revise(
    request: HttpRequest, entry: Entry, line: VisitLine, problems: Sequence[Problem] = ()
) -> HttpResponse:
    """After a conflict the newest state stands beside the input, and saving again is meant against it."""
    if any(fault.code == "FIELDWORK_025" for fault in problems):
        data = entry.form.data.copy()
        data["seen"], data["id"] = str(line.revision_id), str(uuid7())
        entry.form.data = data
    record = queries.visit(request.viewer, line.id) if problems else None
    context = {**_context(entry), "line": line, "newest": record.revisions[0] if record else None}
    return page(request, "visit_revise.html", context, problems)


def _context(entry: Entry) -> dict[str, Any]:
    return {"form": entry.form, "met": entry.met, "promises": entry.promises}
