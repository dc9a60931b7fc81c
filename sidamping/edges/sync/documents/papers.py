"""The papers a mentor owes and those that came back with remarks ('Dikembalikan')."""

from __future__ import annotations

from typing import Any

from sidamping.features.papers.queries import Duty, PaperLine, due_papers, remarks_of, returned
from sidamping.platform.access.viewer import Viewer


def documents(viewer: Viewer) -> dict[str, Any]:
    """`papers`: what is owed with its day, and what was returned by whom and why."""
    back = returned(viewer)
    remarks = remarks_of([line.id for line in back])
    return {
        "papers": {
            "owed": [_owed(one) for one in due_papers(viewer, viewer.on) if one.state != "returned"],
            "returned": [_returned(line, remarks.get(line.id, "")) for line in back],
        }
    }


def _owed(one: Duty) -> dict[str, Any]:
    return {
        "kind": one.kind, "title": one.title, "period": one.period, "mentee": one.mentee, "state": one.state,
        "due_on": one.due_on.isoformat(), "paper": str(one.paper_id) if one.paper_id else None,
    }


def _returned(line: PaperLine, remark: str) -> dict[str, Any]:
    return {
        "paper": str(line.id), "kind": line.kind, "title": line.title, "period": line.period, "mentee": line.mentee,
        "number": line.number, "remark": remark, "at": line.acted_at.isoformat() if line.acted_at else None,
        "due_on": line.due_on.isoformat() if line.due_on else None,
    }
