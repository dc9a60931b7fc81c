"""What a programme asks of a mentoring: the general works, those of the themes determined, who reviews (B7, B8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sidamping.domain.deliverables.kinds import Kind
from sidamping.domain.periods import after_months
from sidamping.features.deliverables.models import Sheet
from sidamping.features.deliverables.queries.counts import accepted_kinds
from sidamping.features.deliverables.queries.lines import ACCEPTED, DRAFT, SUBMITTED
from sidamping.features.needs.queries import needs_by_engagement
from sidamping.features.programmes.queries import EngagementCard, engagement_card
from sidamping.platform.access import roles
from sidamping.platform.access.reach import covers
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels, pinned_programme
from sidamping.rules.deliverables import deliverable_kinds
from sidamping.rules.programme_forms import Deliverables

ABSENT = "absent"
"""The state of a work that nobody has begun."""


@dataclass(frozen=True)
class AskedLine:
    """One work the programme asks for. `theme` is empty for general works; `due` the last day of its month."""

    code: str
    title: str
    cite: str
    theme: str
    required: bool
    month: int | None
    due: date | None
    late: bool
    state: str
    accepted: bool
    sheet_id: UUID | None
    versions: int
    beginnable: bool


@dataclass(frozen=True)
class AskedPage:
    """All works of a mentoring with how far they are. `themes` are words; `undetermined` while no need is known."""

    card: EngagementCard
    general: tuple[AskedLine, ...]
    special: tuple[AskedLine, ...]
    themes: tuple[str, ...]
    undetermined: bool
    reviewers: tuple[str, ...]

    @property
    def lines(self) -> tuple[AskedLine, ...]:
        return (*self.general, *self.special)

    @property
    def accepted(self) -> int:
        return sum(one.accepted for one in self.lines)

    @property
    def total(self) -> int:
        return len(self.lines)


def asked_kinds(card: EngagementCard) -> frozenset[str]:
    """Every kind the programme asks of anybody. Reads the rulebook alone."""
    made = pinned_programme(card.pinned).deliverables
    if made is None:
        return frozenset()
    return frozenset([*(one.code for one in made.general), *(code for all_ in made.themes.values() for code in all_)])


def asked_page(viewer: Viewer, engagement_id: UUID) -> AskedPage | None:
    """The works of a mentoring; None for a stranger."""
    card = engagement_card(viewer, engagement_id)
    if card is None:
        return None
    programme = pinned_programme(card.pinned)
    made = programme.deliverables or Deliverables((), (), {})
    need = needs_by_engagement([card.id]).get(card.id) if made.themes else None
    themes = tuple(one for one in (need.themes if need else ()) if one in made.themes)
    named = labels("mentoring-themes", reader_language())
    drawing = _Drawing(viewer, card)
    general = tuple(drawing.line(one.code, one.cite, "", one.required, one.month) for one in made.general)
    special = tuple(_special(drawing, made, themes, {one.code for one in general}))
    return AskedPage(
        card, general, special, tuple(named.get(one, one) for one in themes), bool(made.themes) and need is None,
        reviewers_of(card),
    )


def reviewers_of(card: EngagementCard) -> tuple[str, ...]:
    """Who reviews, as the programme calls them."""
    programme = pinned_programme(card.pinned)
    asked_of = (role for role in reviewing_roles(card.pinned) if role in programme.roles)
    return tuple(programme.role(role, reader_language()) for role in asked_of)


def reviewing_roles(pinned: str) -> tuple[str, ...]:
    """The roles that review: those the programme names, else whoever looks over the territory."""
    made = pinned_programme(pinned).deliverables
    return made.reviewers if made is not None and made.reviewers else roles.OVERSEERS


def reviews(viewer: Viewer, card: EngagementCard) -> bool:
    """Whether the viewer reviews the works of the mentoring."""
    return reviews_at(viewer, card.pinned, card.programme, card.village_code)


def reviews_at(viewer: Viewer, pinned: str, programme: str, village: str) -> bool:
    """The same for a mentoring known by its programme version and village."""
    return any(covers(grant, programme, village) for grant in viewer.holding(*reviewing_roles(pinned)))


def accepted_of_theme(card: EngagementCard) -> bool:
    """Whether every work of the themes determined was accepted; False while there is none. Unscoped."""
    made = pinned_programme(card.pinned).deliverables
    need = needs_by_engagement([card.id]).get(card.id)
    if made is None or need is None:
        return False
    asked = {code for theme in need.themes for code in made.themes.get(theme, ())}
    return bool(asked) and asked <= accepted_kinds(card.id)


def _special(drawing: _Drawing, made: Deliverables, themes: tuple[str, ...], before: set[str]) -> Iterator[AskedLine]:
    for theme in themes:
        for code in made.themes[theme]:
            if code not in before:
                before.add(code)
                yield drawing.line(code, drawing.cite_of(code), theme, True, None)


class _Drawing:
    """The states of a mentoring's sheets, read once."""

    def __init__(self, viewer: Viewer, card: EngagementCard) -> None:
        self.on, self.starts = viewer.on, card.starts
        self.titles = labels("deliverables", reader_language())
        self.kinds: dict[str, Kind] = {one.name: one for one in deliverable_kinds(viewer.on)}
        self.accepted: set[str] = set()
        self.sheets: dict[str, tuple[UUID, str, int]] = {}
        rows = Sheet.objects.filter(engagement_id=card.id).prefetch_related("versions__review").order_by("id")
        for row in rows:
            versions = sorted(row.versions.all(), key=lambda one: -one.number)
            verdicts = [one.review.verdict for one in versions if hasattr(one, "review")]
            self.accepted |= {row.kind} if ACCEPTED in verdicts else set()
            review = getattr(versions[0], "review", None) if versions else None
            state = DRAFT if not versions else review.verdict if review else SUBMITTED
            self.sheets[row.kind] = (row.pk, state, len(versions))

    def line(self, code: str, cite: str, theme: str, required: bool, month: int | None) -> AskedLine:
        sheet, state, versions = self.sheets.get(code, (None, ABSENT, 0))
        accepted, due = code in self.accepted, _due(self.starts, month)
        late = due is not None and due < self.on and not accepted
        return AskedLine(
            code, self.titles.get(code, code), cite, theme, required, month, due, late, state, accepted, sheet,
            versions, code in self.kinds,
        )

    def cite_of(self, code: str) -> str:
        kind = self.kinds.get(code)
        return kind.cite if kind else ""


def _due(starts: date, month: int | None) -> date | None:
    """The day before the mentoring is so many months old."""
    if month is None:
        return None
    return after_months(starts, month) - timedelta(days=1)
