"""The text a part of the articles begins with: the rulebook's starter, filled with what the founding knows already."""

from __future__ import annotations

from collections.abc import Collection

from sidamping.domain.founding.gaps import BLANK
from sidamping.domain.money import rupiah
from sidamping.features.founding.queries.cards import FoundingCard
from sidamping.features.founding.queries.founders import FounderLine
from sidamping.rules.books import label, labels
from sidamping.rules.founding import ArticlePart


def starter(part: ArticlePart, card: FoundingCard, people: Collection[FounderLine], language: str) -> str:
    """The text to edit; a blank wherever nothing is known yet."""
    return part.starter.text(language).format_map(_known(card, people, language))


def _known(card: FoundingCard, people: Collection[FounderLine], language: str) -> dict[str, str]:
    terms = card.terms
    words, pots = labels("board-positions", language), labels("surplus-pots", language)
    seated = [f"- {words[one.position]}: {one.name}" for one in people if one.position]
    named = [", ".join(filter(None, (one.name, one.work, one.address))) for one in people]
    agreed = terms.shares if terms else {}
    shares = [f"- {word}: {agreed[code]}%" for code, word in pots.items() if agreed.get(code)]
    return {
        "blank": BLANK, "name": card.name, "place": card.place, "count": str(len(people) or BLANK),
        "kind": label("cooperative-kinds", card.kind, language),
        "founders": "\n".join(f"{at}. {one}" for at, one in enumerate(named, 1)) or BLANK,
        "officers": "\n".join(seated) or BLANK, "shares": "\n".join(shares) or BLANK,
        "principal": rupiah(terms.principal) if terms else BLANK,
        "mandatory": rupiah(terms.mandatory) if terms else BLANK,
        "board_years": str(terms.board_years) if terms else BLANK,
        "supervisors_years": str(terms.supervisors_years) if terms else BLANK,
    }  # fmt: skip
