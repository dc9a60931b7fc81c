"""The sheets of engagements within the viewer's scope, and what the viewer may do with each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from sidamping.domain.deliverables.kinds import Kind
from sidamping.domain.periods import Month
from sidamping.features.deliverables.models import Sheet, Version
from sidamping.features.deliverables.queries.asked import asked_kinds, reviews, reviews_at
from sidamping.features.deliverables.queries.facts import fact_of, facts_of
from sidamping.features.deliverables.queries.lines import (
    ACCEPTED,
    DRAFT,
    RETURNED,
    SUBMITTED,
    KindLine,
    ReviewLine,
    SheetCard,
    SheetLine,
    VersionLine,
)
from sidamping.features.programmes.queries import EngagementCard, engagement_card, engagement_ids
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.rules.deliverables import deliverable_kinds, pinned_kind

MOST_WAITING = 50
MOST_MONTHS = 12


def sheets_of(
    viewer: Viewer, engagement_id: UUID, card: EngagementCard | None = None
) -> tuple[SheetLine, ...] | None:
    """The sheets of an engagement by kind; None for a stranger. `card`: the engagement, where it was read already."""
    card = card or engagement_card(viewer, engagement_id)
    if card is None:
        return None
    rows = joined(Sheet.objects.filter(engagement_id=engagement_id)).order_by("kind", "name", "id")
    return tuple(_line(row, card.mentee_name) for row in rows if _visible(viewer, card, row))


def kinds_for(card: EngagementCard, on: date) -> tuple[KindLine, ...]:
    """The kinds that may be begun for the mentee, with how many there are. The caller has scoped the engagement."""
    rows, asked = list(Sheet.objects.filter(engagement_id=card.id).values_list("kind", "name")), asked_kinds(card)
    begun = [kind for kind, _name in rows]
    language = reader_language()
    found = [one for one in deliverable_kinds(on) if card.mentee_kind in one.about or one.name in asked]
    return tuple(
        KindLine(
            one, one.title.text(language), one.purpose.text(language), begun.count(one.name), one.name in asked,
            open_months(one, card, {name for kind, name in rows if kind == one.name}, on),
        )
        for one in sorted(found, key=lambda one: (one.name not in asked, one.layout == "checklist"))
    )


def open_months(kind: Kind, card: EngagementCard, taken: set[str], on: date) -> tuple[tuple[str, str], ...]:
    """The last months of the mentoring for which no sheet was begun."""
    if not kind.repeats:
        return ()
    month = Month.of(on)
    found: list[tuple[str, str]] = []
    while month >= Month.of(card.starts) and len(found) < MOST_MONTHS:
        if str(month) not in taken:
            found.append((str(month), month.label(reader_language())))
        month = month.previous
    return tuple(found)


def waiting_sheets(viewer: Viewer) -> tuple[SheetLine, ...]:
    """Handed-in versions that wait for the viewer's review, oldest first, at most fifty."""
    if not viewer.has(*roles.OVERSEERS):
        return ()
    open_ones = Version.objects.filter(sheet=OuterRef("pk"), review=None)
    rows = joined(Sheet.objects.filter(Exists(open_ones), engagement_id__in=engagement_ids(viewer)))
    found = (row for row in rows.order_by("id")[: MOST_WAITING * 2] if _reviewed_by(viewer, row.engagement))
    return tuple(_line(row, row.engagement.mentee.name) for row in found)[:MOST_WAITING]


def _reviewed_by(viewer: Viewer, host: Any) -> bool:
    return reviews_at(viewer, host.pinned, host.programme, host.village_id)


def sheet(viewer: Viewer, id: UUID) -> SheetCard | None:
    """One sheet with its versions; None for a stranger. Readers see what was handed in, its writer the draft."""
    row = joined(Sheet.objects.filter(pk=id)).first()
    card = engagement_card(viewer, row.engagement_id) if row is not None else None
    if row is None or card is None or not _visible(viewer, card, row):
        return None
    kind, versions = pinned_kind(row.kind, row.pinned), tuple(_versions(row))
    state = state_of(versions)
    may = frozenset(_may(viewer, card, state, versions))
    shown = None if not versions or (state == RETURNED and "write" in may) else versions[0]
    return SheetCard(
        row.pk, card, kind, kind.told(row.name, reader_language()), state,
        shown.content if shown else row.draft.content,
        shown.facts if shown else facts_of(viewer, card, kind.facts), shown,
        row.draft.content if "write" in may else {}, row.draft.revised, row.draft.written, row.draft.revised_at,
        str(row.draft.by), versions, may,
    )


def sheet_named(viewer: Viewer, engagement_id: UUID, kind: str, name: str) -> SheetCard | None:
    """The sheet of a kind with that name, where none is told the one without or of the month; None for a stranger."""
    names = [name] if name else ["", str(Month.of(viewer.on))]
    found = Sheet.objects.filter(engagement_id=engagement_id, kind=kind, name__in=names).order_by("name").first()
    return sheet(viewer, found.pk) if found else None


def state_of(versions: Iterable[Any]) -> str:
    """By the newest version, which stands first."""
    newest = next(iter(versions), None)
    if newest is None:
        return DRAFT
    verdict = getattr(newest, "review", None)
    return {None: SUBMITTED, "accepted": ACCEPTED, "returned": RETURNED}[verdict.verdict if verdict else None]


def writes(viewer: Viewer, card: EngagementCard) -> bool:
    """Whether the viewer carries the engagement on the day of looking."""
    return card.mentor_id == viewer.user_id


def _may(viewer: Viewer, card: EngagementCard, state: str, versions: tuple[VersionLine, ...]) -> Iterator[str]:
    if state != SUBMITTED and writes(viewer, card):
        yield from ("write", "hand_in")
    if state == SUBMITTED and reviews(viewer, card) and viewer.user_id != versions[0].by_id:
        yield "review"


def _visible(viewer: Viewer, card: EngagementCard, row: Any) -> bool:
    """A draft is read by whoever carries the mentee, and by the mentee; others read what was handed in."""
    own = card.mentee_id in viewer.subjects(roles.CHAIR)
    return own or bool(row.versions.all()) or writes(viewer, card)


def joined(rows: QuerySet[Sheet]) -> QuerySet[Sheet]:
    """The sheets with all that telling their state needs."""
    versions = Version.objects.select_related("by", "review__by").order_by("-number")
    joined = rows.select_related("engagement__mentee", "draft__by")
    return joined.prefetch_related(Prefetch("versions", versions))


def _line(row: Any, mentee: str) -> SheetLine:
    kind: Kind = pinned_kind(row.kind, row.pinned)
    versions = list(row.versions.all())
    return SheetLine(
        row.pk, row.engagement_id, mentee, row.kind, kind.title.text(reader_language()),
        kind.told(row.name, reader_language()), kind.status,
        state_of(versions), len(versions), versions[0].at if versions else row.draft.revised_at,
        str(versions[0].by if versions else row.draft.by),
    )


def _versions(row: Any) -> Iterator[VersionLine]:
    for one in row.versions.all():
        review = getattr(one, "review", None)
        said = ReviewLine(review.verdict, review.remark, str(review.by), review.at) if review else None
        facts = tuple(fact_of(plain) for plain in one.facts)
        yield VersionLine(one.pk, one.number, one.content, facts, one.sha256, one.by_id, str(one.by), one.at, said)
