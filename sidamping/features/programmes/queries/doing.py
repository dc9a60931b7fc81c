"""One path as one person sees it: its stages, what may be recorded now and by whom, what proves each step.

Nothing hidden from the person's role is handed out, and nothing is offered that the services would refuse.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from sidamping.domain import workflow
from sidamping.features.programmes.models import Path, StepEvidence
from sidamping.features.programmes.queries.acting import acting_roles, guarded, roles_over
from sidamping.features.programmes.queries.cards import EngagementCard
from sidamping.features.programmes.queries.cohorts import CohortCard
from sidamping.features.programmes.queries.path import Stop, stops_of_path
from sidamping.features.programmes.queries.scope import engagement_ids
from sidamping.features.programmes.queries.seats import PathPlace, Seat, seat_of
from sidamping.features.programmes.queries.words import Words, words_of
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.rules import books
from sidamping.rules.books import pinned_programme
from sidamping.rules.programme_forms import Step

OPEN = (workflow.NEXT, workflow.LATE)
WATCHERS = frozenset({*roles.OVERSEERS, roles.ADMIN, roles.ASSESSOR})
"""Who sees the paths of candidates and cohorts of the own area."""
CLOSED = (workflow.DONE, workflow.OVERRIDDEN, workflow.NOT_NEEDED)


@dataclass(frozen=True)
class Proof:
    """One proof of a step: its kind in words, what was said, and the file behind it."""

    id: UUID
    kind: str
    said: str
    name: str
    file: UUID | None = None


@dataclass(frozen=True)
class Doable:
    """A step the person may record now: its outcomes and proofs; `reason` where it takes one, `waits` why."""

    stop: Stop
    outcomes: tuple[tuple[str, str], ...]
    evidence: tuple[tuple[str, str], ...]
    forms: tuple[str, ...]
    reason: bool
    may_override: bool
    elsewhere: str = ""


@dataclass(frozen=True)
class StageView:
    """A part of the path with its stations."""

    code: str
    label: str
    status: str
    stops: tuple[Stop, ...]

    @property
    def done(self) -> int:
        return sum(1 for stop in self.stops if stop.passed)

    @property
    def total(self) -> int:
        return len(self.stops)

    @property
    def now(self) -> bool:
        """Whether work is to be done here."""
        return any(stop.state in OPEN or stop.state == workflow.STOPPED for stop in self.stops)


@dataclass(frozen=True)
class PathView:
    """The whole path for one person: stages, what may be done, which records may be taken back, the proofs."""

    place: PathPlace
    programme: str
    pinned: str
    title: str
    stages: tuple[StageView, ...]
    doable: tuple[Doable, ...]
    reversible: frozenset[UUID]
    proofs: dict[UUID, tuple[Proof, ...]]

    @property
    def id(self) -> UUID:
        return self.place.path_id

    @property
    def subject(self) -> str:
        return self.place.subject

    @property
    def stops(self) -> tuple[Stop, ...]:
        return tuple(stop for stage in self.stages for stop in stage.stops)

    def step(self, code: str) -> Doable | None:
        return next((one for one in self.doable if one.stop.code == code), None)


def path_view(viewer: Viewer, path_id: UUID) -> PathView | None:
    """The path as the person may see it; None for a stranger."""
    return _seen_view(viewer, seat_of(viewer, pk=path_id))


def mentoring_view(viewer: Viewer, engagement_id: UUID) -> PathView | None:
    """The path of a mentoring for who reads its records; None for a stranger and who only knows of it."""
    seat = seat_of(viewer, engagement=engagement_id)
    return _seen_view(viewer, seat) if seat and seat.reads else None


def view_of_record(viewer: Viewer, record: UUID) -> PathView | None:
    """The path a record of a step stands on; None for a stranger."""
    return _seen_view(viewer, seat_of(viewer, steps=record))


def cohort_view(viewer: Viewer, card: CohortCard) -> PathView | None:
    """The path of a cohort whose card, with its stations, the person has been given; asks for proofs alone."""
    held = acting_roles(viewer, card.programme, card.area)
    if not held & WATCHERS:
        return None
    place = PathPlace(card.path_id, Path.Subject.COHORT, card.name, None, card.id, "")
    return _view(place, card.pinned, card.stations, _Hand(held, False, True))


def engagement_view(viewer: Viewer, card: EngagementCard, *, carries: bool, reads: bool) -> PathView:
    """The same for a mentoring whose card the person has been given; asks the database for proofs alone."""
    held = acting_roles(viewer, card.programme, card.village_code, mentee=card.mentee_id)
    path = card.path_id or card.id
    place = PathPlace(path, Path.Subject.MENTEE, card.mentee_name, card.id, None, card.cohort_name)
    return _view(place, card.pinned, card.path, _Hand(held, carries, reads))


def told_cards(viewer: Viewer, cards: Iterable[EngagementCard]) -> tuple[EngagementCard, ...]:
    """Cards the person has been given, as programs may read them: who only knows a mentoring reads states and days."""
    found = tuple(cards)
    read = set(engagement_ids(viewer).filter(pk__in=[card.id for card in found]).values_list("pk", flat=True))
    return tuple(
        card if card.id in read else replace(card, path=tuple(map(_outside, card.path))) for card in found
    )


@dataclass(frozen=True)
class _Hand:
    """In which roles the person acts on the path, whether as the mentor who carries it, and what is open to read."""

    held: frozenset[str]
    carries: bool
    reads: bool


def _view(place: PathPlace, pinned: str, stops: tuple[Stop, ...], hand: _Hand) -> PathView:
    words = words_of(pinned_programme(pinned))
    shown = stops if hand.reads else tuple(map(_outside, stops))
    return PathView(
        place, words.book.code, pinned, words.book.title.text(words.language), _stages(words, shown),
        _doable(words, place.subject, shown, hand) if hand.reads else (), _reversible(words, shown, hand.held),
        _proofs(words, shown) if hand.reads else {},
    )


def proof_file(viewer: Viewer, evidence_id: UUID) -> store.Kept | None:
    """The file of a proof, when the person sees the step it proves; None for a stranger."""
    view = _seen_view(viewer, seat_of(viewer, steps__evidence=evidence_id))
    shown = (one for proofs in view.proofs.values() for one in proofs) if view else ()
    file = next((one.file for one in shown if one.id == evidence_id), None)
    return store.kept([file]).get(file) if file else None


def _seen_view(viewer: Viewer, seat: Seat | None) -> PathView | None:
    if seat is None:
        return None
    held = roles_over(viewer, seat.path, seat.host, seat.area)
    if not _seen(viewer, seat, held):
        return None
    own = seat.path.person_id == viewer.user_id
    hand = _Hand(held, seat.carried if seat.host else own, seat.host is None or seat.reads)
    return _view(seat.place, seat.path.pinned, stops_of_path(seat.path, viewer.on, viewer), hand)


def _seen(viewer: Viewer, seat: Seat, held: frozenset[str]) -> bool:
    """A mentee's path is seen with the mentee; a candidate's by itself and by who manages; a cohort's by its area."""
    if seat.host is not None:
        return seat.knows
    return seat.path.person_id == viewer.user_id or bool(held & WATCHERS)


