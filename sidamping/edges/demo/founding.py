"""Two groups found a cooperative: the weavers have their pack for the notary, the pra-koperasi Mahebora is half way."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from sidamping.domain.founding.balance import Balance
from sidamping.domain.founding.gaps import BLANK
from sidamping.domain.founding.papers import LANGUAGE
from sidamping.domain.founding.steps import GATHERINGS, NAME
from sidamping.domain.founding.terms import TermsDraft
from sidamping.domain.ledger.sheets import NOTE, Paper, Row, Sheet
from sidamping.edges.demo.diary import moment
from sidamping.edges.demo.people import viewer
from sidamping.edges.demo.registers import cooperative_id
from sidamping.edges.demo.story import chapter, named
from sidamping.features.founding import queries, services
from sidamping.features.founding.queries import FoundingCard
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.documents.sheets import paper_pdf
from sidamping.rules.books import label
from sidamping.rules.founding import article_parts

AFTERNOON = time(15)
WORDS = {"page": "Halaman", "of": "dari", "place": "................", "fault": "Belum cocok"}


def tell_founding(anchor: date) -> None:
    """Both groups, each written by its mentor."""
    told = chapter("founding")
    _Group("weavers", told["weavers"], anchor).tell()
    _begin_kub(told["kub"], anchor)


class _Group:
    """The weavers of Nona Dala: every room is filled, the pack is frozen, the deed is still to be signed."""

    def __init__(self, key: str, told: dict[str, Any], anchor: date) -> None:
        self.told, self.anchor, self.id = told, anchor, named("founding", key)
        self.by: Viewer = viewer(told["mentor"], anchor)
        self.common: dict[str, Any] = {"by": self.by, "founding": self.id, "now": moment(anchor, 8)}

    def tell(self) -> None:
        draft = services.FoundingDraft("regency", self.told["name"], self.told["village"], "producer")
        services.begin_founding(by=self.by, id=self.id, draft=draft, now=moment(self.anchor, 7), keep=True)
        asked = self.told["asked"]
        services.ask_for(by=self.by, founding=self.id, asked=asked["count"], office=asked["office"])
        self._people()
        self._meetings()
        self._agreement()
        self._papers()
        services.freeze_pack(id=named("pack", self.id), **self.common)

    def day(self, step: str) -> date:
        return self.anchor - timedelta(days=self.told["days_ago"][step])

    def card(self) -> FoundingCard:
        card = queries.founding(self.by, self.id)
        if card is None:
            raise LookupError(self.told["name"])
        return card

    def founder(self, number: int) -> UUID:
        return named("founder", self.id, number)

    def _people(self) -> None:
        people = self.told["founders"]
        for number, one in enumerate(people, 1):
            draft = services.FounderDraft(one["name"], _nik(number, 30), one["work"], "Desa Tebuk")
            services.add_founder(id=self.founder(number), draft=draft, **self.common)
        seats = {self.founder(at): one["position"] for at, one in enumerate(people, 1) if "position" in one}
        signers = {self.founder(at) for at, one in enumerate(people, 1) if one.get("signs")}
        services.seat_officers(by=self.by, founding=self.id, positions=seats, signers=signers)

    def _meetings(self) -> None:
        everybody = [self.founder(at) for at in range(1, len(self.told["founders"]) + 1)]
        leader = self.told["founders"][0]["name"]
        for kind in GATHERINGS:
            draft = services.GatheringDraft(
                kind, self.day(kind), AFTERNOON, self.told["place"], leader, self.told["minutes"][kind], everybody,
                self.told["official"], self.told["office"],
            )  # fmt: skip
            services.record_gathering(id=named("gathering", self.id, kind), draft=draft, **self.common)
        approval = services.MilestoneDraft(NAME, self.day(NAME), **self.told["name_approval"])
        services.reach(id=named("milestone", self.id), draft=approval, **self.common)

    def _agreement(self) -> None:
        terms, count = self.told["terms"], len(self.told["founders"])
        draft = TermsDraft(**terms, shares=self.told["shares"])
        services.set_terms(id=named("terms", self.id), draft=draft, **self.common)
        saved = {"principal": terms["principal"] * count, "mandatory": terms["mandatory"] * count}
        balance = Balance(**self.told["opening"], **saved)
        services.set_opening(id=named("opening", self.id), balance=balance, **self.common)
        card, people = self.card(), queries.founders(self.id)
        for one in article_parts(self.anchor, card.village_code)[0]:
            text = queries.starter(one, card, people, LANGUAGE).replace(BLANK, self.told["blanks"].get(one.code, BLANK))
            services.write_part(id=named("part", self.id, one.code), code=one.code, text=text, **self.common)

    def _papers(self) -> None:
        for kind in queries.required_pieces(self.card().form):
            file = (f"{kind}.pdf", _scan(self.told["name"], label("founding-pieces", kind, LANGUAGE)))
            services.hand_in(id=named("piece", self.id, kind), kind=kind, file=file, **self.common)


def _begin_kub(told: dict[str, Any], anchor: date) -> None:
    """The pra-koperasi that is mentored already: some founders, its first meeting, a name that is no name yet."""
    by, id, now = viewer(told["mentor"], anchor), named("founding", told["cooperative"]), moment(anchor, 9)
    draft = services.FoundingDraft("regency", party=cooperative_id(told["cooperative"]))
    services.begin_founding(by=by, id=id, draft=draft, now=now)
    for number, name in enumerate(told["founders"], 1):
        founder = services.FounderDraft(name, _nik(number, 60), "Pedagang", "Desa Mahebora")
        services.add_founder(by=by, id=named("founder", id, number), founding=id, draft=founder, now=now)
    came = [named("founder", id, number) for number in range(1, len(told["founders"]) + 1)]
    meeting = services.GatheringDraft(
        "preparation", anchor - timedelta(days=told["days_ago"]), AFTERNOON, told["place"], told["founders"][0],
        told["minutes"], came,
    )  # fmt: skip
    services.record_gathering(by=by, id=named("gathering", id), founding=id, draft=meeting, now=now)


def _nik(number: int, block: int) -> str:
    return f"530704{40 + number % 20}0190{block:02d}{number:02d}"


def _scan(name: str, title: str) -> bytes:
    """A page that stands for what the group scanned."""
    sheet = Sheet("scan", title, title, (), (Row(NOTE, "scan", "Contoh pindaian.", "Sample scan."),))
    return paper_pdf(Paper(name, (), (sheet,), LANGUAGE, WORDS))
