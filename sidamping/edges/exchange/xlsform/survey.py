"""The sheet survey as a tree of groups and questions, with every row that an instrument cannot score named."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from sidamping.domain.problems import Problem
from sidamping.domain.scoring.bands import interval
from sidamping.edges.exchange.xlsform.choices import ChoiceList, number
from sidamping.edges.exchange.xlsform.columns import KNOWN, SURVEY, shown
from sidamping.edges.exchange.xlsform.names import MOST, key_of
from sidamping.edges.exchange.xlsform.workbook import Row

BEGIN, END, SELECT, NOTE = "begin_group", "end_group", "select_one", "note"
NUMBERS = ("integer", "decimal")
DEEPEST = 2
LIMIT = r"\(?\s*\.\s*(>=|<=|>|<)\s*(-?\d+(?:\.\d+)?)\s*\)?"
BOTH = re.compile(rf"\s*{LIMIT}\s+and\s+{LIMIT}\s*", re.IGNORECASE)
ASKED_ONLY = ("constraint", "required")


@dataclass(frozen=True)
class Ask:
    """A question: yes or no, or a number within an interval."""

    row: Row
    key: str
    within: str = ""
    legend: Mapping[str, str] = field(default_factory=dict)

    @property
    def yes_no(self) -> bool:
        return not self.within


@dataclass
class Group:
    """A group: an aspect on the first level, the questions of one component on the second. `end`: its last row."""

    row: Row
    key: str
    parts: list[Ask | Group] = field(default_factory=list)
    end: int = 0


@dataclass(frozen=True)
class Survey:
    """The aspects in their order, and the notes."""

    aspects: tuple[Group, ...]
    notes: tuple[Row, ...]


def weight_of(row: Row) -> Fraction | None:
    """The weight of a row; None when it gives none. What is no weight has been named before."""
    found = number(row.text("weight"))
    return found if found is not None and found >= 0 else None


def survey_of(rows: tuple[Row, ...], lists: Mapping[str, ChoiceList], problems: list[Problem]) -> Survey:
    """The tree; faults go to the list of problems."""
    return _Reader(lists, problems).read(rows)


def sound_between(group: Group, problems: list[Problem]) -> bool:
    """Whether the group is closed and no row of it has a fault; else what is counted over it would only mislead."""
    rows = (one.values.get("row") for one in problems if one.values.get("sheet") == SURVEY)
    return bool(group.end) and not any(isinstance(row, int) and group.row.number <= row <= group.end for row in rows)


def limits(text: str) -> str | None:
    """'. >= 0 and . <= 100' → '[0, 100]'; None for anything else."""
    found = BOTH.fullmatch(text)
    if found is None:
        return None
    ends = {found[1][0]: (found[1], found[2]), found[3][0]: (found[3], found[4])}
    if len(ends) < 2:
        return None
    (above, low), (below, high) = ends[">"], ends["<"]
    try:
        return interval(f"{'[' if '=' in above else '('}{low}, {high}{']' if '=' in below else ')'}").text
    except ValueError:
        return None


class _Reader:
    """Reads row after row, with the groups that are still open."""

    def __init__(self, lists: Mapping[str, ChoiceList], problems: list[Problem]) -> None:
        self.lists = lists
        self.problems = problems
        self.open: list[Group] = []
        self.aspects: list[Group] = []
        self.notes: list[Row] = []
        self.seen: dict[str, Row] = {}

    def read(self, rows: tuple[Row, ...]) -> Survey:
        for row in rows:
            self._row(row)
        for group in self.open:
            self._say(group.row, "EXCHANGE_005", seen=group.row.text("type"))
        return Survey(tuple(self.aspects), tuple(self.notes))

    def _row(self, row: Row) -> None:
        kind, _, rest = row.text("type").lower().replace("begin group", BEGIN).replace("end group", END).partition(" ")
        if row.text("weight") and weight_of(row) is None:
            self._say(row, "EXCHANGE_015", column="weight", seen=row.text("weight"))
        if kind == BEGIN and not rest:
            self._begin(row)
        elif kind == END and not rest:
            self._end(row)
        elif kind == NOTE and not rest:
            self._note(row)
        elif kind == SELECT and rest and " " not in rest.strip():
            self._select(row, row.text("type").split()[-1])
        elif kind in NUMBERS and not rest:
            self._add(row, Ask(row, self._named(row), self._within(row)))
        else:
            self._say(row, "EXCHANGE_004", seen=row.text("type") or row.text("name"))

    def _begin(self, row: Row) -> None:
        self._only(row, *ASKED_ONLY, "hint.id", "hint.en")
        group = Group(row, self._named(row))
        if len(self.open) >= DEEPEST:
            self._say(row, "EXCHANGE_006", seen=row.text("name"))
        elif self.open:
            self.open[-1].parts.append(group)
        else:
            self.aspects.append(group)
        self.open.append(group)

    def _end(self, row: Row) -> None:
        if not self.open:
            self._say(row, "EXCHANGE_005", seen=row.text("type"))
            return
        group = self.open.pop()
        group.end = row.number
        if not group.parts and sound_between(group, self.problems):
            self._say(group.row, "EXCHANGE_018", seen=group.row.text("name"))

    def _note(self, row: Row) -> None:
        self._only(row, *ASKED_ONLY, "weight", "cite")
        if not row.text("label.id"):
            self._say(row, "EXCHANGE_010", column=shown("label.id"), seen=row.text("name"))
        self.notes.append(row)

    def _select(self, row: Row, name: str) -> None:
        self._only(row, "constraint")
        found = self.lists.get(name)
        key = self._named(row)
        if found is None:
            self._say(row, "EXCHANGE_011", seen=name)
        if found is None or found.yes_no or not found.choices:
            self._add(row, Ask(row, key))
        else:
            self._add(row, Ask(row, key, found.within, {one: found.legend(one) for one in ("id", "en")}))

    def _add(self, row: Row, ask: Ask) -> None:
        if not self.open:
            self._say(row, "EXCHANGE_007", seen=row.text("name"))
            return
        self.open[-1].parts.append(ask)
        if len(self.open) < DEEPEST:
            return
        if not ask.yes_no:
            self._say(row, "EXCHANGE_031", seen=row.text("name"))
        elif row.text("weight"):
            self._say(row, "EXCHANGE_032", name=self.open[-1].row.text("name"))

    def _within(self, row: Row) -> str:
        """The interval of a constraint with a lower and an upper limit; a fault and any interval without."""
        text = row.text("constraint")
        made = limits(text) if text else None
        if made is None:
            self._say(row, "EXCHANGE_013" if text else "EXCHANGE_014", seen=text or row.text("name"))
        return made or "[0, 1]"

    def _named(self, row: Row) -> str:
        """The key of a row whose name stands once; its label must be there too."""
        name = row.text("name")
        key = key_of(name)
        if not key:
            self._say(row, "EXCHANGE_008", column="name", seen=name, limit=MOST)
        elif name in self.seen:
            self._say(row, "EXCHANGE_009", seen=name, other=self.seen[name].number)
        self.seen.setdefault(name, row)
        if not row.text("label.id"):
            self._say(row, "EXCHANGE_010", column=shown("label.id"), seen=name)
        return key

    def _only(self, row: Row, *columns: str) -> None:
        """Columns that such a row cannot have."""
        for key in (key for key in columns if row.text(key)):
            known = ", ".join(one for one in KNOWN[SURVEY] if one != key.partition(".")[0])
            self._say(row, "EXCHANGE_003", column=shown(key), seen=row.text(key)[:60], known=known)

    def _say(self, row: Row, code: str, **values: object) -> None:
        self.problems.append(row.fault(code, **values))
