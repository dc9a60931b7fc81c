"""What a letter is made of: the facts it needs and its text with named places, as a rulebook file or an office says."""

from __future__ import annotations

from dataclasses import dataclass

TEXT, DAY, LINES, COUNT, RUPIAH = "text", "day", "lines", "count", "rupiah"
KINDS = (TEXT, DAY, LINES, COUNT, RUPIAH)
LAYOUTS = ("letter", "decree")
COMMON = ("programme", "office", "role", "recipient", "place", "region", "cohort", "day", "number")
"""Names that every letter knows by itself; `region` and `cohort` may be without a value."""


@dataclass(frozen=True)
class Fact:
    """One thing a letter tells: its key, its words, its kind, and a sample for the preview.

    A line whose `optional` fact has no value is left out of the letter.
    """

    key: str
    id: str
    en: str
    kind: str
    sample: str
    optional: bool = False

    def label(self, language: str = "id") -> str:
        return self.en if language.startswith("en") else self.id


@dataclass(frozen=True)
class LetterText:
    """The words of a letter; `{name}` stands for a fact. The body's paragraphs are parted by empty lines."""

    number: str
    subject: str
    opening: str
    body: str
    closing: str
    signer: str
    copies: str
    """One recipient of a copy a line."""


@dataclass(frozen=True)
class LetterForm:
    """A kind of letter in one version of its file. `signers` are roles: the first one the programme has signs.

    A `reserved` kind is written by an office in its own name and stands outside every programme.
    """

    name: str
    version: str
    sha256: str
    status: str
    cite: str
    title_id: str
    title_en: str
    heading: str
    layout: str
    facts: tuple[Fact, ...]
    text: LetterText
    signers: tuple[str, ...]
    acknowledged_by: tuple[str, ...]
    reserved: bool = False

    def title(self, language: str = "id") -> str:
        return self.title_en if language.startswith("en") else self.title_id

    @property
    def names(self) -> tuple[str, ...]:
        """Every name its text may use."""
        return (*COMMON, *(one.key for one in self.facts))
