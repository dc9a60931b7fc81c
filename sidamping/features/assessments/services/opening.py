"""Opens a round: an instrument in one version about one subject on a day. A final stands on its baseline's version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.papers.words import day
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.domain.scoring.instrument import METHODS, TABLE, Instrument
from sidamping.features.assessments.models import Assessment, Filling
from sidamping.features.assessments.queries.baselines import ASSESSOR, has_final, rehearses
from sidamping.features.assessments.queries.engaged import fits_engagement
from sidamping.features.assessments.queries.instruments import instrument_for, instrument_on, said
from sidamping.features.assessments.queries.lines import WITHDRAWN
from sidamping.features.assessments.queries.opening import MENTOR, TOPIC, opens_in
from sidamping.features.assessments.queries.reading import LEAD, SELF
from sidamping.features.assessments.queries.scope import visible
from sidamping.features.assessments.queries.subjects import kind_word, own_area, place_of_mentor, place_of_party
from sidamping.features.assessments.services.locked import tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns

LONGEST_TOPIC = 160
BASELINE, FINAL = Assessment.Purpose.BASELINE, Assessment.Purpose.FINAL


@dataclass(frozen=True)
class AssessmentDraft:
    """A round to be opened; `version` is only named to pin another one than that in force on the day.

    `engagement_id` names the mentoring it is for: of several of one mentor, only that one's step is marked.
    """

    id: UUID
    instrument: str
    as_of: date
    purpose: str = "single"
    party_id: UUID | None = None
    mentor_id: UUID | None = None
    topic: str = ""
    engagement_id: UUID | None = None
    pair_id: UUID | None = None
    method: str = TABLE
    version: str = ""


@dataclass(frozen=True)
class _Place:
    """Where the subject of a round belongs, and what kind it is."""

    kind: str
    area: str


@transaction.atomic
def open_assessment(*, by: Viewer, draft: AssessmentDraft, on: date, vouched: str = "") -> UUID:
    """The round with an empty filling of whoever opens it. Sent twice, it is opened once.

    `vouched`: the area of a mentor whom the viewer may judge as whose mentor evaluations.py found them.
    """
    take_turns(draft.id)
    there = Assessment.objects.filter(pk=draft.id).first()
    if there is not None:
        return _again(by, there, draft)
    pair = _pair(by, draft)
    instrument = _instrument(draft, pair)
    place, faults = _placed(by, draft, instrument, vouched)
    if instrument.comparison is not None:
        raise Refused(problem("ASSESSMENTS_028", "instrument", title=said(instrument.title)))
    refuse_if([*faults, *_faults(by, draft, instrument, pair, on)])
    assert place is not None
    part = LEAD if _leads(by, instrument, place) else SELF
    row = Assessment.objects.create(
        id=draft.id, instrument=instrument.name, version=instrument.version, sha256=instrument.sha256,
        method=pair.method if pair else draft.method, purpose=draft.purpose, as_of=draft.as_of,
        party_id=draft.party_id, mentor_id=draft.mentor_id, topic=draft.topic.strip(), area_id=place.area,
        engagement_id=draft.engagement_id, pair=pair, opened_by_id=by.user_id,
        simulated=rehearses(by, instrument, place.area),
    )
    Filling.objects.create(assessment=row, part=part, by_id=by.user_id)
    tell("opened", by, row, version=row.version, as_of=row.as_of.isoformat(), purpose=row.purpose, part=part)
    return row.pk


def _again(by: Viewer, there: Assessment, draft: AssessmentDraft) -> UUID:
    """The same round sent twice is a success; other content under its number is refused."""
    compared = [field.name for field in fields(draft) if field.name not in ("version", "method")]
    same = all(getattr(there, name) == _plain(getattr(draft, name)) for name in compared)
    if not same or there.opened_by_id != by.user_id:
        raise Refused(problem("ASSESSMENTS_008", "id"))
    return there.pk


def _plain(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def _pair(by: Viewer, draft: AssessmentDraft) -> Any:
    """The baseline that a final closes, its row held as whoever withdraws it must; None for any other round."""
    if draft.pair_id is None or draft.purpose != FINAL:
        return None
    Assessment.objects.select_for_update().filter(pk=draft.pair_id).first()
    return visible(by).filter(pk=draft.pair_id).first()


def _instrument(draft: AssessmentDraft, pair: Any) -> Instrument:
    """Pinned by the baseline, by name, or in force on the day. Another ruler than the baseline's is refused."""
    if pair is None or pair.instrument != draft.instrument:
        if draft.version:
            return instrument_for(draft.version, draft.instrument)
        return instrument_on(draft.instrument, draft.as_of)
    if draft.version and instrument_for(draft.version, draft.instrument).version != pair.version:
        raise Refused(problem("SCORING_019", "version", first=pair.version, second=draft.version))
    return instrument_for(pair.version, pair.instrument)


