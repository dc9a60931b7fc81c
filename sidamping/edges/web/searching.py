"""One search over the records of several features, each scoped by its own queries and open to its own readers (F8)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sidamping.domain.searching import Part, Words, excerpt
from sidamping.features.fieldwork.queries import VisitLine, found_visits
from sidamping.features.fieldwork.views.answers import READERS as VISIT_READERS
from sidamping.features.papers.queries import PaperLine, found_papers
from sidamping.features.papers.views.answers import READERS as PAPER_READERS
from sidamping.features.parties.queries import PartyHit, alike, first_found, found
from sidamping.features.parties.views.registers import READERS as PARTY_READERS
from sidamping.features.parties.views.registers import REGISTERS
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.searching import by_index
from sidamping.platform.http.language import day_text
from sidamping.platform.http.pages import PAGE_SIZE, Page

SHOWN, ALIKE = 5, 8
SEARCHERS = tuple(dict.fromkeys((*PARTY_READERS, *VISIT_READERS, *PAPER_READERS)))
"""Roles that find anything at all."""


@dataclass(frozen=True)
class Hit:
    """One record found: where it opens, its name, what tells it from others, and the words around the first hit."""

    url: str
    title: str
    detail: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Group:
    """A kind of record: its word, who reads its list, how it is found and how one is told."""

    code: str
    title: str | Promise
    icon: str
    readers: tuple[str, ...]
    find: Callable[[Viewer, Words, str, int], Page]
    tell: Callable[[Any, Words], Hit]


@dataclass(frozen=True)
class Found:
    """The first of a group, and whether there are more."""

    group: Group
    hits: tuple[Hit, ...]
    more: bool


@transaction.atomic(savepoint=False)
def search(viewer: Viewer, words: Words) -> tuple[Found, ...]:
    """The first records of every group in which there are any."""
    by_index()
    parties = first_found(viewer, words, SHOWN + 1) if viewer.has(*PARTY_READERS) else {}
    found = []
    for group in groups_of(viewer):
        of_register = group.code in REGISTERS
        rows = parties.get(group.code, ()) if of_register else group.find(viewer, words, "", SHOWN + 1).rows
        found.append(Found(group, tuple(group.tell(row, words) for row in rows[:SHOWN]), len(rows) > SHOWN))
    return tuple(one for one in found if one.hits)


@transaction.atomic(savepoint=False)
def search_in(viewer: Viewer, group: Group, words: Words, after: str) -> Page:
    """A page of the hits of one group."""
    by_index()
    page = group.find(viewer, words, after, PAGE_SIZE)
    return Page(tuple(group.tell(row, words) for row in page.rows), page.next_key)


@transaction.atomic(savepoint=False)
def similar(viewer: Viewer, words: Words) -> tuple[Hit, ...]:
    """Records of the registers with a name like the words, for whoever mistyped."""
    by_index()
    return tuple(_party(hit, words) for hit in alike(viewer, words, ALIKE)) if viewer.has(*PARTY_READERS) else ()


def groups_of(viewer: Viewer) -> tuple[Group, ...]:
    """What the viewer may search: the records whose list is open to one of the roles held."""
    return tuple(group for group in GROUPS if viewer.has(*group.readers))


def _party(hit: PartyHit, words: Words) -> Hit:
    return Hit(reverse(REGISTERS[hit.kind].card, args=[hit.id]), hit.name, hit.place)


def _visit(line: VisitLine, words: Words) -> Hit:
    written = (line.activity, line.purpose, line.result, line.obstacles, line.advice, line.material_told, line.place)
    detail = _joined(day_text(line.visited_on), line.names, line.mentor_name)
    return Hit(reverse("visit", args=[line.id]), line.activity, detail, excerpt(_joined(*written), words))


def _paper(line: PaperLine, words: Words) -> Hit:
    detail = _joined(line.period, line.mentee, line.mentor, line.number)
    return Hit(reverse("paper", args=[line.id]), line.title, detail)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _register(kind: str) -> Callable[[Viewer, Words, str, int], Page]:
    return lambda viewer, words, after, size: found(viewer, kind, words, after, size)


GROUPS = (
    *(Group(one.kind, one.title, one.icon, PARTY_READERS, _register(one.kind), _party) for one in REGISTERS.values()),
    Group("visit", _("Jurnal"), "notebook", VISIT_READERS, found_visits, _visit),
    Group("paper", _("Laporan"), "file-text", PAPER_READERS, found_papers, _paper),
)
