"""Judges many rows of one register at once and writes them all or none; a fixed number of queries, whatever the size.

A row that matches a stored record by its number, or without numbers by its name and village, is known: it is neither
changed nor written again, so the same file twice creates nothing twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from sidamping.domain.parties import exact_key
from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.parties.services import rows as tables
from sidamping.features.parties.services.checks import Draft, Ground, faults, villages_of
from sidamping.features.parties.services.drafts import BusinessDraft, PersonDraft
from sidamping.features.parties.services.matching import Stored, numbers_of
from sidamping.features.parties.services.owners import Linker
from sidamping.features.parties.services.sameness import KIND
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.ids import uuid7

NEW, KNOWN, ALIKE, FAULTY = "new", "known", "alike", "faulty"


@dataclass(frozen=True)
class Row:
    """One line of a sheet: its number, the tidied draft, what was wrong with its cells; a business names its owner and
    cooperative by number or name instead of id.
    """

    number: int
    draft: Draft
    problems: tuple[Problem, ...] = ()
    owner: PersonDraft | None = None
    cooperative: str = ""


@dataclass(frozen=True)
class Verdict:
    """What would happen to a row: new, known (already stored, as `found`), alike (perhaps stored), faulty."""

    number: int
    name: str
    state: str
    problems: tuple[Problem, ...] = ()
    found: UUID | None = None


@dataclass(frozen=True)
class Judged:
    """The verdicts in the order of the rows, with the records that would be written for new and alike ones."""

    verdicts: tuple[Verdict, ...]
    records: dict[int, Draft]
    owners: dict[UUID, PersonDraft]

    def counts(self) -> dict[str, int]:
        return {state: sum(one.state == state for one in self.verdicts) for state in (NEW, KNOWN, ALIKE, FAULTY)}


def judge(*, by: Viewer, rows: Sequence[Row]) -> Judged:
    """Say for each row what would happen; writes nothing."""
    linker = Linker(by, [row.owner for row in rows if row.owner], [row.cooperative for row in rows])
    linked = [_link(row, linker) for row in rows]
    ground = Ground.of(by, {code for row in linked for code in villages_of(row.draft)})
    held = Stored.beside([row.draft for row in linked])
    twice = _twice(linked)
    verdicts = tuple(_verdict(row, ground, held, twice) for row in linked)
    writable = {one.number for one in verdicts if one.state in (NEW, ALIKE)}
    records = {row.number: row.draft for row in linked if row.number in writable}
    wanted = {draft.owner for draft in records.values() if isinstance(draft, BusinessDraft)}
    return Judged(verdicts, records, {new: draft for new, draft in linker.fresh.items() if new in wanted})


def apply_rows(*, by: Viewer, import_id: UUID, rows: Sequence[Row], keep: bool = False) -> dict[str, int]:
    """Write every new row, and the alike ones with `keep`; with a single faulty row nothing at all is written."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('parties.import'))")  # one import at a time
        judged = judge(by=by, rows=rows)
        refused = [fault for one in judged.verdicts if one.state == FAULTY for fault in one.problems]
        if refused:
            raise Refused(refused)
        counts = judged.counts()
        chosen = [one.number for one in judged.verdicts if one.state == NEW or (keep and one.state == ALIKE)]
        records: list[tuple[UUID, Draft]] = [(uuid7(), judged.records[number]) for number in chosen]
        _write(judged, records)
        _tell(by, import_id, records, counts)
    return {**counts, "written": len(records)}


def _write(judged: Judged, records: list[tuple[UUID, Draft]]) -> None:
    wanted = {draft.owner for _, draft in records if isinstance(draft, BusinessDraft)}
    owners: list[tuple[UUID, Draft]] = [(new, draft) for new, draft in judged.owners.items() if new in wanted]
    tables.insert(owners)
    tables.insert(records)


def _tell(by: Viewer, import_id: UUID, records: list[tuple[UUID, Draft]], counts: dict[str, int]) -> None:
    """One row for the import and one for each record's own timeline, in one insert."""
    if not records:
        return
    told: dict[str, Any] = {**counts, "written": len(records)}
    journal.record("parties.imported", by=by.user_id, subject=import_id, **told)
    kind = KIND[type(records[0][1])].value
    about = ((new, draft.village[:5]) for new, draft in records)
    journal.record_each(f"parties.{kind}_added", about, by=by.user_id, source=str(import_id))


def _link(row: Row, linker: Linker) -> Row:
    if not isinstance(row.draft, BusinessDraft):
        return row
    owner, cooperative, problems = linker.resolve(row.owner, row.cooperative)
    draft = replace(row.draft, owner=owner or row.draft.owner, cooperative=cooperative)
    return replace(row, draft=draft, problems=(*row.problems, *problems))


def _verdict(row: Row, ground: Ground, held: Stored, twice: dict[int, int]) -> Verdict:
    found = [*row.problems, *faults(row.draft, ground)]
    if row.number in twice:
        found.append(problem("PARTIES_022", row=row.number, other=twice[row.number]))
    if row.owner and not found:
        found += [one for one in faults(row.owner, ground) if one.code != "AREAS_001"]
    if found:
        return Verdict(row.number, row.draft.name, FAULTY, tuple(_at(row, one) for one in found))
    if known := held.known(row.draft):
        return Verdict(row.number, row.draft.name, KNOWN, found=known)
    alike = held.alike(row.draft)
    if alike:
        suspicion = problem("PARTIES_024", "name", found=", ".join(alike[:3]))
        return Verdict(row.number, row.draft.name, ALIKE, (_at(row, suspicion),))
    return Verdict(row.number, row.draft.name, NEW)


def _at(row: Row, one: Problem) -> Problem:
    return Problem(one.code, f"{row.number}:{one.where}", one.values)


def _twice(rows: Iterable[Row]) -> dict[int, int]:
    """Rows that repeat an earlier row's number, or its name and village where neither has a number."""
    first: dict[object, int] = {}
    again: dict[int, int] = {}
    for row in rows:
        for key in _keys(row.draft):
            earlier = first.setdefault(key, row.number)
            if earlier != row.number:
                again[row.number] = earlier
    return again


def _keys(draft: Draft) -> Iterator[object]:
    numbers = numbers_of(draft)
    yield from numbers.items()
    if not numbers:
        owner = draft.owner if isinstance(draft, BusinessDraft) else None
        yield exact_key(draft.name), draft.village, owner