def _outside(stop: Stop) -> Stop:
    """What somebody knows who may not read the records: the state and the day."""
    return replace(stop, remark="", why="", by="", evidence=0, outcome="", outcome_label="", source=None)


def _stages(words: Words, stops: Iterable[Stop]) -> tuple[StageView, ...]:
    found = tuple(stops)
    known = {one.code: one.status for one in words.book.stages}
    order = [*known, *({stop.stage for stop in found} - set(known))]
    stages = (StageView(code, words.stage(code), known.get(code, ""), _within(found, code)) for code in order)
    return tuple(one for one in stages if one.stops)


def _within(stops: tuple[Stop, ...], stage: str) -> tuple[Stop, ...]:
    return tuple(stop for stop in stops if stop.stage == stage)


def _doable(words: Words, subject: str, stops: tuple[Stop, ...], hand: _Hand) -> tuple[Doable, ...]:
    found = (_one(words, guarded(words.book.step(stop.code)), stop, hand) for stop in stops)
    return (*(one for one in found if one), *_of_others(words, subject, stops, hand.held))


def _one(words: Words, step: Step, stop: Stop, hand: _Hand) -> Doable | None:
    """The step as offered: open to its owner; shut, or done by a form, only to who may override it."""
    held, carries = hand.held, hand.carries
    overrides = bool(held & set(step.override))
    owns = bool(held & set(step.owners)) or (not step.owners and carries)
    if roles.MENTOR in step.owners and held & set(step.owners) == {roles.MENTOR} and not carries:
        owns = False
    if stop.state in CLOSED and not (step.repeats and stop.state != workflow.NOT_NEEDED):
        return None
    shut = stop.state == workflow.WAITING
    reason = shut or bool(step.forms)
    if not (overrides or (owns and not reason)):
        return None
    language = words.language
    return Doable(
        stop, tuple((code, words.outcome(code)) for code in step.outcomes),
        tuple((kind, books.label("evidence-kinds", kind, language)) for kind in step.evidence),
        tuple(words.form(use) for use in step.forms), reason, overrides,
    )


def _of_others(words: Words, subject: str, stops: tuple[Stop, ...], held: frozenset[str]) -> tuple[Doable, ...]:
    """Steps of the mentor that this mentee waits for: an overriding role may leave them out for this mentee alone."""
    if subject != Path.Subject.MENTEE:
        return ()
    waited = {name for stop in stops if stop.state == workflow.WAITING for name in stop.waits_for}
    found = []
    for step in words.book.steps_of(Path.Subject.MENTOR):
        if words.step(step.code) in waited and held & set(step.override):
            stop = Stop(step.code, words.step(step.code), workflow.WAITING, None, None, (), stage=step.stage)
            found.append(Doable(stop, (), (), (), True, True, words.subject(step.subject)))
    return tuple(found)


def _reversible(words: Words, stops: tuple[Stop, ...], held: frozenset[str]) -> frozenset[UUID]:
    return frozenset(
        stop.record for stop in stops
        if stop.record and held & set(guarded(words.book.step(stop.code)).override)
    )


def _proofs(words: Words, stops: tuple[Stop, ...]) -> dict[UUID, tuple[Proof, ...]]:
    records = [stop.record for stop in stops if stop.record and stop.evidence]
    if not records:
        return {}
    rows = StepEvidence.objects.filter(record__in=records).select_related("attachment").order_by("id")
    found: dict[UUID, list[Proof]] = {}
    for row in rows:
        name = row.attachment.filename if row.attachment else ""
        kind = books.label("evidence-kinds", row.kind, words.language)
        found.setdefault(row.record_id, []).append(Proof(row.pk, kind, row.said, name, row.attachment_id))
    return {record: tuple(proofs) for record, proofs in found.items()}
