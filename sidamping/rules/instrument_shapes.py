"""The shape of an instrument file: inputs, components with bands or questions, aspects, categories."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sidamping.domain.scoring.bands import interval
from sidamping.rules.shapes import (
    WRONG,
    Maybe,
    Met,
    Shape,
    choice,
    cite,
    code,
    each,
    flag,
    maybe,
    number,
    table,
    text,
    texts,
    words,
)


def exact(key: str, value: Any) -> Met:
    """A whole or decimal number."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        yield key, WRONG, str(value)[:60]


def between(key: str, value: Any) -> Met:
    """An interval such as '(20, 40]'."""
    try:
        interval(value)
    except (ValueError, TypeError, AttributeError):
        yield key, WRONG, str(value)[:60]


SUBJECTS = ("cooperative", "business", "person", "mentor", "topic")
"""What an instrument judges."""
RESPONDENTS = ("assessor", "chair", "mentor", "mentee")
"""Who fills it in."""
STATUS = choice("resmi", "usulan", "contoh")
LABEL = table(id=text, en=text)
BAND = table(x=between, value=exact, score=maybe(exact), add=maybe(exact), each=maybe(exact), origin=maybe(exact),
             whole_steps=maybe(flag))
TEXT = table(cite=cite, round=choice("none", "half_up"), bands=each(BAND), note=maybe(text))
QUESTION = table(key=maybe(text), id=text, en=maybe(text), cite=maybe(cite),
                 propose=maybe(table(formula=code, at_least=exact)), help=maybe(LABEL))
COMPONENT = table(
    key=code, id=text, en=text, aspect=code, kind=choice("ratio", "questions", "mark", "level"), weight=maybe(exact),
    max=maybe(exact), formulas=maybe(each(code)), bands=maybe(each(BAND)), text=maybe(TEXT),
    questions=maybe(each(QUESTION)), within=maybe(between), expected=maybe(between), unknown=maybe(LABEL),
    aliases=maybe(texts), cite=cite, status=maybe(STATUS), note=maybe(text), help=maybe(LABEL),
)
ASPECT = table(key=code, id=text, en=text, weight=exact, cite=cite, status=maybe(STATUS), aliases=maybe(texts))
CATEGORY = table(code=code, id=text, en=text, x=between)
FIELD = table(key=code, id=text, en=text, signed=maybe(flag), aliases=maybe(texts), help=maybe(LABEL))
DERIVED = table(key=code, of=words(exact), lists=maybe(texts), cite=cite, status=maybe(STATUS))
COMPARISON = table(
    within=between,
    criteria=each(table(key=code, id=text, en=text, weight=exact, aliases=maybe(texts))),
)

PARTS: dict[str, Shape | Maybe] = {
    "code": text, "total": exact, "weights": maybe(choice("declared", "normalised", "equal")),
    "printed_scores": maybe(flag), "inputs": maybe(each(FIELD)), "derived": maybe(each(DERIVED)),
    "parts": maybe(each(table(part=code, whole=code))), "aspects": each(ASPECT), "components": each(COMPONENT),
    "categories": maybe(each(CATEGORY)), "no_category": maybe(LABEL), "notices": maybe(each(LABEL)),
    "verdict": maybe(table(of=texts, passed=LABEL, failed=LABEL)), "comparison": maybe(COMPARISON),
    "example": maybe(words(words(number))), "declared": maybe(exact),
    "subject": maybe(choice(*SUBJECTS)), "respondent": maybe(choice(*RESPONDENTS)),
    "hidden_from_subject": maybe(flag),
}
