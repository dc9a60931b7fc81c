"""What a phone is told of its records: always read from what is stored, so every retry gets the same answer (F1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Case, OuterRef, Subquery, When

from sidamping.domain.problems import Problem, problem
from sidamping.domain.sync import missing_links
from sidamping.edges.sync import messages
from sidamping.edges.sync.kinds import standing
from sidamping.edges.sync.models import ExpectedFile, Record, State, Variant, Verdict
from sidamping.edges.sync.owners import day_of, on_time

REFUSED = "refused"
Result = dict[str, Any]
Files = dict[UUID, list[tuple[str, bool]]]


def refusal(id: str, problems: Iterable[Problem]) -> Result:
    """The answer for an envelope that is not stored."""
    return {"id": id, "state": REFUSED, "problems": messages.shown(messages.kept(problems))}


def results(arrivals: Sequence[tuple[UUID, str]]) -> dict[tuple[UUID, str], Result]:
    """The answers for records that are stored, by id and hash of what was sent."""
    ids = {id for id, _ in arrivals}
    records = {row.pk: row for row in _told(ids)}
    opened = {id: (row.open.state, row.told or []) for id, row in records.items() if hasattr(row, "open")}
    files = _files(ids)
    links = standing(
        link
        for id, (state, _) in opened.items()
        if state == State.WAITING
        for link in (*records[id].after, records[id].replaces)
        if link
    )
    variants = _variants([one for one in arrivals if records[one[0]].sha256 != one[1]])
    return {
        one: _of_variant(records[one[0]], variants[one], *opened.get(one[0], (State.ACCEPTED, [])), files)
        if one in variants
        else _of_record(records[one[0]], *opened.get(one[0], (State.ACCEPTED, [])), files, links)
        for one in arrivals
    }


def _told(ids: set[UUID]) -> Iterable[Any]:
    """The records; of those that are not in force their state and the problems last told."""
    last = Verdict.objects.filter(record_id=OuterRef("pk")).order_by("-id").values("problems")[:1]
    told = Case(When(open__isnull=False, then=Subquery(last)))
    return Record.objects.filter(pk__in=ids).defer("body").select_related("open").annotate(told=told)


def _files(ids: set[UUID]) -> Files:
    """The files that each record expects, and whether they are there."""
    found: Files = {}
    rows = ExpectedFile.objects.filter(record_id__in=ids).order_by("id").values_list("record_id", "sha256", "held")
    for id, sha256, held in rows:
        found.setdefault(id, []).append((sha256, held is not None))
    return found


def _variants(sent: Sequence[tuple[UUID, str]]) -> dict[tuple[UUID, str], Variant]:
    if not sent:
        return {}
    rows = Variant.objects.filter(record_id__in=[id for id, _ in sent]).select_related("resolution").defer("body")
    return {(row.record_id, row.sha256): row for row in rows}


def file_counts(told: list[tuple[str, bool]]) -> Result:
    """'2 dari 3 berkas'."""
    missing = [sha256 for sha256, held in told if not held]
    return {"expected": len(told), "held": len(told) - len(missing), "missing": missing}


def files_of(record: UUID) -> Result:
    """The count of one record."""
    return file_counts(_files({record}).get(record, []))


def _of_record(record: Record, state: str, told: list[Any], files: Files, stands: set[UUID]) -> Result:
    waits = missing_links(record.pk, record.after, record.replaces, stands) if state == State.WAITING else ()
    return {
        "id": str(record.pk), "state": state, "receipt": record.receipt, "received_at": record.received_at.isoformat(),
        "on_time": on_time(record), "counts_on": day_of(record).isoformat(),
        "clock": "doubtful" if record.doubts else "sound", "problems": messages.shown(told),
        "files": file_counts(files.get(record.pk, [])), "waits_for": [str(one) for one in waits],
    }  # fmt: skip


def _of_variant(record: Record, variant: Variant, state: str, told: list[Any], files: Files) -> Result:
    """A variant has a receipt of its own; once people chose, or after it was tried in vain, its record tells more."""
    if hasattr(variant, "resolution"):
        state, told = State.ACCEPTED, []
    elif state != State.ATTENTION:
        state, told = State.CONFLICT, messages.kept([problem("SYNC_014", "id")])
    plain = _of_record(record, state, told, files, set())
    return plain | {"receipt": variant.receipt, "received_at": variant.received_at.isoformat()}
