"""What of the library was handed over in a visit (A3): known, not retired, and in the state the mentor then had."""

from __future__ import annotations

from sidamping.domain.fieldwork import VisitDraft
from sidamping.domain.problems import Problem, problem
from sidamping.features.fieldwork.models import Delivery, VisitRevision
from sidamping.features.materials.queries import Current, current
from sidamping.platform.access.viewer import Viewer

MOST_MATERIALS = 10


def material_faults(by: Viewer, draft: VisitDraft, before: VisitRevision | None = None) -> list[Problem]:
    """Codes that nothing answers to, or pieces retired since; what a correction keeps is not asked again."""
    if len(draft.materials) > MOST_MATERIALS:
        return [problem("FIELDWORK_039", "materials", seen=len(draft.materials), limit=MOST_MATERIALS)]
    new = set(draft.materials) - set(_handed(before))
    known = current(by, new)
    usable = {code for code, one in known.items() if one.retired_on is None or one.retired_on > draft.visited_on}
    return [problem("FIELDWORK_038", "materials", seen=code[:60]) for code in sorted(new - usable)]


def write_deliveries(by: Viewer, draft: VisitDraft, row: VisitRevision) -> None:
    """One line for each piece; a correction keeps the state that was handed over."""
    kept = _handed(row.replaces)
    new = current(by, [code for code in draft.materials if code not in kept])
    found = [(kept | new)[code] for code in dict.fromkeys(draft.materials)]
    Delivery.objects.bulk_create(
        Delivery(revision=row, code=one.code, version=one.version, edition_id=one.edition_id) for one in found
    )


def _handed(before: VisitRevision | None) -> dict[str, Current]:
    if before is None:
        return {}
    return {row.code: Current(row.code, row.version, row.edition_id) for row in before.deliveries.all()}
