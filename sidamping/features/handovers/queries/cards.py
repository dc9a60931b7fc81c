"""Handovers as people see them: what is open for whom, one with its dossier, live until it is handed over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sidamping.features.handovers.models import Dossier, Reading, Remark
from sidamping.features.handovers.queries.dossier import gathered, last_sent
from sidamping.features.programmes import queries as programmes
from sidamping.features.programmes.queries import Succession
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page

SHOWN_DAYS = 120
"""Changes of mentor of about four months stand in the list."""
READERS = (roles.MENTOR, *roles.OVERSEERS, roles.ADMIN)
"""Roles that may be concerned by a handover; by which one, the queries decide."""
OPEN, HANDED, READ = "open", "handed", "read"


@dataclass(frozen=True)
class RemarkLine:
    """What somebody added."""

    text: str
    by: str
    at: datetime


@dataclass(frozen=True)
class HandoverLine:
    """A handover in a list: open, handed over, or read."""

    one: Succession
    state: str


@dataclass(frozen=True)
class HandoverCard:
    """A handover with its dossier: as it stands today, or frozen with its hash."""

    one: Succession
    state: str
    content: dict[str, Any]
    remarks: tuple[RemarkLine, ...]
    last_sent: datetime | None
    sha256: str
    handed_by: str
    handed_at: datetime | None
    handed_why: str
    read_at: datetime | None
    read_remark: str
    may_remark: bool
    may_hand_over: bool
    may_confirm: bool
    for_another: bool


def handovers(viewer: Viewer) -> tuple[HandoverLine, ...]:
    """The handovers that concern the viewer, those that wait first."""
    found = programmes.successions(viewer, viewer.on - timedelta(days=SHOWN_DAYS))
    frozen = set(Dossier.objects.filter(pk__in=[one.id for one in found]).values_list("pk", flat=True))
    read = set(Reading.objects.filter(pk__in=frozen).values_list("pk", flat=True)) if frozen else set()
    lines = [HandoverLine(one, READ if one.id in read else HANDED if one.id in frozen else OPEN) for one in found]
    return tuple(sorted(lines, key=lambda line: line.state == READ))


def handovers_page(viewer: Viewer, after: str = "", size: int = 50) -> Page:
    """The same in pages; `after` is the id of the last one seen, and an unknown one begins anew."""
    found = handovers(viewer)
    begun = next((at for at, line in enumerate(found, 1) if str(line.one.id) == after), 0)
    rows = found[begun:begun + size]
    return Page(rows, str(rows[-1].one.id) if begun + size < len(found) else "")


def handovers_to_do(viewer: Viewer) -> tuple[HandoverLine, ...]:
    """What the viewer has to do: hand over as the leaving mentor, read as the new one."""
    return tuple(
        line for line in handovers(viewer)
        if (line.state == OPEN and line.one.leaving_id == viewer.user_id)
        or (line.state == HANDED and line.one.arriving_id == viewer.user_id)
    )


def handover(viewer: Viewer, id: UUID) -> HandoverCard | None:
    """One handover; None for a stranger."""
    one = programmes.succession(viewer, id)
    if one is None:
        return None
    frozen = Dossier.objects.select_related("by", "reading").filter(pk=id).first()
    reading = getattr(frozen, "reading", None) if frozen else None
    leaving, arriving = viewer.user_id == one.leaving_id, viewer.user_id == one.arriving_id
    office = programmes.hands_over_for(viewer, one)
    content = frozen.content if frozen else gathered(one, viewer.on)
    sent = content.get("last_sent", "") if frozen else last_sent(one)
    return HandoverCard(
        one, READ if reading else HANDED if frozen else OPEN, content, remarks_of(id),
        datetime.fromisoformat(sent) if sent else None, frozen.sha256 if frozen else "",
        frozen.by.full_name if frozen else "", frozen.at if frozen else None, frozen.why if frozen else "",
        reading.at if reading else None, reading.remark if reading else "",
        frozen is None and (leaving or office), frozen is None and (leaving or office),
        frozen is not None and reading is None and arriving, office and not leaving,
    )


def remarks_of(id: UUID) -> tuple[RemarkLine, ...]:
    """What was added, in the order it came; unscoped."""
    rows = Remark.objects.filter(handover=id).select_related("by").order_by("at", "id")
    return tuple(RemarkLine(row.text, row.by.full_name, row.at) for row in rows)
