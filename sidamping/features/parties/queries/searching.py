"""The registers searched: by words of a name, by a whole number, and names like the one that was not found (F8).

A NIK, a cooperative's number or a legal number finds its record only when it is typed whole.
"""

from __future__ import annotations

from itertools import groupby

from django.contrib.postgres.search import TrigramWordDistance
from django.db.models import Q, QuerySet

from sidamping.domain.parties import digits, legal_key
from sidamping.domain.searching import Words
from sidamping.features.parties.models import Party
from sidamping.features.parties.queries.picking import PartyHit, hits
from sidamping.features.parties.queries.scope import visible
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.searching import Folded, named
from sidamping.platform.http.pages import Page, page_of


def found(viewer: Viewer, kind: str, words: Words, after: str = "", size: int = 50) -> Page:
    """A page of PartyHit of one register, by name."""
    page = page_of(_matching(viewer, kind, words), order=("name", "id"), after=after, size=size)
    return Page(hits(page.rows), page.next_key)


def first_found(viewer: Viewer, words: Words, most: int) -> dict[str, tuple[PartyHit, ...]]:
    """The first of each register that has any, in one question."""
    first, *others = (_matching(viewer, kind, words).order_by("name", "id")[:most] for kind in Party.Kind.values)
    rows = first.union(*others, all=True).order_by("kind", "name", "id")
    return {kind: tuple(each) for kind, each in groupby(hits(rows), lambda hit: hit.kind)}


def alike(viewer: Viewer, words: Words, most: int) -> tuple[PartyHit, ...]:
    """Parties of every kind with a name like the words, the nearest first."""
    name = Folded("name")
    rows = visible(viewer).alias(folded=name, far=TrigramWordDistance(words.joined, name))
    return hits(rows.filter(folded__trigram_word_similar=words.joined).order_by("far", "name", "id")[:most])


def _matching(viewer: Viewer, kind: str, words: Words) -> QuerySet[Party]:
    """Those with all words in their name; where a digit was typed, also the one who bears the whole number."""
    rows = visible(viewer, kind)
    by_name = named(rows, "name", words)
    if not any(sign.isdigit() for sign in words.typed):
        return by_name
    return rows.filter(pk__in=by_name.values("pk").union(_numbered(kind, words.typed).values("pk")))


def _numbered(kind: str, typed: str) -> QuerySet[Party]:
    number = digits(typed)
    asked = {
        Party.Kind.PERSON: Q(person__nik=number),
        Party.Kind.COOPERATIVE: Q(cooperative__nik_koperasi=number) | Q(cooperative__legal_number=legal_key(typed)),
        Party.Kind.BUSINESS: Q(business__nib=number),
    }
    return Party.objects.filter(asked[Party.Kind(kind)])
