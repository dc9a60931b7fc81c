"""An application of each side, with a file, in a call that is open: a cooperative at the first stage of its intake."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from sidamping.features.admissions.models import Application, ApplicationDocument
from sidamping.features.programmes.models import Cohort, Engagement, Path, StepRecord
from sidamping.platform.access.models import User
from sidamping.platform.attachments.pictures import read_picture
from sidamping.platform.attachments.store import keep_picture
from sidamping.platform.database.ids import uuid7

DAY, CLOSES = date(2026, 10, 6), date(2026, 12, 31)
INTAKE = "koperasi-modern-usulan/2024-01-01"
"""The programmes of the cast take nobody in by application, so the path runs on one that does."""


def applicant(mentor: User, host: Engagement, picture: bytes) -> dict[str, Any]:
    """The application, scoped to the programme of the cast, with its file, its secret address and its open call."""
    row = _application(host)
    kept, _new = keep_picture(read_picture("akta.png", picture), subject=row.pk, by=mentor.pk)
    file = ApplicationDocument.objects.create(application=row, code="deed", attachment_id=kept.id, by=mentor)
    told = {"open_call": row.cohort_id, "applied": row.token}
    return {"application": row.pk, "attached": file.pk, **told}


def _application(host: Engagement) -> Application:
    shared = {"programme": host.programme, "pinned": INTAKE, "starts": DAY}
    led = Path.objects.create(subject="cohort", **shared)
    cohort = Cohort.objects.create(
        programme=host.programme, name=f"Pendaftaran {host.regency}", area=host.regency, starts=DAY, path=led,
        call_opens=DAY, call_closes=CLOSES,
    )
    path = Path.objects.create(subject="mentee", cohort=cohort, **shared)
    StepRecord.objects.create(path=path, step="apply", done_on=DAY)
    return Application.objects.create(
        path=path, cohort=cohort, programme=host.programme, year=DAY.year, number=_number(host.pk), kind="cooperative",
        token=f"tanda-{host.regency}", name=f"Pemohon {host.regency}", village_id=host.village_id,
        cooperative_kind="consumer", legal_number=f"{host.regency}/BH/2020", phone="081200000000",
        contact_name="Ketua Pemohon", statement="Ingin didampingi.", answers={"active": True, "committed": True},
        applied_on=DAY, consented_at=timezone.now(), fingerprint=str(uuid7()),
    )


def _number(host: UUID) -> int:
    return host.int % 9000 + 1
