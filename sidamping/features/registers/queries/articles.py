"""What the articles of a cooperative ask, beside the rule in force: days, shares and years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from sidamping.domain.meetings.clauses import INVITATION, KEYS, SHARES, TERMS, bounds
from sidamping.domain.parties import longest_end
from sidamping.features.parties.queries import Officer
from sidamping.features.registers.models import Clause
from sidamping.rules.books import term_limit
from sidamping.rules.in_force import NotInForce
from sidamping.rules.meetings import invitation_days, share


@dataclass(frozen=True)
class ClauseLine:
    """A value the articles set, with where it stands in them."""

    key: str
    value: int
    since: date
    article: str


@dataclass(frozen=True)
class Beside:
    """The rule's value and, if there is one, that of the articles; `least` and `most` bound what these may say."""

    key: str
    rule: Fraction
    cite: str
    status: str
    least: int
    most: int
    own: ClauseLine | None

    @property
    def counted_in(self) -> str:
        """'percent', 'days' or 'years'."""
        return "percent" if self.key in SHARES else "days" if self.key == INVITATION else "years"


def clauses_on(book: UUID, on: date) -> Mapping[str, ClauseLine]:
    """The articles' values in force on a day, by key; the caller has scoped the book."""
    rows = Clause.objects.filter(book_id=book, since__lte=on).order_by("since", "id")
    return {row.key: _line(row) for row in rows}


def beside_the_rule(book: UUID, on: date, area: str) -> tuple[Beside, ...]:
    """Every value that articles may set, with the rule's; those without a rule on that day are left out."""
    own = clauses_on(book, on)
    return tuple(
        Beside(key, *found, *bounds(key, found[0]), own.get(key))
        for key in KEYS if (found := rule_of(key, on, area)) is not None
    )


def beyond_articles(book: UUID, officers: Iterable[Officer]) -> Mapping[UUID, ClauseLine]:
    """Terms longer than the articles allowed when they began, each with the clause; the caller has scoped the book."""
    rows = Clause.objects.filter(book_id=book, key__in=TERMS).order_by("since", "id")
    found = {}
    for one in officers:
        own = [row for row in rows if row.key == one.organ and row.since <= one.starts]
        if own and one.ends > longest_end(one.starts, own[-1].value):
            found[one.term_id] = _line(own[-1])
    return found


def rule_of(key: str, on: date, area: str) -> tuple[Fraction, str, str] | None:
    """The rule's value with its citation and status; None when none is in force."""
    try:
        if key in SHARES:
            found = share(key, on, area)
            return found.value, found.cite, found.status
        value, cited = invitation_days(on, area) if key == INVITATION else term_limit(key, on=on, area=area)
    except NotInForce:
        return None
    return Fraction(value), cited.cite, cited.status


def _line(row: Clause) -> ClauseLine:
    return ClauseLine(row.key, row.value, row.since, row.article)
