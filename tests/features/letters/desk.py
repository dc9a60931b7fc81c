"""Letters of the tests: who issues them and what they say."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sidamping.features.letters import services
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.people import Cast, look

MODERN = "koperasi-modern-usulan"
REFUSAL = {
    "name": "KSP Tunas Harapan", "decided_on": date(2026, 3, 2),
    "reasons": ["Berkas RAT tidak ada", "Pengurus belum siap"],
}  # fmt: skip
COPY = {"mentee": "Merah Putih", "mentor": "Ratna Tefa", "period": "2026", "documents": ["Laporan tahunan"]}


def pmo() -> User:
    """The PMO of the recommended model in Kupang."""
    who = people.user("dorkas", "Dorkas Tefa", nip="198001012005012001")
    people.appoint(who, "pmo", area=places.KUPANG, programme=MODERN)
    return who


def refusal(by: User, **changed: Any) -> UUID:
    """A letter of refusal."""
    values = {"programme": MODERN, "kind": "refused", "recipient": "Ketua KSP Tunas Harapan", "place": "Kupang",
              "facts": REFUSAL, "on": date(2026, 3, 5), "regency": places.KUPANG, "id": uuid7()}  # fmt: skip
    return services.issue(by=look(by), **{**values, **changed})


def copy_of(cast: Cast, **changed: Any) -> UUID:
    """The copy of Merah Putih's reports for the office, sent by its mentor."""
    values = {"programme": people.PROGRAMME, "kind": "handover-copy", "recipient": "Kepala Dinas", "place": "Kupang",
              "facts": COPY, "on": people.TODAY, "engagement": cast.engagement.pk, "id": uuid7()}  # fmt: skip
    return services.issue(by=look(cast.ratna), **{**values, **changed})
