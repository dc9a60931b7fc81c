"""The card of a loan as PDF/A: its terms, every instalment, and room to sign for each payment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sidamping.domain.loans.life import Life
from sidamping.domain.money import grouped, rupiah
from sidamping.domain.periods import short_day
from sidamping.platform.documents.glyphs import printable
from sidamping.platform.documents.typst import compile_pdf

TEMPLATE = Path(__file__).parent / "card.typ"


@dataclass(frozen=True)
class CardPrint:
    """What stands on the card, with the words in the reader's language."""

    cooperative: str
    title: str
    language: str
    words: Mapping[str, str]
    number: str
    member: str
    life: Life
    terms: str


def card_pdf(page: CardPrint) -> bytes:
    """The PDF file; the same loan gives the same bytes."""
    plan, dues = page.life.plan, page.life.plan.dues
    data: dict[str, Any] = {
        "cooperative": printable(page.cooperative), "title": printable(page.title), "language": page.language,
        "words": {key: printable(word) for key, word in page.words.items()}, "number": page.number,
        "member": printable(page.member), "terms": printable(page.terms), "borrowed": rupiah(plan.principal),
        "rows": _rows(page.life, page.language),
        "sums": [grouped(sum(one.principal for one in dues)), grouped(sum(one.interest for one in dues)),
                 grouped(sum(one.principal + one.interest for one in dues))],
    }  # fmt: skip
    return compile_pdf(TEMPLATE, data)


def _rows(life: Life, language: str) -> list[list[str]]:
    owed, found = life.plan.principal, []
    for one in life.state.rows:
        owed -= one.due.principal
        found.append([
            str(one.due.no), short_day(one.due.day, language), grouped(one.due.principal), grouped(one.due.interest),
            grouped(one.due.principal + one.due.interest), grouped(owed),
            short_day(one.settled, language) if one.settled else "",
        ])
    return found
