"""Opens a meeting with its quorum, goes through the agenda in order, closes it and reports its results."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.features.meetings.models import Item
from sidamping.features.meetings.queries.cards import agenda, turn_of
from sidamping.features.meetings.services.documents import freeze_minutes
from sidamping.features.meetings.services.keeping import held, present, running, tell
from sidamping.platform.access.viewer import Viewer

ELECTED_LEADERS = "chair"
"""The item at which the members choose who leads the session."""
LEADERS = {"chair": _("Ketua sidang"), "secretary": _("Sekretaris sidang")}


@transaction.atomic
def open_meeting(*, by: Viewer, meeting: UUID, now: datetime) -> None:
    """The quorum is there: decisions count from now on; on the meeting's day only. Opened twice, it is opened once."""
    row, book = held(by, meeting)
    if row.opened_at is not None:
        return
    if row.quorum is None:
        raise Refused(problem("MEETINGS_008"))
    came = present(row)
    code = "MEETINGS_030" if by.on < row.day else "MEETINGS_034"
    found = [problem(code, day=row.day)] if by.on != row.day else []
    if came < row.quorum:
        found.append(problem("MEETINGS_009", present=came, registered=row.registered, needed=row.quorum))
    refuse_if(found)
    row.opened_at = now
    row.save(update_fields=["opened_at"])
    tell("opened", by, meeting, book, present=came, registered=row.registered, quorum=row.quorum)


@transaction.atomic
def lead_session(*, by: Viewer, meeting: UUID, chair: str, secretary: str) -> None:
    """Who chairs the session and who writes it down, as the members chose; they sign its minutes."""
    row, book = running(by, meeting)
    named = {"chair": " ".join(chair.split()), "secretary": " ".join(secretary.split())}
    missing = [problem("GENERAL_001", key, label=LEADERS[key]) for key, name in named.items() if not name]
    same = named["chair"].casefold() == named["secretary"].casefold() and not missing
    refuse_if([*missing, *([problem("MEETINGS_046", "secretary", name=named["secretary"])] if same else [])])
    if (row.chair, row.secretary) == tuple(named.values()):
        return
    before = {"chair_before": row.chair, "secretary_before": row.secretary}
    row.chair, row.secretary = named.values()
    row.save(update_fields=["chair", "secretary"])
    tell("led", by, meeting, book, **named, **before)


@transaction.atomic
def finish_item(
    *, by: Viewer, meeting: UUID, code: str, now: datetime, note: str = "", chair: str = "", secretary: str = "",
    held: bool = True,
) -> None:
    """The item of the agenda whose turn it is, is done, or not held and why. Sent twice, it is done once.

    The election of who leads the session is held in any case, with the names of those who were chosen.
    """
    row, book = running(by, meeting)
    done = set(Item.objects.filter(meeting=row).values_list("code", flat=True))
    if code in done:
        return
    words, now_is, found = agenda(row.kind), turn_of(row.kind, done), []
    if code not in now_is:
        told = words[now_is[0]] if now_is else "–"
        found.append(problem("MEETINGS_012", "code", seen=words.get(code, code), now=told))
    if code == ELECTED_LEADERS and not held:
        found.append(problem("MEETINGS_055", "code", seen=words.get(code, code)))
    elif not (held or note.strip()):
        found.append(problem("MEETINGS_051", "note", seen=words.get(code, code)))
    refuse_if(found)
    if code == ELECTED_LEADERS and (chair or secretary or not row.chair):
        lead_session(by=by, meeting=meeting, chair=chair, secretary=secretary)
    Item.objects.create(meeting=row, code=code, ordinal=len(done) + 1, note=note.strip(), held=held, done_at=now)
    tell("item_done" if held else "item_left_out", by, meeting, book, code=code)


@transaction.atomic
def close_meeting(*, by: Viewer, meeting: UUID, now: datetime) -> None:
    """All items are done, and it is known who signs; the minutes are frozen. Closed twice, it is closed once."""
    row, book = held(by, meeting)
    if row.closed_at is not None:
        return
    row, book = running(by, meeting)
    done = set(Item.objects.filter(meeting=row).values_list("code", flat=True))
    left = turn_of(row.kind, done)
    found = [problem("MEETINGS_025", now=agenda(row.kind)[left[-1]])] if left else []
    refuse_if([*found, *([] if row.chair else [problem("MEETINGS_048")])])
    row.closed_at = now
    row.save(update_fields=["closed_at"])
    freeze_minutes(by, row, now)
    tell("closed", by, meeting, book)


@transaction.atomic
def report(*, by: Viewer, meeting: UUID, on: date, to: str) -> None:
    """The results went to the office on a day. Reported twice, the first counts."""
    row, book = held(by, meeting)
    if row.reported_on is not None:
        return
    if row.closed_at is None:
        raise Refused(problem("MEETINGS_026"))
    found = [] if row.day <= on <= by.on else [problem("MEETINGS_027", "on", day=on, first=row.day, last=by.on)]
    if not to.strip():
        found.append(problem("GENERAL_001", "to", label=_("Pejabat penerima")))
    refuse_if(found)
    row.reported_on, row.reported_to = on, to.strip()
    row.save(update_fields=["reported_on", "reported_to"])
    tell("reported", by, meeting, book, on=on.isoformat(), to=to.strip())
