"""The RAT book: agenda, rules, last year's minutes, both reports, statements, ratios, SHU list and plans (E4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import override

from sidamping.domain.ledger.budgeting import YEARLY
from sidamping.domain.meetings import documents, passages
from sidamping.domain.meetings.documents import Block, Chapter
from sidamping.domain.periods import long_day
from sidamping.features.books import queries as books
from sidamping.features.books.queries import Approval
from sidamping.features.budgets import queries as budgets
from sidamping.features.budgets.queries import BudgetCard
from sidamping.features.meetings.models import ANNUAL, Decision, Meeting
from sidamping.features.meetings.queries.cards import agenda, decision_lines
from sidamping.features.meetings.queries.composing import money
from sidamping.features.meetings.queries.composing.facts import (
    BOARD_BOOK,
    EVENTS_BOOK,
    SUPERVISORS_BOOK,
    Institution,
    institution,
    months_of,
)
from sidamping.features.meetings.queries.composing.said import drafted_words
from sidamping.features.meetings.queries.composing.words import (
    WRITTEN_IN,
    decisions_table,
    held_at,
    named,
    table,
    titled,
)
from sidamping.features.meetings.queries.lines import MeetingCard
from sidamping.features.meetings.queries.passages import agreed_shares, passages_of
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import labels

ANSWERABLE = ("chair", "treasurer", "head_supervisor")
"""Who signs the book of a year."""
PASSAGES = "rat-passages"
"""The list with the words of the parts."""


def rat_book(viewer: Viewer, card: MeetingCard, version: int) -> dict[str, Any]:
    """The book of an annual meeting as the records stand; the caller has scoped the meeting."""
    assert card.head.year is not None  # of annual meetings alone
    with override(WRITTEN_IN):
        approved, made = books.approval(card.book.id, card.head.year), _Book(viewer, card, card.head.year)
        signed = made.signers()
        return {
            "title": f"Buku Rapat Anggota Tahunan {card.head.year}", "owner": card.book.name, "cover": True,
            "lead": [titled(card), held_at(card)], "status": _status(version, approved),
            "chapters": list(made.chapters()), "signers": list(signed), "signed_by": list(signed.values()),
        }  # fmt: skip


def _status(version: int, approved: Approval | None) -> str:
    if approved is None:
        return f"Versi {version}, belum disahkan Rapat Anggota Tahunan"
    day = long_day(approved.on, WRITTEN_IN)
    return f"Versi {version}, disahkan Rapat Anggota Tahunan {day}: {approved.note} (dicatat {approved.by})"


class _Book:
    """The records of a year, read once, and the chapters made of them."""

    def __init__(self, viewer: Viewer, card: MeetingCard, year: int) -> None:
        self.viewer, self.card, self.year = viewer, card, year
        self.seen: Institution = institution(card.book, year, card.head.day)
        self.said = passages_of(card.id)
        self.words: Mapping[str, str] = labels(PASSAGES, WRITTEN_IN)

    def chapters(self) -> Iterator[Chapter]:
        """In the order of the guideline."""
        yield documents.chapter("agenda", "Acara dan tata tertib", self._agenda())
        yield documents.chapter("last", "Risalah RAT tahun sebelumnya", self._last())
        yield documents.chapter("board", "Laporan pertanggungjawaban Pengurus", self._board())
        yield documents.chapter("events", "Kejadian penting", self._events(), named=True)
        yield documents.chapter("supervisors", "Laporan Pengawas", self._supervisors())
        yield documents.chapter("growth", "Perkembangan anggota dan simpanan", self._growth())
        for one in money.statements(self.viewer, self.card.book.id, self.year):
            yield documents.chapter(f"statement-{one.name}", one.id, [documents.sheet(one)])
        ratios = money.ratios(self.viewer, self.card.book.id, self.year)
        yield documents.chapter("ratios", "Rasio keuangan", [documents.sheet(ratios)])
        yield from self._surplus()
        yield documents.chapter("plan", f"Rencana kerja dan RAPBK {self.year + 1}", self._plan())

    def signers(self) -> dict[str, str]:
        """Office → who held it at the end of the year and answers for it; '' where nobody is in the register."""
        held = {position: name for position, name, _until in self.seen.officers}
        return {(office := named("board-positions", code)): held.get(office, "") for code in ANSWERABLE}

    def _agenda(self) -> Iterator[Block]:
        yield documents.items(agenda(ANNUAL).values())
        yield from self._passages(passages.RULES)

    def _last(self) -> Iterator[Block]:
        rows = Meeting.objects.filter(book_id=self.card.book.id, kind=ANNUAL, year=self.year - 1)
        last = rows.filter(closed_at__isnull=False).first()
        if last is None:
            yield documents.text("RAT tahun sebelumnya tidak tercatat di sini; risalahnya dibacakan dari kertas.")
            return
        lines = decision_lines(Decision.objects.filter(meeting=last))
        yield documents.text(f"RAT tahun buku {self.year - 1}, {long_day(last.day, WRITTEN_IN)}, {last.place}.")
        yield documents.sheet(decisions_table(lines, "Keputusan RAT tahun sebelumnya"))

    def _board(self) -> Iterator[Block]:
        seen = self.seen
        yield documents.facts([
            ("Anggota awal tahun", seen.before), ("Anggota masuk", seen.joined), ("Anggota keluar", seen.left),
            ("Anggota akhir tahun", seen.after), ("Rapat Anggota dalam tahun buku", seen.meetings),
            ("Keputusan rapat pengurus tercatat", len(seen.written[BOARD_BOOK])),
            ("Buku wajib yang ada", f"{seen.books_there} dari {seen.books_all}"),
        ])  # fmt: skip
        officers = [(name, (position, until)) for position, name, until in seen.officers]
        yield documents.sheet(table("officers", "Perangkat koperasi", "Nama", ("Jabatan", "Menjabat sampai"), officers))
        yield from self._passages(passages.INSTITUTION, passages.BUSINESS, passages.FINANCE, passages.OTHERS)
        budget = self._budget(self.year)
        if budget is not None:
            compared = budgets.compared(budget, YEARLY, 1, f"Rencana dan realisasi {self.year}")
            yield documents.sheet(compared)

    def _events(self) -> Iterator[Block]:
        rows = [
            (f"{one.day:%d-%m-%Y}", tuple(str(one.facts.get(key) or "") for key in ("event", "effect", "settled")))
            for one in self.seen.written[EVENTS_BOOK]
        ]
        if rows:
            columns = ("Kejadian", "Akibat", "Penyelesaian")
            yield documents.sheet(table("events", "Kejadian penting", "Tanggal", columns, rows))
        yield from self._passages(passages.EVENTS, headed=False)

    def _supervisors(self) -> Iterator[Block]:
        rows = [
            (f"{one.day:%d-%m-%Y}", (str(one.facts.get("decision") or ""), str(one.facts.get("responsible") or "")))
            for one in self.seen.written[SUPERVISORS_BOOK]
        ]
        if rows:
            columns = ("Keputusan", "Penanggung jawab")
            yield documents.sheet(table("supervised", "Keputusan rapat pengawas", "Tanggal", columns, rows))
        yield from self._passages(*passages.SUPERVISORS)

    def _growth(self) -> Iterator[Block]:
        months = months_of(self.card.book, self.year)
        saved = money.savings_on(self.card.book.id, [month.end for month in months])
        yield documents.picture("Anggota pada akhir bulan", self.seen.monthly, money=False)
        points = [(month.label(WRITTEN_IN), amount) for month, amount in zip(months, saved, strict=True)]
        yield documents.picture("Simpanan anggota pada akhir bulan", points, money=True)

    def _surplus(self) -> Iterator[Chapter]:
        kept, agreed = self.said.get(passages.SURPLUS), agreed_shares(self.card)
        decided = agreed.percents if agreed is not None else {}
        percents = money.agreed_percents(decided or (kept.percents if kept is not None else None))
        made = money.surplus(self.card.book.id, self.year, percents)
        if made is None:
            yield documents.chapter("surplus", "Pembagian SHU", [documents.text("Tidak ada SHU yang dibagi.")])
            return
        title = f"Pembagian SHU menurut keputusan nomor {agreed.number}" if agreed and decided else "Usul pembagian SHU"
        yield documents.chapter("surplus", title, [documents.sheet(money.funds_sheet(made))])
        shares = [documents.sheet(money.members_sheet(made), every=True)]
        yield documents.chapter("shares", "Daftar SHU anggota", shares, named=True)

    def _plan(self) -> Iterator[Block]:
        yield from self._passages(passages.PLAN)
        budget = self._budget(self.year + 1)
        if budget is None:
            yield documents.text(f"RAPBK {self.year + 1} belum disusun di sini.")
        else:
            yield documents.sheet(budgets.planned(budget))

    def _budget(self, year: int) -> BudgetCard | None:
        """The last budget of a year, approved or not."""
        found = budgets.budgets_of(self.viewer, self.card.book.id)
        last = next((one.id for one in found if one.year == year), None)
        return budgets.budget(self.viewer, last) if last is not None else None

    def _passages(self, *parts: str, headed: bool = True) -> Iterator[Block]:
        """Each part under its words: as somebody wrote it, or as the records have it."""
        for part in parts:
            kept = self.said.get(part)
            words = kept.text if kept is not None else drafted_words(self.card, part, self.seen)
            if words and headed:
                yield documents.heading(self.words[part])
            if words:
                yield documents.text(words)
