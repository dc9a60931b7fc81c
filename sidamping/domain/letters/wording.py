"""Names in braces: which ones a text uses, what is wrong with them, and the text with the values in their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict

from sidamping.domain.letters.forms import LetterForm, LetterText
from sidamping.domain.problems import Problem, problem

NAME = re.compile(r"\{([^{}]*)\}")
NUMBER_NAMES = ("seq", "seq:02d", "seq:03d", "seq:04d", "year", "month", "day", "roman_month", "programme", "area")
LONGEST = {"number": 120, "subject": 240, "opening": 2000, "body": 6000, "closing": 2000, "signer": 160, "copies": 1200}
NEEDED = ("number", "subject", "body", "signer")

Value = str | tuple[str, ...]


def used_names(text: str) -> tuple[str, ...]:
    """The names a text uses, once each, in order."""
    return tuple(dict.fromkeys(NAME.findall(text)))


def filled(text: str, values: Mapping[str, Value]) -> str:
    """The text with every value in its place; a list is written 'a, b dan c'."""
    return NAME.sub(lambda found: told(values[found.group(1)]), text)


def told(value: Value) -> str:
    """A value as it stands inside a sentence."""
    if isinstance(value, str):
        return value
    return value[0] if len(value) == 1 else f"{', '.join(value[:-1])} dan {value[-1]}" if value else ""


def text_faults(form: LetterForm, text: LetterText) -> Iterator[Problem]:
    """Everything wrong with a text: empty or too long parts, loose braces, unknown names, facts left out."""
    parts = asdict(text)
    for part, words in parts.items():
        if part in NEEDED and not words.strip():
            yield problem("LETTERS_010", part, part=PARTS[part])
        if len(words) > LONGEST[part]:
            yield problem("LETTERS_020", part, part=PARTS[part], seen=len(words), most=LONGEST[part])
        if part == "number":
            yield from _number_faults(words)
        else:
            yield from _brace_faults(part, words)
            yield from _unknown(form, part, words)
    yield from _left_out(form, parts)


def _number_faults(pattern: str) -> Iterator[Problem]:
    yield from _brace_faults("number", pattern)
    names = used_names(pattern)
    for name in names:
        if name not in NUMBER_NAMES:
            yield problem("LETTERS_008", "number", part=PARTS["number"], seen=name[:60], known=", ".join(NUMBER_NAMES))
    if pattern.strip() and not ({"year"} <= set(names) and any(name.startswith("seq") for name in names)):
        yield problem("LETTERS_011", "number", seen=pattern)


def _brace_faults(part: str, words: str) -> Iterator[Problem]:
    rest = NAME.sub("", words)
    if "{" in rest or "}" in rest:
        yield problem("LETTERS_009", part, part=PARTS[part])


def _unknown(form: LetterForm, part: str, words: str) -> Iterator[Problem]:
    for name in used_names(words):
        if name not in form.names:
            yield problem("LETTERS_008", part, part=PARTS[part], seen=name[:60], known=", ".join(form.names))


def _left_out(form: LetterForm, parts: Mapping[str, str]) -> Iterator[Problem]:
    """A fact the letter is about must be told: a refusal without its reasons is not a refusal letter."""
    used = set(used_names(" ".join(words for part, words in parts.items() if part not in ("number", "copies"))))
    for one in form.facts:
        if not one.optional and one.key not in used:
            yield problem("LETTERS_021", "body", fact=one.key, label=one.id)


PARTS = {
    "number": "Nomor", "subject": "Hal", "opening": "Pembuka", "body": "Isi", "closing": "Penutup",
    "signer": "Penanda tangan", "copies": "Tembusan",
}  # fmt: skip