def _placed(
    by: Viewer, draft: AssessmentDraft, instrument: Instrument, vouched: str
) -> tuple[_Place | None, list[Problem]]:
    """Where the subject belongs; or why it cannot be judged by this viewer with this instrument."""
    chosen = [one for one in (draft.party_id, draft.mentor_id, draft.topic.strip()) if one]
    if len(chosen) != 1:
        return None, [problem("ASSESSMENTS_004", "subject", count=len(chosen))]
    place = _place(by, draft, vouched)
    if place is None:
        told = {"title": said(instrument.title), "subject": kind_word(instrument.subject)}
        return None, [problem("ASSESSMENTS_002", "subject", **told)]
    if place.kind != instrument.subject:
        seen = {"wanted": kind_word(instrument.subject), "seen": kind_word(place.kind)}
        return None, [problem("ASSESSMENTS_003", "subject", title=said(instrument.title), **seen)]
    return place, []


def _place(by: Viewer, draft: AssessmentDraft, vouched: str) -> _Place | None:
    if draft.party_id:
        found = place_of_party(by, draft.party_id)
        return _Place(*found) if found else None
    if draft.mentor_id == by.user_id:
        return None  # nobody judges oneself, whoever vouches
    if draft.mentor_id:
        area = vouched or place_of_mentor(by, draft.mentor_id)
        return _Place(MENTOR, area) if area else None
    area = own_area(by)
    return _Place(TOPIC, area) if area else None


def _faults(by: Viewer, draft: AssessmentDraft, instrument: Instrument, pair: Any, on: date) -> Iterator[Problem]:
    if draft.as_of > on:
        yield problem("ASSESSMENTS_005", "as_of", day=day(draft.as_of), today=day(on))
    if draft.purpose not in Assessment.Purpose.values:
        yield problem("GENERAL_002", "purpose", label=_("tujuan"), seen=draft.purpose[:20])
    if draft.pair_id is not None and draft.purpose != FINAL:
        yield problem("ASSESSMENTS_030", "pair_id")
    if (length := len(draft.topic.strip())) > LONGEST_TOPIC:
        yield problem("ASSESSMENTS_027", "topic", label=_("topik"), length=length, limit=LONGEST_TOPIC)
    host = draft.engagement_id
    if host is not None and not fits_engagement(by, host, draft.party_id, draft.mentor_id):
        yield problem("ASSESSMENTS_034", "engagement_id")
    if draft.method not in METHODS:
        yield problem("SCORING_012", "method", seen=draft.method[:20])
    if draft.purpose == FINAL and (pair is None or not _fits(draft, pair, rehearses(by, instrument, pair.area_id))):
        yield problem("ASSESSMENTS_006", "pair_id")
    elif pair is not None and has_final(pair.pk):
        yield problem("ASSESSMENTS_007", "pair_id")


def _fits(draft: AssessmentDraft, pair: Any, rehearsal: bool) -> bool:
    """Whether the baseline is one, of the same instrument, subject and kind, and not after the final."""
    same = (pair.instrument, pair.party_id, pair.mentor_id, pair.topic) == (
        draft.instrument, draft.party_id, draft.mentor_id, draft.topic.strip()
    ) and pair.simulated == rehearsal
    return same and pair.purpose == BASELINE and pair.state != WITHDRAWN and pair.as_of <= draft.as_of


def _leads(by: Viewer, instrument: Instrument, place: _Place) -> bool:
    """A chair who answers an assessor's instrument gives the cooperative's own view; an assessor's goes beside it."""
    return instrument.respondent != ASSESSOR or opens_in(by, place.kind, place.area)
