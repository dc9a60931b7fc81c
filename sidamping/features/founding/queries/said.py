"""What was said last about a founding: meetings, steps with the offices, texts of the articles, papers handed in.

The caller has scoped the founding, unless a viewer is asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Value

from sidamping.domain.founding.papers import Met
from sidamping.domain.founding.steps import Station, stations
from sidamping.features.founding.models import Gathering, Milestone, Part, Piece
from sidamping.features.founding.queries.scope import in_sight, keeps
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.attachments.store import Kept
from sidamping.rules.founding import limits

LATEST = ("-made_at", "-id")


@dataclass(frozen=True)
class GatheringLine(Met):
    """A meeting of the founders, with who came and how many the rule asked for."""

    kind: str
    came: tuple[UUID, ...]
    needed: int


@dataclass(frozen=True)
class StepLine:
    """A step that is done: its day; of one with an office also the number and who gave it."""

    kind: str
    day: date
    number: str = ""
    office: str = ""


@dataclass(frozen=True)
class PieceLine:
    """A paper handed in."""

    id: UUID
    kind: str
    note: str
    name: str
    sha256: str
    attachment: UUID
    by: str


def steps(founding: UUID) -> Mapping[str, StepLine]:
    """Kind → the step as said last, meetings and offices in one question."""
    met = Gathering.objects.filter(founding_id=founding)
    told = Milestone.objects.filter(founding_id=founding)
    columns = ("made_at", "id", "kind", "day")
    rows = met.values_list(*columns, Value(""), Value("")).union(told.values_list(*columns, "number", "office"))
    return {kind: StepLine(kind, day, number, office) for _at, _id, kind, day, number, office in sorted(rows)}


def done(said: Mapping[str, StepLine]) -> dict[str, date]:
    """Kind → the day it was done."""
    return {kind: one.day for kind, one in said.items()}


def way(said: Mapping[str, StepLine], today: date) -> tuple[Station, ...]:
    """Every step with its state; each deadline by the rule in force on the day it runs from."""
    days = done(said)
    begun = {today, *days.values()}
    return stations(days, (one for day in begun for one in limits(day) if days.get(one.since, today) == day), today)


def gathering(founding: UUID, kind: str) -> GatheringLine | None:
    """A meeting as said last."""
    row = Gathering.objects.filter(founding_id=founding, kind=kind).order_by(*LATEST).first()
    if row is None:
        return None
    return GatheringLine(row.day, row.begins, row.place, row.led_by, row.official, row.office, row.minutes, row.kind,
                         tuple(row.came), row.needed)  # fmt: skip


def part_texts(founding: UUID) -> Mapping[str, str]:
    """Part of the articles → its text as written last."""
    rows = Part.objects.filter(founding_id=founding).order_by("code", *LATEST).distinct("code")
    return dict(rows.values_list("code", "text"))


def piece_kinds(founding: UUID) -> Collection[str]:
    """Which kinds of papers were handed in."""
    return set(Piece.objects.filter(founding_id=founding).values_list("kind", flat=True))


def pieces(founding: UUID) -> tuple[PieceLine, ...]:
    """The papers handed in, of each kind the last one."""
    rows = Piece.objects.filter(founding_id=founding).order_by("kind", *LATEST).distinct("kind")
    held = list(rows.annotate(by=F("made_by__full_name")))
    files = store.kept(row.attachment for row in held)
    return tuple(
        PieceLine(row.pk, row.kind, row.note, files[row.attachment].name, files[row.attachment].sha256,
                  row.attachment, row.by)
        for row in held
    )  # fmt: skip


def piece_of(viewer: Viewer, id: UUID) -> Kept | None:
    """The file of a paper, for whoever keeps the founding; None for everybody else."""
    row = Piece.objects.filter(pk=id, founding__in=in_sight(viewer)).select_related("founding__party__party").first()
    if row is None or not keeps(viewer, row.founding):
        return None
    return store.kept([row.attachment]).get(row.attachment)
