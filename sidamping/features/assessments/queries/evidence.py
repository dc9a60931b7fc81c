"""What stands behind the items of a filling; only for whoever may read that filling."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sidamping.features.assessments.models import Evidence
from sidamping.features.assessments.queries.cards import standing_of
from sidamping.features.assessments.queries.lines import AssessmentCard, EvidenceLine, FillingLine
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store


def evidence_behind(
    card: AssessmentCard, earlier: Iterable[FillingLine] = ()
) -> dict[UUID, dict[str, tuple[EvidenceLine, ...]]]:
    """Filling → item key → its files as they came; card and `earlier` hold only fillings their viewer may read."""
    wanted = [one.id for one in (*card.fillings, *earlier)]
    rows = list(Evidence.objects.filter(filling__in=wanted).select_related("by").order_by("at", "id"))
    held = {line.id: line for line in _lines(rows)}
    found: dict[UUID, dict[str, tuple[EvidenceLine, ...]]] = {}
    for row in (row for row in rows if row.pk in held):
        items = found.setdefault(row.filling_id, {})
        items[row.item] = (*items.get(row.item, ()), held[row.pk])
    return found


def evidence_file(viewer: Viewer, assessment: UUID, evidence: UUID) -> store.Kept | None:
    """One file of a round; None for whoever may not read its filling."""
    row = Evidence.objects.filter(pk=evidence, filling__assessment=assessment).first()
    if row is None or row.filling_id not in _readable(viewer, assessment):
        return None
    return store.kept([row.attachment])[row.attachment]


def _readable(viewer: Viewer, assessment: UUID) -> set[UUID]:
    standing = standing_of(viewer, assessment)
    return {one.pk for one in (*standing.readable(), *standing.earlier())} if standing else set()


def _lines(rows: list[Evidence]) -> tuple[EvidenceLine, ...]:
    files = store.kept(row.attachment for row in rows)
    return tuple(_line(row, files[row.attachment]) for row in rows if row.attachment in files)


def _line(row: Evidence, file: store.Kept) -> EvidenceLine:
    return EvidenceLine(
        row.pk, row.item, row.attachment, file.name, file.media_type, file.sha256, row.note, str(row.by), row.at
    )
