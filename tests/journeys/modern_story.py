"""The cooperative of the journey through koperasi-modern-usulan: who acts, on which day, and the long fillings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from playwright.sync_api import Page

from sidamping.features.deliverables import services as deliverables
from sidamping.features.programmes import queries as programmes
from sidamping.features.programmes import services as rounds
from sidamping.platform.access import roles
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.journeys.acts import CONTENT
from tests.journeys.rating import Answer, at, rated, yes
from tests.people import Cast, look

MODERN = "koperasi-modern-usulan"
NAME = "Koperasi Tunas Harapan"
OPENS = date(2026, 2, 2)
SHEETS: dict[str, dict[str, Any]] = {
    "pos": {"products": "Simpan pinjam", "potentials": "Anggota rajin", "target": "Laporan tepat waktu"},
    "bmc": {"value": "Bunga wajar", "customers": "Anggota", "costs": "Gaji", "revenue": "Jasa pinjaman"},
    "swot": {"strengths": "Guyub", "weaknesses": "Catatan", "opportunities": "Pasar", "threats": "Rentenir"},
    "stakeholder-map": {"people": [{"name": "Dinas", "interest": "4", "power": "5"}]},
    "product-catalogue": {"products": [{"name": "Beras", "price": "12.000"}], "order": "Telepon pengurus"},
}
CONFIRM = "midterm-confirmation"
THEME = "marketing-strategy"
TICKS = ("market", "rivals", "price", "channels", "promotion", "target")


@dataclass
class Story:
    """What the acts hand on to each other."""

    cast: Cast
    opened: Callable[..., Page]
    pages: dict[UUID, Page] = field(default_factory=dict)
    cohort: UUID = field(default_factory=uuid7)
    application: str = ""
    call: str = ""
    candidates: list[str] = field(default_factory=list)
    engagement: UUID = field(default_factory=uuid7)
    party: UUID = field(default_factory=uuid7)
    mentor: User | None = None
    chair: User | None = None
    baseline: UUID = field(default_factory=uuid7)

    def page(self, who: User | None) -> Page:
        """The browser of a person, opened once."""
        key = who.pk if who else UUID(int=0)
        if key not in self.pages:
            self.pages[key] = self.opened(who)
        return self.pages[key]

    @property
    def pmo(self) -> Page:
        return self.page(self.cast.paulus)

    @property
    def mentors(self) -> Page:
        assert self.mentor is not None
        return self.page(self.mentor)

    def here(self, rest: str = "") -> str:
        return f"/dampingan/{self.engagement}/{rest}"

    def done(self, code: str) -> date | None:
        """The day a step of the cooperative was done, as PMO sees it."""
        today = people.look(self.cast.paulus, date(2026, 12, 31))
        card = programmes.engagement_card(today, self.engagement)
        assert card is not None
        return next(one.done_on for one in card.path if one.code == code)


def begin(cast: Cast, opened: Callable[..., Page]) -> Story:
    """The offices of the programme and a round in NTT that the local offices were told of."""
    for who, role, area in (
        (cast.paulus, roles.PMO, places.NTT), (cast.agnes, roles.ASSESSOR, places.NTT),
        (cast.sarlin, roles.SECRETARIAT, places.NTT), (cast.dominggus, roles.DINAS_REGENCY, places.KUPANG),
    ):
        people.appoint(who, role, area=area, programme=MODERN)
    story, by = Story(cast, opened), look(cast.paulus, OPENS)
    rounds.open_cohort(
        by=by, id=story.cohort, programme=MODERN, name="Angkatan Satu", area=places.NTT, starts=OPENS,
        call_opens=OPENS, call_closes=date(2026, 2, 28), target=10, mentors_wanted=2,
    )
    proof = (rounds.EvidenceDraft("attendance", "Daftar hadir 12 Dinas"),)
    rounds.record_step(by=by, path=story.cohort, step="socialise", done_on=OPENS, evidence=proof)
    return story


def make_chair(story: Story) -> User:
    """The account of the chair of the cooperative that was taken in."""
    story.chair = people.user("bernadus", "Bernadus Taek")
    people.appoint(story.chair, roles.CHAIR, area=places.BOLOK, subject=story.party, programme=MODERN)
    return story.chair


def assessed(story: Story, who: User, instrument: str, purpose: str, on: date, *, pair: UUID | None = None,
             answer: Answer = yes) -> UUID:
    """A round about the cooperative, or about its mentor where that is asked; filled in and decided by PMO."""
    about: dict[str, Any] = {"party_id": story.party}
    if instrument == CONFIRM:
        about = {"mentor_id": story.mentor.pk if story.mentor else None}
    return rated(who, decider_of(story, who), instrument, purpose, on, answer, pair_id=pair, **about)


def decider_of(story: Story, who: User) -> User:
    """Nobody decides the own filling."""
    return story.cast.paulus if who != story.cast.paulus else story.cast.agnes


def accept_sheet(story: Story, kind: str, typed: dict[str, Any], on: date) -> None:
    """Written and handed in by the mentor, accepted by PMO."""
    sheet, version = hand_in_sheet(story, kind, typed, on)
    deliverables.review(
        by=look(story.cast.paulus, on), sheet=sheet, version=version, verdict="accepted", remark="Baik.", now=at(on)
    )


def hand_in_sheet(story: Story, kind: str, typed: dict[str, Any], on: date) -> tuple[UUID, UUID]:
    """Written by the mentor, that of the theme with its file; the sheet and the version that waits for review."""
    assert story.mentor is not None
    by, id = look(story.mentor, on), uuid7()
    deliverables.begin_sheet(by=by, id=id, engagement_id=story.engagement, kind=kind, on=on)
    if kind == THEME:
        file = deliverables.add_file(by=by, sheet=id, name="strategi.pdf", content=CONTENT, where="document")
        typed = {**typed, "document": str(file)}
    deliverables.save_sheet(by=by, sheet=id, typed=typed, seen=0, now=at(on))
    return id, deliverables.hand_in(by=by, sheet=id, now=at(on))
