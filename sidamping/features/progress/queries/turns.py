"""Whom a mentor turns to first and why, with tasks for the others (C7); and whose contact is short (C2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from sidamping.domain.cohorts.contacts import BREACHED, WARNED, MonthDose
from sidamping.domain.cohorts.triage import Case, Turn, Why, triage
from sidamping.domain.periods import Month
from sidamping.features.fieldwork.queries import unsolved_problems
from sidamping.features.programmes.queries import EngagementFilter, every_engagement
from sidamping.features.progress.queries.lines import Standing
from sidamping.features.progress.queries.participants import ParticipantFilter, every_participant
from sidamping.features.progress.queries.standings import standings
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels, pinned_programme

SENTENCES: dict[str, str | Promise] = {
    "problem": _("Masalah paling mendesak belum selesai: %(title)s"),
    "breached": _("Kontak bulan lalu kurang dari aturan program"),
    "warned": _("Minggu ketiga hampir habis dan kontak bulan ini masih kurang"),
    "falling": _("Omzet turun %(percent)s persen dari bulan sebelumnya"),
    "silent": ngettext_lazy(
        "%(months)s bulan belum ada angka", "%(months)s bulan belum ada angka", "months"
    ),
    "priority": _("Prioritas %(level)s"),
}
MOST_TASKS = 2


@dataclass(frozen=True)
class TurnLine:
    """A mentee in the order, with the reasons in words and, where no visit is due, what to do alone."""

    standing: Standing
    urgent: bool
    reasons: tuple[str, ...]
    tasks: tuple[str, ...]


def turns(viewer: Viewer) -> tuple[TurnLine, ...]:
    """Everybody whom the viewer carries in a programme with a contact budget; nobody is left out."""
    cards = every_engagement(viewer, EngagementFilter(mentor=viewer.user_id, walked=False))
    found = {str(one.card.id): one for one in standings([one for one in cards if _budgeted(one.pinned)], viewer.on)}
    urgent = _problems(found)
    cases = [_case(one, urgent.get(id), viewer.on) for id, one in found.items()]
    words = labels("self-study-tasks", reader_language())
    return tuple(_line(turn, found[turn.case.mentee], words) for turn in triage(cases))


def contact_warnings(viewer: Viewer, wanted: ParticipantFilter) -> tuple[tuple[Standing, MonthDose], ...]:
    """Participants whose running month is short from the third week on, or whose last month was: breaches first."""
    found = []
    for one in every_participant(viewer, wanted):
        month = _short(one, viewer)
        if month is not None:
            found.append((one, month))
    return tuple(sorted(found, key=lambda pair: (_state(pair[1]) != BREACHED, pair[0].card.mentee_name)))


def _short(one: Standing, viewer: Viewer) -> MonthDose | None:
    """The running month when it warns, else the newest one that was breached while the mentoring runs."""
    if one.dose is None or (one.last is not None and one.last < viewer.on):
        return None
    warned = one.dose.warnings
    return warned[-1] if warned else None


def _state(month: MonthDose) -> str:
    return BREACHED if BREACHED in (month.visits_state, month.sessions_state) else WARNED


def _budgeted(pinned: str) -> bool:
    return bool(pinned_programme(pinned).dose)


def _problems(found: Iterable[str]) -> dict[str, tuple[str, int]]:
    """The most urgent open problem of each mentee."""
    told: dict[str, tuple[str, int]] = {}
    for one in unsolved_problems([UUID(id) for id in found]):
        told.setdefault(str(one.engagement_id), (one.title, one.priority))
    return told


def _case(one: Standing, problem: tuple[str, int] | None, on: date) -> Case:
    title, level = problem or ("", 5)
    return Case(
        str(one.card.id), one.card.mentee_name, one.card.priority, _contact(one, on), title, level, _falling(one),
        _silent(one),
    )


def _contact(one: Standing, on: date) -> str:
    """Breached by the month before, else warned in this one; nothing once the mentoring is over."""
    if one.dose is None or (one.last is not None and one.last < on):
        return ""
    last = one.dose.months[-2:]
    states = [_state(month) if month in one.dose.warnings else "" for month in last]
    return BREACHED if BREACHED in states else WARNED if WARNED in states else ""


def _falling(one: Standing) -> int | None:
    """By how many percent the newest month of the mentoring lies under the one before; nothing for a long cycle."""
    lines = [month for month in one.series if month.turnover is not None][-2:]
    told = [month.turnover or 0 for month in lines]
    if one.seasonal or len(told) < 2 or not told[0] or told[1] >= told[0]:
        return None
    if lines[1].month < Month.of(one.card.starts):
        return None
    return (told[0] - told[1]) * 100 // told[0]


def _silent(one: Standing) -> int:
    """Whole months of the mentoring, up to the one before today, of which nothing was told."""
    if one.dose is None:
        return 0
    told = {month.month for month in one.series if month.turnover is not None}
    over = [month for month in _months(one) if month not in told]
    return len(over)


def _months(one: Standing) -> list[Month]:
    assert one.dose is not None
    ahead, made = Month.of(one.card.starts), []
    for _number in one.dose.months[:-1]:
        made.append(ahead)
        ahead = ahead.next
    return made


def _line(turn: Turn, one: Standing, words: Mapping[str, str]) -> TurnLine:
    tasks = () if turn.urgent else tuple(words[code] for code in _tasks(one)[:MOST_TASKS])
    return TurnLine(one, turn.urgent, tuple(_sentence(why) for why in turn.reasons), tasks)


def _sentence(why: Why) -> str:
    return str(SENTENCES[why.code] % why.values)


def _tasks(one: Standing) -> list[str]:
    """What fits the mentee: first what is missing, then what keeps the business moving."""
    newest = one.series[-1] if one.series else None
    missing = [] if one.profile else ["profile"]
    if newest is None or not newest.daily_kept:
        missing.append("daily")
    if newest is None or newest.turnover is None:
        missing.append("monthly")
    return [*missing, "action", "canvas", "customers"]
