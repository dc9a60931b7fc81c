"""Problems as values: a code of the error catalogue, where it is, and the values seen.

A check returns all problems it finds; a service raises Refused once with the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sidamping.domain.problems.catalogue import CATALOGUE
from sidamping.domain.problems.wording import worded


@dataclass(frozen=True)
class Problem:
    """One fault: its code, the field or row it stands in, and the values its message names."""

    code: str
    where: str = ""
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self, language: str = "id") -> str:
        """The message in Indonesian or English; an unknown code is a programming error."""
        entry = CATALOGUE[self.code]
        words = entry.english if language.startswith("en") else entry.indonesian
        return words.format(**worded(self.values, language))

    def __str__(self) -> str:
        return f"{self.code} {self.text()}"


def problem(code: str, where: str = "", /, **values: object) -> Problem:
    """A problem of the catalogue; KeyError when the code is not in it."""
    CATALOGUE[code]
    return Problem(code, where, values)


class Refused(Exception):
    """A service says no: carries every problem found, never just the first."""

    def __init__(self, problems: Iterable[Problem] | Problem) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("; ".join(str(one) for one in self.problems))

    @property
    def codes(self) -> list[str]:
        return [one.code for one in self.problems]


def refuse_if(problems: Iterable[Problem]) -> None:
    """Raise Refused with all the problems, or return quietly when there are none."""
    found = tuple(problems)
    if found:
        raise Refused(found)
