"""A call for mentors with a candidate, a document and a session, in the area of a mentoring, for the matrix."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from sidamping.features.programmes.models import Cohort, Engagement, Path
from sidamping.features.recruitment.models import Call, Candidacy, CandidateDocument, Panelist, Position, Session
from sidamping.platform.access.models import User
from sidamping.platform.attachments.documents import read_document
from sidamping.platform.attachments.store import keep_document
from sidamping.platform.database.ids import uuid7

CHOOSES = "koperasi-modern-usulan/2024-01-01"
"""A version of a programme that chooses mentors in every stage there is."""
OPENED, CLOSES = date(2026, 9, 1), date(2026, 12, 31)
PAPER = b"%PDF-1.4 1 0 obj<<>>endobj trailer<<>> %%EOF"


def recruiting(host: Engagement) -> dict[str, Any]:
    """One of each in the regency of the mentoring; Agnes, where she is, is asked to interview."""
    call = _call(host)
    position = Position.objects.create(call=call, theme="marketing", wanted=1)
    walk = Path.objects.create(
        subject="mentor", programme=host.programme, pinned=CHOOSES, starts=OPENED, cohort=call.cohort
    )
    one = Candidacy.objects.create(
        call=call, position=position, path=walk, name="Calon", nik="5301051204870004", phone="081339000004",
        village=host.village, education="bachelor", applied_on=OPENED, applied_at=_at(OPENED), token=str(uuid7()),
    )
    for agnes in User.objects.filter(username="agnes"):
        Panelist.objects.create(candidacy=one, user=agnes)
    document = CandidateDocument.objects.create(candidacy=one, kind="cv", attachment_id=_file(one.pk))
    held = Session(
        cohort=call.cohort, code="outputs", on=OPENED, starts_at=time(9), place="Aula", by=call.created_by, id=uuid7()
    )
    held.material_id = _file(held.pk)
    held.save()
    return {"call": call.pk, "candidacy": one.pk, "document": document.pk, "session": held.pk,
            "mentor_receipt": one.token}


def _call(host: Engagement) -> Call:
    path = Path.objects.create(subject="cohort", programme=host.programme, pinned=CHOOSES, starts=OPENED)
    cohort = Cohort.objects.create(
        id=path.pk, path=path, programme=host.programme, name=f"Angkatan {host.regency} (calon)", area=host.regency,
        starts=OPENED,
    )
    by = User.objects.order_by("pk").first()
    assert by is not None
    return Call.objects.create(cohort=cohort, opens=OPENED, closes=CLOSES, created_by=by)


def _file(subject: Any) -> Any:
    return keep_document(read_document("berkas.pdf", PAPER), subject=subject, by=None)[0].id


def _at(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time(9)))
