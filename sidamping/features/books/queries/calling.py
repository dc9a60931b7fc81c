"""How members are called before a reader: by name, or by their number where single members are not the reader's affair.

What is typed beside a voucher may name them as well; the names of its own members are then taken out, whole or in part.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from sidamping.features.books.models import Member
from sidamping.features.parties.queries.names import by_id
from sidamping.platform.database.ids import read_id

Lines = Iterable[Mapping[str, object]]
SHORTEST = 3
"""Words of a name below it are initials and titles, which ordinary words look like."""


@dataclass(frozen=True)
class Calling:
    """How each member is called; `names` are those to take out of texts, none before readers who see them."""

    labels: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def of(self, member: str) -> str:
        """The member's name or label; somebody unknown stands as written where names are seen."""
        return self.labels.get(member, member)

    def text(self, text: str, lines: Lines) -> str:
        """A text beside lines without the names of their members."""
        own = [one for one in sorted(members_in(lines)) if one in self.names]
        for member in own:
            text = re.sub(re.escape(self.names[member]), self.labels[member], text, flags=re.IGNORECASE)
        for member in own:
            text = _parts(self.names[member]).sub(self.labels[member], text)
        return text


AS_WRITTEN = Calling()
"""Before whoever sees names, where texts alone are shown."""


def members_in(lines: Lines) -> set[str]:
    """In whose names the lines of a voucher stand."""
    return {str(one["member"]) for one in lines if one["member"]}


def called(book_id: UUID, found: Iterable[Lines], *, by_name: bool) -> Calling:
    """The members of these vouchers; the caller has scoped the book."""
    asked = {id for lines in found for one in members_in(lines) if (id := read_id(one))}
    if not asked:
        return AS_WRITTEN
    if by_name:
        return Calling({str(id): name for id, name in by_id(asked).values_list("pk", "name")})
    return _numbered(book_id, asked)


def texts_called(book_id: UUID, found: Iterable[Lines], *, by_name: bool) -> Calling:
    """The same for texts alone, which stay as written before whoever sees names."""
    return AS_WRITTEN if by_name else called(book_id, found, by_name=False)


def _numbered(book_id: UUID, asked: Collection[UUID]) -> Calling:
    """By number of the register; whoever came back has the last one given, and whoever is not in it none."""
    number = Member.objects.filter(book_id=book_id, party_id=OuterRef("pk")).order_by("-number").values("number")[:1]
    labels, names = {str(id): _("Seseorang") for id in asked}, {}
    for id, name, given in by_id(asked).annotate(given=Subquery(number)).values_list("pk", "name", "given"):
        names[str(id)] = name
        if given is not None:
            labels[str(id)] = _("Anggota %(number)s") % {"number": given}
    return Calling(labels, names)


def _parts(name: str) -> re.Pattern[str]:
    """Words of a name, one or several in a row."""
    words = "|".join(re.escape(one) for one in name.split() if len(one) >= SHORTEST) or re.escape(name)
    return re.compile(rf"\b(?:{words})\b(?:\s+(?:{words})\b)*", re.IGNORECASE)
