"""Compares our rows with those of another system: in ours alone, in theirs alone, differing.

Matched by number; where one side tells none, by a name that stands once on either side among those left.

Empty is not zero: a value that one side does not tell differs from any the other tells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sidamping.domain.parties import exact_key

COOPERATIVE, PARTICIPANT = "cooperative", "participant"
TEXT, CODE, DAY, NUMBER, MONEY = KINDS = ("text", "code", "day", "number", "money")
OF_COOPERATIVES = (
    "name", "nik_koperasi", "legal_number", "legal_date", "nib", "npwp", "kind", "form", "standing", "founded_on",
    "address", "village_code", "village", "district", "regency", "province", "chair", "secretary", "treasurer",
    "meeting_day", "meeting_year", "members", "principal_savings", "mandatory_savings", "total_assets", "surplus",
    "figures_month",
)  # fmt: skip
OF_PARTICIPANTS = (
    "name", "nik", "programme", "cohort", "village_code", "village", "district", "regency", "sector", "technology",
    "mentor", "starts", "ends", "turnover_before", "turnover_after", "workers_before", "workers_after", "records_kept",
)  # fmt: skip
FACTS = {COOPERATIVE: OF_COOPERATIVES, PARTICIPANT: OF_PARTICIPANTS}
"""What we know of each kind of row, by the name that a layout asks for it."""
Value = str | int | date | None
Values = Mapping[str, Value]


@dataclass(frozen=True)
class Row:
    """A row of either side: the number it is known by to its reader, what it is matched by, its values."""

    name: str
    keys: tuple[str, ...]
    values: Values


@dataclass(frozen=True)
class Difference:
    """A column in which the two sides say different things."""

    column: str
    ours: Value
    theirs: Value


@dataclass(frozen=True)
class Reconciled:
    """The three lists; `alike` rows agree in every column compared, `doubled` numbers stand twice on one side."""

    ours_alone: tuple[Row, ...]
    theirs_alone: tuple[Row, ...]
    differing: tuple[tuple[Row, tuple[Difference, ...]], ...]
    alike: int
    doubled: tuple[str, ...]


def reconciled(ours: Iterable[Row], theirs: Sequence[Row], kinds: Mapping[str, str]) -> Reconciled:
    """Match by the first key that both sides know, and compare the columns named in `kinds`."""
    left = dict(enumerate(theirs))
    known: Counter[str] = Counter(key for row in theirs for key in row.keys)
    alone: list[Row] = []
    differing: list[tuple[Row, tuple[Difference, ...]]] = []
    alike = 0
    for row, other in _pairs(ours, left, alone):
        if told := _differences(row.values, other.values, kinds):
            differing.append((row, told))
        else:
            alike += 1
    doubled = tuple(sorted(key for key, count in known.items() if count > 1))
    return Reconciled(tuple(alone), tuple(left.values()), tuple(differing), alike, doubled)


def _pairs(ours: Iterable[Row], left: dict[int, Row], alone: list[Row]) -> Iterator[tuple[Row, Row]]:
    """Rows of both sides that are the same; what stays in `left` and comes to `alone` has no other."""
    places = {key: at for at, row in reversed(left.items()) for key in row.keys}
    for row in ours:
        at = next((places[key] for key in row.keys if places.get(key) in left), None)
        if at is None:
            alone.append(row)
        else:
            yield row, left.pop(at)
    yield from _named(left, alone)


def _named(left: dict[int, Row], alone: list[Row]) -> Iterator[tuple[Row, Row]]:
    """Of the rest, those of one name of which either side tells no number: two numbers are two rows."""
    here, there = (Counter(exact_key(row.name) for row in rows) for rows in (alone, left.values()))
    places = {exact_key(row.name): at for at, row in left.items()}
    rest = list(alone)
    alone.clear()
    for row in rest:
        name = exact_key(row.name)
        if here[name] == there[name] == 1 and not (row.keys and left[places[name]].keys):
            yield row, left.pop(places[name])
        else:
            alone.append(row)


def keys_of(values: Values, names: Sequence[str], kinds: Mapping[str, str]) -> tuple[str, ...]:
    """What a row is matched by: each named value that is told, so written that both sides write it alike."""
    return tuple(f"{name}:{told}" for name in names if (told := comparable(values.get(name), kinds[name])) is not None)


def comparable(value: Value, kind: str) -> str | None:
    """The value as both sides would write it; None where nothing is told."""
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    if kind in (NUMBER, MONEY):
        return _whole(text)
    return re.sub(r"[^0-9a-z]", "", text.lower()) if kind == CODE else exact_key(text)


def _whole(text: str) -> str:
    """'Rp1.250.000,00' and '1250000' are the same amount; what is no number stays what it is."""
    bare = re.sub(r"[\s.]|^rp", "", text.strip().lower()).removesuffix(",00").removeprefix("rp")
    return str(int(bare)) if re.fullmatch(r"-?\d+", bare) else bare


def _differences(ours: Values, theirs: Values, kinds: Mapping[str, str]) -> tuple[Difference, ...]:
    return tuple(
        Difference(column, ours.get(column), theirs.get(column)) for column, kind in kinds.items()
        if column in theirs and comparable(ours.get(column), kind) != comparable(theirs.get(column), kind)
    )  # fmt: skip
