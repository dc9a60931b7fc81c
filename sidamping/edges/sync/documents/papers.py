"""The papers a mentor owes and those that came back with remarks ('Dikembalikan'), in one list."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from sidamping.features.papers.queries import Duty, PaperLine, due_papers, remarks_of, returned
from sidamping.platform.access.viewer import Viewer


def documents(viewer: Viewer) -> dict[str, Any]:
    """`papers`: what was returned and why, then what is owed with its day."""
    back = returned(viewer)
    remarks = remarks_of([line.id for line in back])
    owed = [one for one in due_papers(viewer, viewer.on) if one.state != "returned"]
    return {"papers": {"papers": [*(_returned(one, remarks.get(one.id, "")) for one in back), *map(_owed, owed)]}}


def _owed(one: Duty) -> dict[str, Any]:
    url = reverse("paper", args=[one.paper_id]) if one.paper_id else reverse("papers")
    return {
        "id": str(one.paper_id) if one.paper_id else None, "kind": one.title, "mentee": one.mentee,
        "month": one.period, "state": one.state, "due": one.due_on.isoformat(), "remarks": [], "url": url,
    }


def _returned(line: PaperLine, remark: str) -> dict[str, Any]:
    return {
        "id": str(line.id), "kind": line.title, "mentee": line.mentee, "month": line.period, "state": line.state,
        "due": line.due_on.isoformat() if line.due_on else None, "number": line.number,
        "remarks": [{"at": line.acted_at.isoformat() if line.acted_at else None, "text": remark}],
        "url": reverse("paper", args=[line.id]),
    }
