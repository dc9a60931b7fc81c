"""The people of the tests and what they work with: Ujang, Ratna, Yosef, Maria and the offices above them.

Ratna mentors the cooperative Merah Putih (chair: Ujang, treasurer: Wati) in Kupang under the coordinator Yosef. Maria
works in another district and must never see it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sidamping.features.parties.models import BoardTerm, Business, Cooperative, Party, Person
from sidamping.features.programmes.models import Assignment, Engagement, Path
from sidamping.platform.access import roles
from sidamping.platform.access.models import Appointment, User
from sidamping.platform.access.viewer import Viewer, viewer_of
from tests import places

TODAY = date(2026, 11, 5)
START = date(2026, 1, 5)
PROGRAMME = "tpk-ntt-2018"
PINNED = "tpk-ntt-2018/2018-07-23"
PASSWORD = "kopi-flores-pagi-77"
NAMES = (
    ("ujang", "Ujang Mantap"),
    ("ratna", "Ratna Tefa"),
    ("yosef", "Yosef Nubatonis", "197505122003121004"),
    ("maria", "Maria Banunaek"),
    ("dominggus", "Dominggus Lay", "196912312000031009"),
    ("petronela", "Petronela Seran", "197203042001122001"),
    ("sarlin", "Sarlin Ndoen", "198806172011012006"),
    ("paulus", "Paulus Riwu"),
    ("agnes", "Agnes Bria"),
    ("anton", "Anton Haning"),
    ("wati", "Wati Bait"),
)  # username, full name, NIP of an official


@dataclass(frozen=True)
class Cast:
    """Everybody, and the two mentorings: Merah Putih is Ratna's, Kuatae Maju is Maria's."""

    ujang: User
    ratna: User
    yosef: User
    maria: User
    dominggus: User
    petronela: User
    sarlin: User
    paulus: User
    agnes: User
    anton: User
    wati: User
    merah_putih: Cooperative
    engagement: Engagement
    keripik: Business
    foreign_cooperative: Cooperative
    foreign_engagement: Engagement


def user(username: str, full_name: str, *, nip: str = "", phone: str = "") -> User:
    """A person who can sign in with PASSWORD."""
    found = _new_user(username, full_name, nip, phone)
    found.save()
    return found


def _new_user(username: str, full_name: str, nip: str = "", phone: str = "") -> User:
    found = User(username=username, full_name=full_name, nip=nip, phone=phone)
    found.set_password(PASSWORD)
    return found


def appoint(who: User, role: str, *, area: str | None = None, subject: UUID | None = None, programme: str = PROGRAMME,
            starts: date = START, ends: date | None = None) -> Appointment:
    """A role of a person from a day on."""
    return Appointment.objects.create(
        user=who, role=role, programme=programme, area_id=area, subject_id=subject, starts=starts, ends=ends
    )


def look(who: User, on: date = TODAY) -> Viewer:
    """The viewer a person is on a day."""
    return viewer_of(who, on)


def cooperative(name: str, village: str, *, kind: str = "savings_loan", **identity: object) -> Cooperative:
    """A registered cooperative in a village."""
    party = Party.objects.create(kind=Party.Kind.COOPERATIVE, name=name, village_id=village)
    return Cooperative.objects.create(party=party, kind=kind, **identity)


def person(name: str, village: str, **details: object) -> Person:
    """A person of the register."""
    party = Party.objects.create(kind=Party.Kind.PERSON, name=name, village_id=village)
    return Person.objects.create(party=party, **details)


def business(name: str, owner: Person, village: str, *, sector: str = "food", member_of: Cooperative | None = None
             ) -> Business:
    """A micro business of a person."""
    party = Party.objects.create(kind=Party.Kind.BUSINESS, name=name, village_id=village)
    return Business.objects.create(party=party, owner=owner, cooperative=member_of, sector=sector)


def engagement(mentee: Party, mentor: User | None, *, starts: date = START, priority: int = 3,
               programme: str = PROGRAMME, pinned: str = PINNED) -> Engagement:
    """A mentoring of a party, carried by the mentor from its first day."""
    path = Path.objects.create(subject="mentee", programme=programme, pinned=pinned, starts=starts)
    row = Engagement.objects.create(
        id=path.pk, path=path, programme=programme, pinned=pinned, mentee=mentee, village_id=mentee.village_id,
        regency=mentee.village_id[:5], starts=starts, priority=priority,
    )
    if mentor is not None:
        Assignment.objects.create(engagement=row, mentor=mentor, starts=starts)
    return row


def gather() -> Cast:
    """Make everybody and everything of the cast."""
    places.load_places()
    merah_putih = cooperative("Merah Putih", places.BOLOK, legal_number="AHU-0001.AH.01.26.2018")
    foreign = cooperative("Kuatae Maju", places.KUATAE)
    people = _people(merah_putih.party_id)
    owner = person("Ujang Mantap", places.BOLOK, nik="5301052301800001", phone="081234567890", user=people["ujang"])
    BoardTerm.objects.create(
        cooperative=merah_putih, person=owner, organ="management", position="chair",
        starts=date(2024, 1, 1), ends=date(2028, 12, 31),
    )
    keripik = business("Keripik Mantap Jaya", owner, places.BOLOK, member_of=merah_putih)
    return Cast(
        **people,
        merah_putih=merah_putih,
        engagement=engagement(merah_putih.party, people["ratna"]),
        keripik=keripik,
        foreign_cooperative=foreign,
        foreign_engagement=engagement(foreign.party, people["maria"]),
    )


def _people(chaired: UUID) -> dict[str, User]:
    users = User.objects.bulk_create(_new_user(*names) for names in NAMES)
    people = {user.username: user for user in users}
    Appointment.objects.bulk_create(
        Appointment(user=people[name], starts=START, **{"programme": PROGRAMME, **held})
        for name, held in _appointments(chaired).items()
    )
    return people


def _appointments(chaired: UUID) -> dict[str, dict[str, Any]]:
    return {
        "ujang": {"role": roles.CHAIR, "area_id": places.BOLOK, "subject_id": chaired},
        "ratna": {"role": roles.MENTOR, "area_id": places.KUPANG},
        "yosef": {"role": roles.COORDINATOR, "area_id": places.KUPANG},
        "maria": {"role": roles.MENTOR, "area_id": places.TTS},
        "dominggus": {"role": roles.DINAS_REGENCY, "area_id": places.KUPANG},
        "petronela": {"role": roles.DINAS_PROVINCE, "area_id": places.NTT},
        "sarlin": {"role": roles.SECRETARIAT, "area_id": places.NTT},
        "paulus": {"role": roles.PMO, "area_id": places.NTT},
        "agnes": {"role": roles.ASSESSOR, "area_id": places.NTT},
        "anton": {"role": roles.ADMIN, "programme": ""},
        "wati": {"role": roles.TREASURER, "programme": "", "area_id": places.BOLOK, "subject_id": chaired},
    }
