"""Lists of choices that can be scored: yes and no, or choices that each carry a number of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from sidamping.domain.problems import Problem
from sidamping.domain.scoring.answers import NO, YES
from sidamping.edges.exchange.xlsform.columns import shown
from sidamping.edges.exchange.xlsform.workbook import Row

NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")


@dataclass(frozen=True)
class Choice:
    """One choice with its number; a yes or no needs none."""

    label: Mapping[str, str]
    score: Fraction
    written: str


@dataclass(frozen=True)
class ChoiceList:
    """A list by name: yes and no, or numbered choices from the lowest to the highest."""

    name: str
    yes_no: bool
    choices: tuple[Choice, ...]

    @property
    def within(self) -> str:
        """The interval the numbers span."""
        return f"[{self.choices[0].written}, {self.choices[-1].written}]"

    def legend(self, language: str) -> str:
        """'1 = kurang; 2 = cukup': what each number says."""
        return "; ".join(f"{one.written} = {one.label.get(language) or one.label['id']}" for one in self.choices)


def lists_of(rows: Iterable[Row], problems: list[Problem]) -> dict[str, ChoiceList]:
    """Every list of the sheet choices; one that cannot be scored is named with the choice that hinders it."""
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        for key in (key for key in ("list_name", "name") if not row.text(key)):
            problems.append(row.fault("EXCHANGE_010", column=key, seen=row.text("name") or row.text("list_name")))
        grouped.setdefault(row.text("list_name"), []).append(row)
    return {name: _list(name, members, problems) for name, members in grouped.items()}


def number(text: str) -> Fraction | None:
    """'2,5' and '2.5' as a number; None for anything else."""
    return Fraction(text.replace(",", ".")) if NUMBER.fullmatch(text) else None


def _list(name: str, rows: list[Row], problems: list[Problem]) -> ChoiceList:
    scored = any(row.text("score") for row in rows)
    if _yes_no(rows, scored):
        return ChoiceList(name, True, ())
    made: list[Choice] = []
    for row in rows:
        text = row.text("score") if scored else row.text("name")
        value = number(text)
        if value is None or value in [one.score for one in made] or len(rows) == 1:
            seen = f"{row.text('name')} {text}".strip() if scored else row.text("name")
            problems.append(row.fault("EXCHANGE_012", list=name, seen=seen))
            continue
        if not row.text("label.id"):
            problems.append(row.fault("EXCHANGE_010", column=shown("label.id"), seen=row.text("name")))
        label = {language: row.text(f"label.{language}") for language in ("id", "en")}
        made.append(Choice(label, value, text.replace(",", ".")))
    return ChoiceList(name, False, tuple(sorted(made, key=lambda one: one.score)))


def _yes_no(rows: list[Row], scored: bool) -> bool:
    """One yes and one no; where they carry numbers, those must be 1 and 0."""
    if len(rows) != 2:
        return False
    yes = [row for row in rows if row.text("name").lower() in YES]
    no = [row for row in rows if row.text("name").lower() in NO]
    plain = not scored or [number(row.text("score")) for row in (*yes, *no)] == [1, 0]
    return len(yes) == len(no) == 1 and plain
