"""A group of the tests: weavers of Batakte who found a cooperative of producers, told up to where a test begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sidamping.domain.founding.balance import Balance
from sidamping.domain.founding.gaps import BLANK
from sidamping.domain.founding.terms import TermsDraft
from sidamping.features.founding import queries, services
from sidamping.features.founding.models import Founder
from sidamping.features.founding.services import FounderDraft, FoundingDraft, GatheringDraft, MilestoneDraft
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from sidamping.rules.founding import article_parts
from tests import places
from tests.features.meetings.meeting import at
from tests.habits.books import PDF
from tests.people import TODAY, Cast, look

NAME = "Koperasi Produsen Tenun Sonbai Indah"
PREPARED, FORMED = date(2026, 9, 1), date(2026, 9, 20)
STEPS = (
    ("name_approved", date(2026, 9, 25), "AHU-0001", "Notaris Lestari"),
    ("deed", date(2026, 10, 1), "12", "Notaris Lestari"),
    ("submitted", date(2026, 10, 5), "AHU-0002", "Notaris Lestari"),
    ("ratified", date(2026, 10, 20), "AHU-0000123.AH.01.26.2026", "Menteri Hukum"),
)  # fmt: skip
TERMS = TermsDraft(100_000, 10_000, 5, 5, {"cadangan": 30, "jasa_anggota": 40, "jasa_modal": 30})
EARLY = at(TODAY, 0)
"""Before whatever a page writes that day."""
OFFICES = ("chair", "secretary", "treasurer", "head_supervisor")


@dataclass(frozen=True)
class Group:
    """The founding, and who keeps it on a day: Ratna, the mentor of Kupang."""

    cast: Cast
    id: UUID

    def by(self, on: date = TODAY) -> Viewer:
        return look(self.cast.ratna, on)

    @property
    def founders(self) -> list[UUID]:
        rows = Founder.objects.filter(founding_id=self.id, left_on=None).order_by("number")
        return list(rows.values_list("pk", flat=True))

    def card(self) -> queries.FoundingCard:
        found = queries.founding(self.by(), self.id)
        assert found is not None
        return found

    def add(self, count: int) -> None:
        """So many founders more: Pendiri 1 (NIK …0001), Pendiri 2, …"""
        first = Founder.objects.filter(founding_id=self.id).count() + 1
        for number in range(first, first + count):
            draft = FounderDraft(f"Pendiri {number}", nik(number), "Penenun", "Batakte")
            services.add_founder(by=self.by(), id=uuid7(), founding=self.id, draft=draft, now=EARLY)

    def meet(self, kind: str, day: date, came: list[UUID] | None = None, id: UUID | None = None) -> None:
        draft = GatheringDraft(
            kind, day, time(9), "Rumah Pendiri 1", "Pendiri 1", "Semua sepakat.",
            self.founders if came is None else came, "Dominggus Lay", "Dinas Koperasi Kabupaten Kupang",
        )  # fmt: skip
        services.record_gathering(by=self.by(), id=id or uuid7(), founding=self.id, draft=draft, now=EARLY)

    def reach(self, upto: str = "ratified") -> None:
        """Every step with the offices up to this one."""
        for step in STEPS[: [one[0] for one in STEPS].index(upto) + 1]:
            services.reach(
                by=self.by(), id=uuid7(), founding=self.id, draft=MilestoneDraft(*step), now=EARLY
            )  # fmt: skip

    def agree(self) -> None:
        """Savings and shares, the opening balance they come to, officers and a proxy, every part of the articles."""
        told = {"by": self.by(), "founding": self.id, "now": EARLY}
        people = self.founders
        services.set_terms(id=uuid7(), draft=TERMS, **told)
        principal, mandatory = 100_000 * len(people), 10_000 * len(people)
        balance = Balance(principal + mandatory, 0, 0, 0, principal, mandatory, 0, 0)
        services.set_opening(id=uuid7(), balance=balance, **told)
        seats = dict(zip(people, OFFICES, strict=False))
        services.seat_officers(by=self.by(), founding=self.id, positions=seats, signers={people[0]})
        for one in article_parts(TODAY)[0]:
            text = queries.starter(one, self.card(), queries.founders(self.id), "id").replace(BLANK, "Jalan Timor 1")
            services.write_part(id=uuid7(), code=one.code, text=text, **told)

    def hand_in(self) -> None:
        """Every paper that is required."""
        for at_, kind in enumerate(queries.required_pieces(self.card().form)):
            file = (f"{kind}.pdf", PDF.replace(b"%%EOF", f"%{at_}\n%%EOF".encode()))
            services.hand_in(by=self.by(), id=uuid7(), founding=self.id, kind=kind, file=file, now=EARLY)


def nik(number: int) -> str:
    return f"53010512{number:08d}"


def begun(cast: Cast, *, form: str = "primary", kind: str = "producer", name: str = NAME) -> Group:
    """A founding of today in Batakte."""
    draft = FoundingDraft("regency", name, places.BATAKTE, kind, form)
    return Group(cast, services.begin_founding(by=look(cast.ratna), id=uuid7(), draft=draft, now=EARLY, keep=True))


def ready(cast: Cast) -> Group:
    """Nine founders who have everything for the notary."""
    group = begun(cast)
    group.add(9)
    group.meet("preparation", PREPARED)
    group.meet("outreach", FORMED)
    group.meet("formation", FORMED)
    group.agree()
    group.hand_in()
    group.reach("name_approved")
    return group
