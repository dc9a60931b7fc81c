"""Which file of the rulebook holds on a day in an area. There is no current rule and no default: none is an error."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sidamping.domain.problems import Refused, problem
from sidamping.rules.loader import Book, RuleFile, book


class NotInForce(Refused):
    """No file of that name holds on that day in that area."""

    def __init__(self, kind: str, name: str, on: date, area: str) -> None:
        self.kind, self.name, self.on, self.area = kind, name, on, area
        where = f"{kind}/{name}"
        super().__init__(problem("RULEBOOK_010", where, rule=where, date=on.isoformat(), area=area or "Indonesia"))


def in_force(name: str, *, on: date, area: str = "", kind: str = "rules", within: Book | None = None) -> RuleFile:
    """The file that holds on a day in an area (a Kemendagri code or a prefix; '' = the nation).

    `within`: another book than the packaged one, such as a copy with an amendment that is not published yet.
    """
    found = pick((within or book()).of(kind, name), on, area)
    if found is None:
        raise NotInForce(kind, name, on, area)
    return found


def pick(files: Iterable[RuleFile], on: date, area: str = "") -> RuleFile | None:
    """The narrowest area first, then the latest day, then the highest correction.

    Where the narrowest file is a withdrawal, the next wider area is asked.
    """
    started = [one for one in files if one.starts is not None and one.starts <= on and covers(one.area, area)]
    for width in sorted({one.area for one in started}, key=len, reverse=True):
        latest = max((one for one in started if one.area == width), key=lambda one: (one.starts, one.correction))
        if not latest.ends:
            return latest
    return None


def covers(wide: str, narrow: str) -> bool:
    """'53' covers '53', '53.01' and '53.01.02'; '' covers all; '5' covers nothing."""
    return wide == "" or narrow == wide or narrow.startswith(f"{wide}.")


def names(kind: str, within: Book | None = None) -> tuple[str, ...]:
    """The names that exist in a kind, in order."""
    return tuple(sorted({one.name for one in (within or book()).kind(kind)}))
