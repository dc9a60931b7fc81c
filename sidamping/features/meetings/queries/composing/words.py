"""Words and days of a meeting's papers: they are written in Indonesian, whoever reads them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from sidamping.domain.ledger.sheets import LINE, TEXT, Cell, Column, Row, Sheet
from sidamping.domain.meetings.votes import CONSENSUS, OPEN, SECRET
from sidamping.domain.periods import full_day
from sidamping.features.meetings.queries.lines import DecisionLine, MeetingCard
from sidamping.rules.books import label
from sidamping.rules.citing import source_words

WRITTEN_IN = "id"
WAYS = {CONSENSUS: "musyawarah mufakat", OPEN: "suara terbuka", SECRET: "suara rahasia"}
EXAMPLE = "contoh"
"""The status of a rule that stands for one nobody has given yet."""


def named(name: str, code: str) -> str:
    """A code of a list, as papers write it."""
    return label(name, code, WRITTEN_IN)


def titled(card: MeetingCard) -> str:
    """'Rapat Anggota Tahunan, tahun buku 2026'."""
    kind = named("meeting-kinds", card.head.kind)
    return f"{kind}, tahun buku {card.head.year}" if card.head.year else kind


def held_at(card: MeetingCard) -> str:
    return f"{full_day(card.head.day, WRITTEN_IN)}, pukul {card.begins:%H.%M}, {card.place}"


def hour(moment: datetime | None) -> str:
    """'09.15' by the clock on the wall, or a dash."""
    return f"{moment.astimezone(timezone.get_current_timezone()):%H.%M}" if moment else "–"


def quorum_source(card: MeetingCard) -> str:
    """Where the quorum stands: in the stricter articles, else in the rule, and whether that is only an example."""
    if card.own_quorum:
        return card.own_quorum
    quorum = card.rules.get("quorum", {})
    cite = quorum.get("cite", "")
    told = source_words(cite, WRITTEN_IN) or cite or "–"
    return f"{told}; {EXAMPLE}" if quorum.get("status") == EXAMPLE else told


def table(
    name: str, title: str, first: str, columns: Iterable[str | Column], rows: Iterable[tuple[str, tuple[Any, ...]]]
) -> Sheet:
    """A sheet of words and amounts; a column is its name, or a whole Column where it holds money."""
    made = tuple(one if isinstance(one, Column) else Column(one, one, TEXT) for one in columns)
    lines = (
        Row(LINE, f"{name}-{at}", words, words, tuple(Cell(value) for value in cells))
        for at, (words, cells) in enumerate(rows)
    )
    return Sheet(name, title, title, made, tuple(lines), first=Column(first, first, TEXT))


def decisions_table(decisions: Iterable[DecisionLine], title: str = "Keputusan Rapat Anggota") -> Sheet:
    """What was decided, how, with which votes."""
    rows = []
    for one in decisions:
        votes = f"{one.tally.yes} / {one.tally.no} / {one.tally.abstained}"
        outcome = named("decision-outcomes", one.outcome)
        rows.append((
            f"{one.number}. {named('decision-subjects', one.subject)}: {one.text}",
            (WAYS[one.way], votes, f"{outcome}. {one.notes}" if one.notes else outcome),
        ))  # fmt: skip
    columns = ("Cara", "Setuju / tidak / abstain", "Hasil")
    return table("decisions", title, "Keputusan", columns, rows)
