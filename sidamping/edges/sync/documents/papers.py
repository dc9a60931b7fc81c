"""The papers a mentor owes, those that came back with remarks ('Dikembalikan'), and each open one as it reads now."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from sidamping.features.papers.queries import (
    CarriedPaper,
    Duty,
    PaperLine,
    carried_papers,
    due_papers,
    longest,
    remarks_of,
    returned,
)
from sidamping.features.papers.queries.editing import EditCell
from sidamping.features.papers.queries.owed import OwedPaper, owed_papers
from sidamping.platform.access.viewer import Viewer


def documents(viewer: Viewer) -> dict[str, Any]:
    """`papers`: what was returned and why, then what is owed with its day."""
    back = returned(viewer)
    remarks = remarks_of([line.id for line in back])
    owed = [one for one in due_papers(viewer, viewer.on) if one.state != "returned"]
    listed = [*(_returned(one, remarks.get(one.id, "")) for one in back), *map(_owed, owed)]
    carried = [*map(_carried, carried_papers(viewer)), *map(_unopened, owed_papers(owed))]
    return {"papers": {"papers": listed}, **{f"paper:{one['id']}": one for one in carried}}


def _unopened(one: OwedPaper) -> dict[str, Any]:
    """A paper that comes into being with the first words written into it; its sheet is composed then."""
    duty, opens = one.duty, {"kind": one.duty.kind, "period": one.duty.period_key}
    return {
        "id": _name(duty), "engagement": str(duty.engagement_id),
        "kind": duty.kind, "title": duty.title, "month": duty.period, "state": duty.state,
        "due": duty.due_on.isoformat(), "content": None, "opens": opens,
        "words": list(map(_word, one.words, one.english)),
    }  # fmt: skip


def _carried(one: CarriedPaper) -> dict[str, Any]:
    """A paper about a mentee as it would be handed in now; its `content` is what a seal is put on."""
    line = one.line
    return {
        "id": str(line.id), "engagement": str(line.engagement_id), "kind": line.kind, "title": line.title,
        "month": line.period, "state": line.state, "due": one.due_on.isoformat(), "content": one.content,
        "words": list(map(_word, one.words, one.english)),
    }


def _word(cell: EditCell, english: EditCell) -> dict[str, Any]:
    return {
        "key": cell.key, "heading": {"id": cell.heading, "en": english.heading},
        "hint": {"id": cell.hint, "en": english.hint}, "required": cell.required,
        "text": cell.value, "proposal": cell.proposal, "longest": longest(cell.key),
    }  # fmt: skip


def _name(one: Duty) -> str:
    """What the phone calls a paper: its id, or what it will be about."""
    return str(one.paper_id) if one.paper_id else f"{one.kind}@{one.period_key}@{one.engagement_id}"


def _owed(one: Duty) -> dict[str, Any]:
    url = reverse("paper", args=[one.paper_id]) if one.paper_id else reverse("papers")
    return {
        "id": _name(one), "kind": one.title, "mentee": one.mentee,
        "month": one.period, "state": one.state, "due": one.due_on.isoformat(), "remarks": [], "url": url,
    }


def _returned(line: PaperLine, remark: str) -> dict[str, Any]:
    return {
        "id": str(line.id), "kind": line.title, "mentee": line.mentee, "month": line.period, "state": line.state,
        "due": line.due_on.isoformat() if line.due_on else None, "number": line.number,
        "remarks": [{"at": line.acted_at.isoformat() if line.acted_at else None, "text": remark}],
        "url": reverse("paper", args=[line.id]),
    }
