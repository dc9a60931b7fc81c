"""Puts files behind items of a filling and takes them away again, until the filling is handed in."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.problems import Refused, problem
from sidamping.domain.scoring.sheet import sheet
from sidamping.features.assessments.models import Evidence
from sidamping.features.assessments.queries.instruments import instrument_for
from sidamping.features.assessments.services.locked import own_draft, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.attachments.proofs import read_proof

MOST_FILES = 60
LONGEST_NOTE = 200


@transaction.atomic
def attach_evidence(*, by: Viewer, assessment: UUID, item: str, name: str, content: bytes, note: str = "") -> UUID:
    """A photo or PDF behind an item of the viewer's own filling. The same file at the same item is kept once."""
    standing, row = own_draft(by, assessment, "fill")
    instrument = instrument_for(standing.row.version, standing.row.instrument)
    if item not in {one.key for section in sheet(instrument) for one in section.items}:
        raise Refused(problem("ASSESSMENTS_012", "item", seen=item[:80]))
    if (length := len(note.strip())) > LONGEST_NOTE:
        told = {"label": _("catatan"), "length": length, "limit": LONGEST_NOTE}
        raise Refused(problem("ASSESSMENTS_027", "note", **told))
    held = Evidence.objects.filter(filling=row).count()
    if held >= MOST_FILES:
        raise Refused(problem("ASSESSMENTS_021", "file", seen=held, limit=MOST_FILES))
    file = kept_file(row.pk, by, name, content)
    made, new = Evidence.objects.get_or_create(
        filling=row, item=item, attachment=file.id, defaults={"note": note.strip(), "by_id": by.user_id}
    )
    if new:
        tell("evidence_added", by, standing.row, item=item, evidence=str(made.pk), sha256=file.sha256)
    return made.pk


@transaction.atomic
def remove_evidence(*, by: Viewer, assessment: UUID, evidence: UUID) -> None:
    """Take a file from the viewer's own filling; the file itself and the activity stay."""
    standing, row = own_draft(by, assessment, "fill")
    found = Evidence.objects.filter(pk=evidence, filling=row).first()
    if found is None:
        raise Refused(problem("ASSESSMENTS_022", "evidence"))
    item, attachment = found.item, str(found.attachment)
    found.delete()
    tell("evidence_removed", by, standing.row, item=item, attachment=attachment)


def kept_file(subject: UUID, by: Viewer, name: str, content: bytes) -> store.Kept:
    """A photo or PDF on record for a subject, by what it is, not by what it is called."""
    return store.keep_file(read_proof(name, content), subject=subject, by=by.user_id)[0]
