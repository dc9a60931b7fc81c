"""One path as one person sees it: its stages, what may be recorded now and by whom, what proves each step.

Nothing hidden from the person's role is handed out, and nothing is offered that the services would refuse.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from sidamping.domain import workflow
from sidamping.features.programmes.models import Assignment, Cohort, Engagement, Path, StepEvidence, StepRecord
from sidamping.features.programmes.queries.acting import acting_roles, guarded, roles_over
from sidamping.features.programmes.queries.cards import EngagementCard
from sidamping.features.programmes.queries.path import Stop, path_stations
from sidamping.features.programmes.queries.scope import engagement_ids, known_ids
from sidamping.features.programmes.queries.words import Words, words_of
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.rules import books
from sidamping.rules.books import pinned_programme
from sidamping.rules.programme_forms import Step

OPEN = (workflow.NEXT, workflow.LATE)
CLOSED = (workflow.DONE, workflow.OVERRIDDEN, workflow.NOT_NEEDED)


@dataclass(frozen=True)
class Proof:
    """One proof of a step: its kind in words, what was said, and the file behind it."""

    id: UUID
    kind: str
    said: str
    name: str


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

    id: UUID
    subject: str
    programme: str
    pinned: str
    title: str
    stages: tuple[StageView, ...]
    doable: tuple[Doable, ...]
    reversible: frozenset[UUID]
    proofs: dict[UUID, tuple[Proof, ...]]

    @property
    def stops(self) -> tuple[Stop, ...]:
        return tuple(stop for stage in self.stages for stop in stage.stops)

    def step(self, code: str) -> Doable | None:
        return next((one for one in self.doable if one.stop.code == code), None)


def path_view(viewer: Viewer, path_id: UUID) -> PathView | None:
    """The path as the person may see it; None for a stranger."""
    path = Path.objects.select_related("cohort").filter(pk=path_id).first()
    if path is None:
        return None
    host = Engagement.objects.filter(path=path).first()
    area = _area(path, host)
    held = roles_over(viewer, path, host, area)
    if not _seen(viewer, path, host, held):
        return None
    reads = host is None or engagement_ids(viewer).filter(pk=host.pk).exists()
    stops = path_stations(path.pk, viewer.on, None, viewer)
    return _view(path.pk, path.subject, path.pinned, stops, _Hand(held, _carries(viewer, path, host), reads))


def engagement_view(viewer: Viewer, card: EngagementCard, *, carries: bool, reads: bool) -> PathView:
    """The same for a mentoring whose card the person has been given; asks the database for proofs alone."""
    held = acting_roles(viewer, card.programme, card.village_code, mentee=card.mentee_id)
    path = card.path_id or card.id
    return _view(path, Path.Subject.MENTEE, card.pinned, card.path, _Hand(held, carries, reads))


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


def _view(id: UUID, subject: str, pinned: str, stops: tuple[Stop, ...], hand: _Hand) -> PathView:
    words = words_of(pinned_programme(pinned))
    shown = stops if hand.reads else tuple(map(_outside, stops))
    return PathView(
        id, subject, words.book.code, pinned, words.book.title.text(words.language), _stages(words, shown),
        _doable(words, subject, shown, hand) if hand.reads else (), _reversible(words, shown, hand.held),
        _proofs(words, shown) if hand.reads else {},
    )


def proof_file(viewer: Viewer, evidence_id: UUID) -> store.Kept | None:
    """The file of a proof, when the person sees the step it proves; None for a stranger."""
    row = StepEvidence.objects.select_related("record").filter(pk=evidence_id, attachment__isnull=False).first()
    view = path_view(viewer, row.record.path_id) if row else None
    if row is None or row.attachment_id is None or view is None:
        return None
    if row.pk not in {one.id for proofs in view.proofs.values() for one in proofs}:
        return None
    return store.kept([row.attachment_id]).get(row.attachment_id)


def _area(path: Path, host: Engagement | None) -> str:
    if host:
        return host.village_id
    if path.subject == Path.Subject.COHORT:
        return Cohort.objects.filter(path=path).values_list("area", flat=True).first() or ""
    return path.cohort.area if path.cohort else ""


def _seen(viewer: Viewer, path: Path, host: Engagement | None, held: frozenset[str]) -> bool:
    """A mentee's path is seen with the mentee; a candidate's by itself and by who manages; a cohort's by its area."""
    if host is not None:
        return known_ids(viewer).filter(pk=host.pk).exists()
    if path.person_id == viewer.user_id:
        return True
    return bool(held & {*roles.OVERSEERS, roles.ADMIN, roles.ASSESSOR})


def _carries(viewer: Viewer, path: Path, host: Engagement | None) -> bool:
    if host is None:
        return path.person_id == viewer.user_id
    return Assignment.objects.filter(engagement=host, mentor=viewer.user_id).exists()


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
        found.setdefault(row.record_id, []).append(Proof(row.pk, kind, row.said, name))
    return {record: tuple(proofs) for record, proofs in found.items()}


@dataclass(frozen=True)
class PathPlace:
    """Where a path is shown, and whose it is: a mentoring, a cohort, or a candidate."""

    path_id: UUID
    subject: str
    name: str
    engagement_id: UUID | None
    cohort_led: UUID | None
    cohort_name: str


def place_of_path(path_id: UUID) -> PathPlace | None:
    """What a path belongs to; unscoped: who looks is asked of `path_view`."""
    rows = Path.objects.filter(pk=path_id).values_list(
        "subject", "person__full_name", "engagement__id", "engagement__mentee__name", "cohort_led__id",
        "cohort_led__name", "cohort__name",
    )
    row = rows.first()
    if row is None:
        return None
    subject, person, engagement, mentee, led, led_name, cohort = row
    return PathPlace(path_id, subject, mentee or led_name or person or "", engagement, led, cohort or "")


def path_of_record(record: UUID) -> UUID | None:
    """The path a record of a step stands on; unscoped."""
    return StepRecord.objects.filter(pk=record).values_list("path_id", flat=True).first()
