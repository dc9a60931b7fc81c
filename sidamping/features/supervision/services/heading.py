"""Says how an office heads and signs its letters: its name and address, and who signs with title and NIP (E14)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.supervision.models import Letterhead
from sidamping.features.supervision.queries.offices import Heading, heading_of
from sidamping.features.supervision.queries.scope import offices_held
from sidamping.features.supervision.services.keeping import missing, nip_faults
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns

LABELS = {
    "government": _("Pemerintah daerah"), "name": _("Nama kantor"), "address": _("Alamat kantor"),
    "place": _("Tempat surat dibuat"), "signer": _("Nama penandatangan"), "title": _("Jabatan penandatangan"),
    "nip": _("NIP penandatangan"),
}  # fmt: skip
MOST = {"government": 120, "name": 160, "address": 240, "place": 60, "signer": 120, "title": 160, "nip": 24}


@transaction.atomic
def head_letters(*, by: Viewer, office: str, area: str, heading: Heading, now: datetime) -> None:
    """From now on the office's letters carry this; those issued stay as they are. Said twice, it is said once."""
    if not any((one.role, one.area) == (office, area) for one in offices_held(by)):
        raise Refused(problem("SUPERVISION_001"))
    given = {name: " ".join(value.split()) for name, value in asdict(heading).items()}
    given["nip"] = given["nip"].replace(" ", "")
    refuse_if([*_faults(given)])
    take_turns(uuid5(NAMESPACE_URL, f"letterhead/{office}/{area}"))
    if heading_of(office, area) == Heading(**given):
        return
    row = Letterhead.objects.create(office=office, area=area, by_id=by.user_id, at=now, **given)
    journal.record("supervision.headed", by=by.user_id, subject=row.pk, regency=area[:5], office=office)


def _faults(given: dict[str, str]) -> Iterator[Problem]:
    yield from missing(given, LABELS, MOST)
    yield from nip_faults("nip", given["nip"])
