"""Assessments open for the person's answers, with the instruments they use as forms."""

from __future__ import annotations

from typing import Any

from sidamping.domain.scoring.sheet import flat
from sidamping.edges.sync.documents.forms import instrument_form
from sidamping.features.assessments.queries import OpenFilling, instrument_for, open_fillings
from sidamping.platform.access.viewer import Viewer


def documents(viewer: Viewer) -> dict[str, Any]:
    """`rounds`, and a `form:` for each version of an instrument in use."""
    found = open_fillings(viewer)
    versions = {(one.head.instrument, one.head.version) for one in found}
    forms = {_key(name, version): instrument_form(instrument_for(version, name)) for name, version in sorted(versions)}
    return {"rounds": {"rounds": [_round(one) for one in found]}, **forms}


def _key(name: str, version: str) -> str:
    """'form:ksp-health@ksp-health/2016-05-31'."""
    return f"form:{name}@{version}"


def _round(one: OpenFilling) -> dict[str, Any]:
    head = one.head
    return {
        "id": str(head.id), "form": _key(head.instrument, head.version), "title": str(head.instrument_title),
        "mentee": head.subject.name, "place": head.subject.place, "about": head.about, "part": one.filling.part,
        "engagement": str(head.engagement_id) if head.engagement_id else None, "as_of": head.as_of.isoformat(),
        "seen": one.filling.revised, "values": flat(one.filling.data),
        "notes": dict(one.filling.data.get("notes", {})),
    }
