"""Records that need people: what waits, what stands side by side, what could not be understood, and all of their past.

A record in force needs nobody and is not listed; its card opens all the same, so that every step can be looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from sidamping.domain.problems import Refused
from sidamping.domain.sync import WITHIN, Difference, differences, missing_links, spread, waits_too_long
from sidamping.edges.sync import messages
from sidamping.edges.sync.kinds import KINDS, part_of, standing
from sidamping.edges.sync.models import ExpectedFile, Open, State, Variant, Verdict
from sidamping.edges.sync.owners import day_of, owner_of
from sidamping.edges.sync.queries.refusals import refusals_of
from sidamping.edges.sync.queries.scope import reachable
from sidamping.edges.sync.understanding import body_of
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page, page_of


@dataclass(frozen=True)
class RecordLine:
    """A record as lists show it; `conflict` counts contents that nobody chose between yet."""

    id: UUID
    owner_id: UUID
    owner_name: str
    device_id: UUID
    device_label: str
    kind: str
    number: int
    receipt: str
    state: str
    since: datetime | None
    received_at: datetime
    sealed_at: datetime | None
    counts_on: Any
    doubts: tuple[str, ...]
    via: str
    carried_by: str
    variants: int
    problems: tuple[messages.Message, ...] = ()
    waits_for: tuple[UUID, ...] = ()
    overdue: bool = False


@dataclass(frozen=True)
class VerdictLine:
    """One look at a record."""

    at: datetime
    state: str
    problems: tuple[messages.Message, ...]
    by: str
    why: str


@dataclass(frozen=True)
class VariantCard:
    """Other content under the record's id, beside the one held; `choice` '' while nobody chose. Without fields to
    read (`content`) there is nothing to choose field by field."""

    id: UUID
    body: str
    content: dict[str, Any] | None
    device_label: str
    received_at: datetime
    receipt: str
    differences: tuple[Difference, ...]
    choice: str = ""
    chosen_by: str = ""
    chosen_why: str = ""
    chosen_at: datetime | None = None


@dataclass(frozen=True)
class FileLine:
    """A file that the record announced."""

    sha256: str
    name: str
    type: str
    bytes: int
    held: bool
    attached: bool
    problems: tuple[messages.Message, ...]


@dataclass(frozen=True)
class RecordCard:
    """All of a record. `in_force` is what stands in its place where it is in conflict, `differences` lie between."""

    line: RecordLine
    body: str
    content: dict[str, Any] | None
    in_force: dict[str, Any] | None
    differences: tuple[Difference, ...]
    verdicts: tuple[VerdictLine, ...]
    variants: tuple[VariantCard, ...]
    files: tuple[FileLine, ...]


def open_counts(viewer: Viewer) -> dict[str, int]:
    """How many records of each state there are, and variants to choose from under 'variant'."""
    rows = Open.objects.filter(record__in=reachable(viewer)).values_list("state").annotate(Count("pk")).order_by()
    unchosen = Variant.objects.filter(record__in=reachable(viewer), resolution=None).count()
    return {**dict(rows), "variant": unchosen}


def open_records(
    viewer: Viewer, *, now: datetime, state: str = "", device: UUID | None = None, after: str = ""
) -> Page:
    """A page of records that are not in force or have variants nobody chose from, the newest first."""
    unchosen = Variant.objects.filter(resolution=None).values("record")
    rows = reachable(viewer).filter(pk__in=Open.objects.values("pk").union(unchosen))
    if state == State.CONFLICT:
        rows = rows.filter(Q(open__state=state) | Q(pk__in=unchosen))
    elif state:
        rows = rows.filter(open__state=state)
    rows = rows.filter(device_id=device) if device else rows
    page = page_of(_told(rows).defer("body"), order=("-received_at", "-id"), after=after)
    return Page(_lines(page.rows, now), page.next_key)


def record_card(viewer: Viewer, id: UUID, *, now: datetime) -> RecordCard | None:
    """Everything about one record within reach."""
    row = _told(reachable(viewer)).filter(pk=id).first()
    if row is None:
        return None
    (line,) = _lines([row], now)
    content, stands = _content(row, row.body), _in_force(row, line)
    return RecordCard(
        line, row.body, content, stands, _apart(stands, content or {}) if stands else (),
        _verdicts(row), _variants(row, content or {}, stands or content or {}), _files(row),
    )  # fmt: skip


def kinds_and_numbers(viewer: Viewer, ids: Iterable[UUID]) -> dict[UUID, tuple[str, int]]:
    """Kind and number of those of the ids that are records within reach."""
    rows = reachable(viewer).filter(pk__in=ids).values_list("pk", "kind", "told_number")
    return {id: (kind, number) for id, kind, number in rows}


def _told(rows: Any) -> Any:
    besides = Variant.objects.filter(record=OuterRef("pk"), resolution=None).order_by().values("record")
    unchosen = Coalesce(Subquery(besides.annotate(times=Count("pk")).values("times")), 0)
    return rows.select_related("owner", "device", "carried_by", "open").annotate(unchosen=unchosen)


def _lines(rows: Iterable[Any], now: datetime) -> tuple[RecordLine, ...]:
    found = list(rows)
    latest = Verdict.objects.filter(record__in=[row.pk for row in found]).order_by("record_id", "-id")
    problems = dict(latest.distinct("record_id").values_list("record_id", "problems"))
    waiting = [row for row in found if _state(row) == State.WAITING]
    stands = standing(link for row in waiting for link in (*row.after, row.replaces) if link)
    return tuple(_line(row, problems.get(row.pk, []), stands, now) for row in found)


def _state(row: Any) -> str:
    return row.open.state if hasattr(row, "open") else State.ACCEPTED


def _line(row: Any, problems: list[Any], stands: set[UUID], now: datetime) -> RecordLine:
    state, since = _state(row), row.open.since if hasattr(row, "open") else None
    waits = missing_links(row.pk, row.after, row.replaces, stands) if state == State.WAITING else ()
    overdue = state == State.WAITING and since is not None and waits_too_long(since, now)
    told = tuple(messages.shown(problems)) if state != State.ACCEPTED else ()
    return RecordLine(
        row.pk, row.owner_id, str(row.owner), row.device_id, row.device.label, row.kind, row.told_number, row.receipt,
        state, since, row.received_at, row.sealed_at, day_of(row), tuple(row.doubts), row.via,
        str(row.carried_by or ""), row.unchosen, told, waits, overdue,
    )  # fmt: skip


def _content(row: Any, text: str) -> dict[str, Any] | None:
    """The body as the fields that people choose between, when it can be read."""
    try:
        return spread(body_of(text), part_of(row))
    except Refused:
        return None


def _in_force(row: Any, line: RecordLine) -> dict[str, Any] | None:
    """What stands where a record in conflict wanted to be, in the same fields."""
    kind = KINDS.get((row.kind, row.version))
    if kind is None or kind.stands is None or _content(row, row.body) is None:
        return None
    if line.state != State.CONFLICT and not line.variants:
        return None
    stands = kind.stands(owner_of(row), row.pk, body_of(row.body))
    return None if stands is None else spread(stands, kind.part)


def _verdicts(row: Any) -> tuple[VerdictLine, ...]:
    found = row.verdicts.select_related("by").order_by("-id")
    return tuple(
        VerdictLine(one.at, one.state, tuple(messages.shown(one.problems)), str(one.by or ""), one.why) for one in found
    )


def _apart(held: Mapping[str, Any], other: Mapping[str, Any]) -> tuple[Difference, ...]:
    """What the other content tells differently; of what it leaves out it says nothing, save within a part."""
    return differences({name: value for name, value in held.items() if name in other or WITHIN in name}, other)


def _variants(row: Any, content: Mapping[str, Any], stands: Mapping[str, Any]) -> tuple[VariantCard, ...]:
    """The other contents: where they differ from the one that came first, beside what stands by now."""
    found = row.variants.select_related("device", "resolution", "resolution__by").order_by("id")
    cards = []
    for one in found:
        other = _content(row, one.body)
        between = _between(content, other, stands) if other else ()
        chosen = getattr(one, "resolution", None)
        said = (chosen.choice, str(chosen.by), chosen.why, chosen.at) if chosen else ()
        cards.append(
            VariantCard(one.pk, one.body, other, one.device.label, one.received_at, one.receipt, between, *said)
        )
    return tuple(cards)


def _between(
    content: Mapping[str, Any], other: Mapping[str, Any], stands: Mapping[str, Any]
) -> tuple[Difference, ...]:
    """Where the other content differs from the first, beside what stands by now."""
    return tuple(
        replace(told, kept=stands.get(told.field)) for told in differences(content, other)
        if stands.get(told.field) != told.other
    )


def _files(row: Any) -> tuple[FileLine, ...]:
    found = ExpectedFile.objects.filter(record=row).select_related("held").order_by("id")
    refused = {one.thing: one.problems for one in refusals_of([row.device_id]).get(row.device_id, ())}
    lines = []
    for one in found:
        held = getattr(one, "held", None)
        told = tuple(messages.shown(held.problems)) if held else refused.get(one.sha256, ())
        attached = held is not None and held.attachment_id is not None
        lines.append(FileLine(one.sha256, one.name, one.type, one.bytes, held is not None, attached, told))
    return tuple(lines)
