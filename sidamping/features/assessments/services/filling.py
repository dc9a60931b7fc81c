"""Saves and hands in a filling. Half a sheet may be kept and handed in; what cannot be true is refused, all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.domain.scoring.instrument import Instrument
from sidamping.domain.scoring.outcome import Outcome
from sidamping.domain.scoring.sheet import filling_data, flat, sheet
from sidamping.features.assessments.models import Filling
from sidamping.features.assessments.queries.instruments import instrument_for
from sidamping.features.assessments.queries.lines import SUBMITTED
from sidamping.features.assessments.queries.outcomes import is_filled, live_outcome
from sidamping.features.assessments.queries.reading import LEAD, SELF, Standing
from sidamping.features.assessments.services.locked import add_step, locked, moment, not_yours, own_draft, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import codes_of

LONGEST_NOTE = 1000
LONGEST_NAME = 120


@transaction.atomic
def save_filling(
    *, by: Viewer, assessment: UUID, values: Mapping[str, str], notes: Mapping[str, str], seen: int, now: datetime,
    answered_by: str | None = None, source: str = "typed",
) -> int:
    """The filling's new count of changes. Items left out stay as they are, empty ones are taken out.

    `seen` is the count it was written against; the same content sent twice is kept once. `answered_by` of None leaves
    the name that stands, an empty one takes it out.
    """
    standing, row = own_draft(by, assessment, "fill")
    instrument = instrument_for(standing.row.version, standing.row.instrument)
    refuse_if([*_unknown(instrument, (*values, *notes)), *_too_long(answered_by or "", notes), *_sourced(source)])
    data = _patched(instrument, row.data, values, notes)
    name = row.answered_by if answered_by is None else answered_by.strip()
    if (data, name) == (row.data, row.answered_by):
        return row.revised
    if seen != row.revised:
        raise Refused(problem("ASSESSMENTS_009", "", name=str(row.by), at=moment(row.revised_at)))
    if is_filled(data):
        live_outcome(instrument, data, on=standing.row.as_of, method=standing.row.method)
    row.data, row.answered_by, row.source, row.revised_at = data, name, source, now
    row.revised += 1
    row.save()
    tell("saved", by, standing.row, part=row.part, revised=row.revised, source=row.source)
    return row.revised


@transaction.atomic
def submit_filling(*, by: Viewer, assessment: UUID, now: datetime) -> Outcome:
    """Seal the viewer's own filling and give what it scores; `coverage` says how much of it. Twice is once."""
    standing = locked(by, assessment, "submit")
    if standing.own is None:
        raise Refused(not_yours("submit"))
    instrument = instrument_for(standing.row.version, standing.row.instrument)
    if standing.own.submitted_at is not None:
        return _outcome(instrument, standing, standing.own)
    standing, row = own_draft(by, assessment, "submit")
    if not is_filled(row.data):
        raise Refused(problem("SCORING_003", "", seen="-"))
    made = _outcome(instrument, standing, row)
    row.submitted_at = now
    row.save()
    if row.part == LEAD or (row.part == SELF and LEAD not in standing.current):
        add_step(standing, SUBMITTED, now)
    tell("submitted", by, standing.row, part=row.part, filling=str(row.pk), coverage=str(made.plain()["coverage"]))
    return made


def _outcome(instrument: Instrument, standing: Standing, row: Filling) -> Outcome:
    return live_outcome(instrument, row.data, on=standing.row.as_of, method=standing.row.method)


def _unknown(instrument: Instrument, keys: Iterable[str]) -> list[Problem]:
    known = {item.key for section in sheet(instrument) for item in section.items}
    return [problem("ASSESSMENTS_012", key, seen=key[:80]) for key in dict.fromkeys(keys) if key not in known]


def _too_long(answered_by: str, notes: Mapping[str, str]) -> Iterator[Problem]:
    if (length := len(answered_by.strip())) > LONGEST_NAME:
        yield problem("ASSESSMENTS_027", "answered_by", label=_("dijawab oleh"), length=length, limit=LONGEST_NAME)
    for key, text in notes.items():
        if (length := len(text.strip())) > LONGEST_NOTE:
            yield problem("ASSESSMENTS_027", key, label=_("catatan"), length=length, limit=LONGEST_NOTE)


def _sourced(source: str) -> list[Problem]:
    known = source in codes_of("entry-sources")
    return [] if known else [problem("GENERAL_002", "source", label=_("asal isian"), seen=source[:40])]


def _patched(
    instrument: Instrument, old: Mapping[str, Any], values: Mapping[str, str], notes: Mapping[str, str]
) -> dict[str, Any]:
    """The filling's data with the typed items in their places; nothing else is touched."""
    data: dict[str, Any] = filling_data(instrument, {**flat(old), **values})
    kept = {key: text.strip() for key, text in {**old.get("notes", {}), **notes}.items()}
    return {**data, "notes": {key: text for key, text in kept.items() if text}}
