"""What the records already know and a sheet only shows (POS, terms of reference): identity, board, figures, field work.

The caller has scoped the engagement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from sidamping.domain.money import rupiah
from sidamping.domain.papers.words import day
from sidamping.domain.periods import Month
from sidamping.features.fieldwork.queries import observation_of, problems_of, recent_visits
from sidamping.features.papers.queries import accepted_figures
from sidamping.features.parties.queries import board_on, cooperative_card
from sidamping.features.programmes.queries import EngagementCard
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import label

COOPERATIVE = "cooperative"
MOST = 3
"""Problems and visits on a sheet of one page."""


@dataclass(frozen=True)
class Fact:
    """A heading with its lines, as they stood when the sheet was handed in."""

    key: str
    title: str
    rows: tuple[tuple[str, str], ...]

    def plain(self) -> dict[str, Any]:
        return {"key": self.key, "title": self.title, "rows": [list(row) for row in self.rows]}


def facts_of(viewer: Viewer, card: EngagementCard, wanted: Iterable[str]) -> tuple[Fact, ...]:
    """The facts a kind asks for, in its order; those without a line are left out."""
    made = (FACTS[key](viewer, card) for key in wanted)
    return tuple(one for one in made if one.rows)


def fact_of(plain: dict[str, Any]) -> Fact:
    """A fact as a version keeps it."""
    return Fact(plain["key"], plain["title"], tuple((row[0], row[1]) for row in plain["rows"]))


def _identity(viewer: Viewer, card: EngagementCard) -> Fact:
    rows = [(_("Nama"), card.mentee_name), (_("Tempat"), f"{card.village}, {card.district}, {card.regency}")]
    held = cooperative_card(card.mentee_id) if card.mentee_kind == COOPERATIVE else None
    if held is not None:
        rows += [
            (_("Jenis"), label("cooperative-kinds", held.kind, "id")),
            (_("Badan hukum"), held.legal_number), (_("NIK koperasi"), held.nik_koperasi), (_("NIB"), held.nib),
            (_("Berdiri"), day(held.founded_on) if held.founded_on else ""),
        ]
    return Fact("identity", _("Identitas"), _told(rows))


def _board(viewer: Viewer, card: EngagementCard) -> Fact:
    officers = board_on(card.mentee_id, viewer.on) if card.mentee_kind == COOPERATIVE else ()
    rows = [(label("board-positions", one.position, "id"), one.name) for one in officers]
    return Fact("board", _("Pengurus dan pengawas"), _told(rows))


def _figures(viewer: Viewer, card: EngagementCard) -> Fact:
    """The newest figures of the development report that count, with their month."""
    found = accepted_figures(card.id, viewer.on)
    if found is None:
        return Fact("figures", _("Angka perkembangan"), ())
    rows = [(one.label, rupiah(one.value) if one.unit == "rupiah" else f"{one.value}") for one in found.lines]
    title = _("Angka perkembangan %(month)s") % {"month": Month.of(found.month).label()}
    return Fact("figures", title, _told(rows))


def _observation(viewer: Viewer, card: EngagementCard) -> Fact:
    seen = observation_of(card.id)
    if seen is None:
        return Fact("observation", _("Hasil pengamatan"), ())
    rows = [(label("observation-topics", topic, "id"), text) for topic, text in seen.findings.items()]
    rows += [(_("Potensi"), seen.potentials), (_("Kebutuhan"), seen.needs)]
    title = _("Hasil pengamatan %(day)s") % {"day": day(seen.observed_on)}
    return Fact("observation", title, _told(rows))


def _problems(viewer: Viewer, card: EngagementCard) -> Fact:
    found = problems_of(card.id)[:MOST]
    rows = [(one.title, one.causes[-1] if one.causes else "-") for one in found]
    return Fact("problems", _("Masalah utama dan akarnya"), _told(rows))


def _visits(viewer: Viewer, card: EngagementCard) -> Fact:
    found = recent_visits(viewer, card.id)[:MOST]
    return Fact("visits", _("Kunjungan terakhir"), _told([(day(one.visited_on), one.activity) for one in found]))


def _told(rows: Iterable[tuple[str, Any]]) -> tuple[tuple[str, str], ...]:
    return tuple(_filled(rows))


def _filled(rows: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, str]]:
    for name, value in rows:
        if value not in (None, ""):
            yield name, str(value)


FACTS: dict[str, Callable[[Viewer, EngagementCard], Fact]] = {
    "identity": _identity, "board": _board, "figures": _figures, "observation": _observation,
    "problems": _problems, "visits": _visits,
}  # fmt: skip
