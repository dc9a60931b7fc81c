"""A step recorded with a photo behind it, on the path of a mentoring."""

from __future__ import annotations

from typing import Any

from sidamping.features.programmes.models import Engagement, StepEvidence, StepRecord
from sidamping.platform.access.models import User
from sidamping.platform.attachments.pictures import read_picture
from sidamping.platform.attachments.store import keep_picture


def walked(mentor: User, host: Engagement, drawn: bytes) -> dict[str, Any]:
    """The path, the record of a step, the proof of it."""
    record = StepRecord.objects.create(path_id=host.path_id, step="report", done_on=host.starts, by=mentor)
    kept, _ = keep_picture(read_picture("foto.png", drawn), subject=record.pk, by=mentor.pk)
    proof = StepEvidence.objects.create(record=record, kind="photo", attachment_id=kept.id)
    return {"path": host.path_id, "step_record": record.pk, "proof": proof.pk}
