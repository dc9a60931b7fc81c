"""What keeps the papers from going to the notary, told at once; and what one should know though it stops nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from django.utils.translation import get_language

from sidamping.domain.founding.gaps import Told, gaps
from sidamping.domain.founding.names import own_words
from sidamping.domain.founding.steps import FORMATION
from sidamping.domain.money import rupiah
from sidamping.domain.problems import Problem, problem
from sidamping.features.founding.queries.cards import FoundingCard
from sidamping.features.founding.queries.founders import FounderLine
from sidamping.features.founding.queries.said import StepLine
from sidamping.rules.books import label, labels, listing
from sidamping.rules.founding import article_parts, capital_needed, founders_needed, name_words
from sidamping.rules.in_force import NotInForce
from sidamping.rules.trace import RuleRef

REQUIRED_OFFICES = ("chair", "secretary", "treasurer", "head_supervisor")
"""Offices a cooperative begins with: of the board, and of the supervisors (UU 25/1992 art. 21)."""
SAVINGS_LOAN = "savings_loan"


def needed(card: FoundingCard, day: date) -> tuple[int, RuleRef] | None:
    """How many founders the rule of a day asks for; None before there was any."""
    try:
        return founders_needed(card.form, day)
    except NotInForce:
        return None


def required_pieces(form: str) -> Mapping[str, str]:
    """The papers that must be handed in for a cooperative of this form, with their labels."""
    language = get_language() or "id"
    rows = listing("founding-pieces")
    return {one.code: one.text(language) for one in rows if not one.retired and one.parent in ("all", form)}


def lacking(
    card: FoundingCard, people: Collection[FounderLine], said: Mapping[str, StepLine], texts: Mapping[str, str],
    pieces: Collection[str], today: date,
) -> list[Problem]:
    """Everything that lacks on a day; counted by the rule of the formation meeting's day once it was held."""
    language = get_language() or "id"
    count, cited = founders_needed(card.form, said[FORMATION].day if FORMATION in said else today)
    told = Told(
        len(people), count, cited.cite, {one.position for one in people}, sum(one.signs for one in people), texts,
        card.terms, card.opening, pieces, said,
    )  # fmt: skip
    words = labels("board-positions", language)
    parts = {one.code: one.label.text(language) for one in article_parts(today, card.village_code)[0]}
    offices = {code: words[code] for code in REQUIRED_OFFICES}
    return gaps(told, parts, required_pieces(card.form), offices)


def warnings(card: FoundingCard, people: int, today: date) -> Iterator[Problem]:
    """What stops nothing: an office that asks for more founders, a short name, little capital for savings and loan.

    Once the cooperative lives, there is nothing left to warn of.
    """
    if card.living_on is not None:
        return
    rule = needed(card, today)
    if rule and card.asked and rule[0] <= people < card.asked:
        told = {"asked": card.asked, "office": card.asked_by, "needed": rule[0], "cite": rule[1].cite}
        yield problem("FOUNDING_037", "founders", count=people, **told)
    yield from name_faults(card.name, card.kind, today)
    capital = capital_needed(card.form, card.level, today) if card.kind == SAVINGS_LOAN else None
    if capital and card.opening and card.opening.capital < capital[0]:
        seen = {"seen": rupiah(card.opening.capital), "needed": rupiah(capital[0])}
        yield problem("FOUNDING_038", "opening", **seen, cite=capital[1].cite)


def name_faults(name: str, kind: str, day: date) -> Iterator[Problem]:
    """A name with too few words of its own for the registry of that day."""
    rule, words = name_words(day), own_words(name, label("cooperative-kinds", kind, "id"))
    if rule and len(words) < rule[0]:
        yield problem("FOUNDING_016", "name", name=name, count=len(words), least=rule[0], cite=rule[1].cite)
