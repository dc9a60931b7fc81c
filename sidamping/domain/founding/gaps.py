"""What still lacks before the papers go to the notary, all at once, each with the room where it is written (E19)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from sidamping.domain.founding.balance import Balance, paid_by_each
from sidamping.domain.founding.steps import FORMATION, NAME, OUTREACH, PREPARATION
from sidamping.domain.founding.terms import TermsDraft
from sidamping.domain.money import rupiah
from sidamping.domain.problems import Problem, problem

FOUNDERS, OFFICERS, PARTS, TERMS, OPENING, PIECES, STEPS = (
    "founders", "officers", "articles", "terms", "opening", "pieces", "steps",
)  # fmt: skip
"""The rooms of a founding, as `where` of a gap names them; a meeting is named by its kind."""
BLANK = "[…]"
"""What a starter text holds where founders have to write something themselves."""


@dataclass(frozen=True)
class Told:
    """What is known of a founding: counts, texts by part, kinds of papers handed in, steps done."""

    founders: int
    needed: int
    cite: str
    officers: Collection[str]
    signers: int
    parts: Mapping[str, str]
    terms: TermsDraft | None
    opening: Balance | None
    pieces: Collection[str]
    done: Collection[str]


def gaps(told: Told, parts: Mapping[str, str], pieces: Mapping[str, str], offices: Mapping[str, str]) -> list[Problem]:
    """Everything that lacks; the mappings name what is required: parts, papers and offices with their labels."""
    return [
        *_founders(told), *_meetings(told), *_officers(told, offices), *_articles(told, parts), *_money(told),
        *(problem("FOUNDING_026", PIECES, label=label) for code, label in pieces.items() if code not in told.pieces),
        *([] if NAME in told.done else [problem("FOUNDING_027", STEPS)]),
    ]  # fmt: skip


def _founders(told: Told) -> Iterator[Problem]:
    if told.founders < told.needed:
        yield problem("FOUNDING_020", FOUNDERS, count=told.founders, needed=told.needed, cite=told.cite)


def _meetings(told: Told) -> Iterator[Problem]:
    codes = {PREPARATION: "FOUNDING_021", OUTREACH: "FOUNDING_022", FORMATION: "FOUNDING_023"}
    yield from (problem(code, kind) for kind, code in codes.items() if kind not in told.done)


def _officers(told: Told, offices: Mapping[str, str]) -> Iterator[Problem]:
    for code, label in offices.items():
        if code not in told.officers:
            yield problem("FOUNDING_024", OFFICERS, label=label)
    if told.signers == 0:
        yield problem("FOUNDING_025", OFFICERS)


def _articles(told: Told, parts: Mapping[str, str]) -> Iterator[Problem]:
    for code, label in parts.items():
        text = told.parts.get(code, "")
        if not text:
            yield problem("FOUNDING_028", PARTS, label=label)
        elif BLANK in text:
            yield problem("FOUNDING_029", PARTS, label=label, blank=BLANK)


def _money(told: Told) -> Iterator[Problem]:
    if told.terms is None:
        yield problem("FOUNDING_030", TERMS)
    if told.opening is None:
        yield problem("FOUNDING_031", OPENING)
    elif told.terms and paid_by_each(told.opening, told.founders, told.terms.principal) is None:
        wanted = rupiah(told.founders * told.terms.principal)
        yield problem("FOUNDING_032", OPENING, seen=rupiah(told.opening.principal), wanted=wanted, count=told.founders)
