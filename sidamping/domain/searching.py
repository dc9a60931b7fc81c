"""Words that people type to find something, and the text they are found in: both folded alike.

'Jum’at', 'jumat' and 'JUMAT' are one word. A word with a digit in it is only found whole, so that no number is ever
found by a part of it (F8).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LETTERS = ("àáâãäåèéêëìíîïòóôõöùúûüçñ", "aaaaaaeeeeiiiiooooouuuucn")
"""Letters with marks and the plain ones they are read as."""
BREAKS = "/-–_.,:;@()&+\"\n\r\t"
"""Signs that part words."""
DROPPED = "'’‘`ʼ"
"""Signs that are written or left out within a word. Indexes hold these three: a change needs a migration that builds
them anew.
"""
SHORTEST = 3
MOST_WORDS = 8
MOST_LETTERS = 40
BEFORE, SHOWN = 60, 200

_TABLE = str.maketrans(LETTERS[0] + BREAKS, LETTERS[1] + " " * len(BREAKS), DROPPED)


def fold(text: str) -> str:
    """The text as it is compared: small plain letters, digits and blanks."""
    return text.lower().translate(_TABLE)


@dataclass(frozen=True)
class Words:
    """What was typed, as it was typed and folded; each of the words must be found."""

    typed: str = ""
    each: tuple[str, ...] = ()

    @property
    def enough(self) -> bool:
        """One word of three letters at least; less would find half of everything."""
        return any(len(word) >= SHORTEST for word in self.each)

    @property
    def joined(self) -> str:
        return " ".join(self.each)

    @property
    def full_text(self) -> str:
        """The question to PostgreSQL: each word as a beginning, words with digits whole."""
        return " & ".join(word if _holds_digit(word) else f"{word}:*" for word in self.each)


def read_words(typed: str) -> Words:
    """The first eight words of what was typed."""
    found = re.findall(r"\w+", fold(typed))
    return Words(typed.strip(), tuple(dict.fromkeys(word[:MOST_LETTERS] for word in found[:MOST_WORDS])))


@dataclass(frozen=True)
class Part:
    """A piece of an excerpt; `hit` when it is one of the words asked for."""

    text: str
    hit: bool = False


def excerpt(text: str, words: Words) -> tuple[Part, ...]:
    """The text around its first hit, in pieces, so that a page can mark the hits."""
    hits = _hits(text, words)
    start = max(hits[0][0] - BEFORE, 0) if hits else 0
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = min(start + SHOWN, len(text))
    parts, at = [Part("… ")] if start else [], start
    for first, last in hits:
        if last <= end:
            parts += [Part(text[at:first]), Part(text[first:last], hit=True)]
            at = last
    parts.append(Part(text[at:end] + ("…" if end < len(text) else "")))
    return tuple(part for part in parts if part.text)


def _hits(text: str, words: Words) -> list[tuple[int, int]]:
    """Where words of the text begin with a word asked for: first letter and the letter after the last, in order."""
    return [
        match.span() for match in re.finditer(r"[\w'’‘`ʼ]+", text)
        if any(_fits(fold(match.group()), word) for word in words.each)
    ]


def _fits(found: str, word: str) -> bool:
    return found == word if _holds_digit(word) else found.startswith(word)


def _holds_digit(word: str) -> bool:
    return any(sign.isdigit() for sign in word)
