"""Independent workers beside the cooperatives of a made country, by province, and the health of cooperatives.

Who they are, how often they were met and what they told of two years: by such values boards group.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from typing import Any

from bench.copying import Row
from bench.nation_rows import (
    EACH_MENTOR,
    MONTHS,
    NOW,
    START,
    VISITS_A_MONTH,
    WORK,
    Made,
    Office,
    cooperatives_of,
    named,
    officer,
    sentence,
)
from sidamping.domain.periods import Month
from sidamping.features.assessments.models import Assessment, Filling, Result
from sidamping.features.fieldwork.models import Presence, Visit, VisitRevision
from sidamping.features.programmes.models import Assignment, Cohort, Engagement, Path
from sidamping.features.progress.models import MonthRecord, Profile

PROGRAMME, PINNED = "tkm-lanjutan-2024", "tkm-lanjutan-2024/2024-01-01"
EVERY = 4
"""One participant beside so many cooperatives."""
SECTORS = {"food": 40, "creative": 19, "trade": 17, "fishery": 8, "farming": 16}
TECHNOLOGIES = {"weak": 36, "able": 50, "skilled": 14}
MET_AT_MOST = 9
INSTRUMENT, VERSION, ASSESSED = "ksp-health", "instruments/ksp-health/2016-04-01", date(2026, 3, 31)
PREDICATES = {"Sehat": 20, "Cukup Sehat": 45, "Dalam Pengawasan": 25, "Dalam Pengawasan Khusus": 10}
WHOLE_YEARS = tuple(Month(2024 + at // 12, at % 12 + 1) for at in range(10, 34))


def _participants(offices: list[Office]) -> Iterator[tuple[int, str]]:
    """Number of the participant, which is that of a person of the country, and the village."""
    return ((number, village) for number, village, _name in cooperatives_of(offices) if number % EVERY == 0)


def _provinces(offices: list[Office]) -> list[str]:
    return sorted({one.code[:2] for one in offices})


def _paths(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    common = {"programme": PROGRAMME, "pinned": PINNED, "starts": START}
    for province in _provinces(offices):
        yield {"id": named("cohort_path", int(province)), "subject": "cohort", "cohort_id": None, **common}
    for number, village in _participants(offices):
        yield {"id": named("participant", number), "subject": "mentee",
               "cohort_id": named("cohort", int(village[:2])), **common}  # fmt: skip


def _cohorts(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for province in _provinces(offices):
        yield {"id": named("cohort", int(province)), "programme": PROGRAMME, "name": f"Angkatan {province}",
               "area": province, "starts": START, "path_id": named("cohort_path", int(province))}  # fmt: skip


def _engagements(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for number, village in _participants(offices):
        yield {"id": named("participant", number), "path_id": named("participant", number), "programme": PROGRAMME,
               "pinned": PINNED, "mentee_id": named("person", number), "village_id": village, "regency": village[:5],
               "starts": START}  # fmt: skip


def _assignments(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for number, _village in _participants(offices):
        yield {"id": named("carried", number), "engagement_id": named("participant", number), "starts": START,
               "mentor_id": _mentor(number)}  # fmt: skip


def _profiles(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for number, _village in _participants(offices):
        yield {"id": named("profile", number), "engagement_id": named("participant", number), "as_of": START,
               "sector": _one(SECTORS, dice), "technology": _one(TECHNOLOGIES, dice),
               "by_id": _mentor(number)}  # fmt: skip


def _months(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    numbers = count()
    for month in WHOLE_YEARS:
        for number, _village in _participants(offices):
            yield {"id": named("told", next(numbers)), "engagement_id": named("participant", number),
                   "month": month.start, "turnover": dice.randrange(500_000, 9_000_000, 5_000),
                   "daily_kept": dice.random() < 0.6, "proof": dice.choice(("", "book", "photo")),
                   "workers_full": dice.randint(0, 3), "source": "typed", "told_on": month.end,
                   "by_id": _mentor(number)}  # fmt: skip


def _met(offices: list[Office]) -> Iterator[tuple[int, int, str, date]]:
    """Number of the visit in the country, of the participant, the village, the day; some are met ten times as often."""
    numbers = count(VISITS_A_MONTH * len(MONTHS) * 10**6)
    for number, village in _participants(offices):
        for turn in range(number // EVERY % (MET_AT_MOST + 1)):
            yield next(numbers), number, village, START + timedelta(7 + 9 * turn)


def _visits(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for visit, number, village, _day in _met(offices):
        yield {"id": named("visit", visit), "mentor_id": _mentor(number), "programme": PROGRAMME,
               "regency": village[:5]}  # fmt: skip


def _revisions(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for visit, number, village, day in _met(offices):
        hour = 17 + number % EACH_MENTOR // EVERY
        yield {"id": named("revision", visit), "visit_id": named("visit", visit), "mentor_id": _mentor(number),
               "by_id": _mentor(number), "regency": village[:5], "number": 1, "visited_on": day,
               "starts_at": f"{hour}:00", "ends_at": f"{hour + 1}:00", "mode": "onsite", "village_id": village,
               "activity": f"Pendampingan {dice.choice(WORK)}", "purpose": sentence(dice, 5),
               "result": sentence(dice, 14), "advice": sentence(dice, 8)}  # fmt: skip


def _presences(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for visit, number, _village, day in _met(offices):
        yield {"revision_id": named("revision", visit), "engagement_id": named("participant", number),
               "visited_on": day}  # fmt: skip


def _assessments(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for number, village, _name in cooperatives_of(offices):
        yield {"id": named("assessment", number), "instrument": INSTRUMENT, "version": VERSION, "sha256": "0" * 64,
               "as_of": ASSESSED, "party_id": named("cooperative", number), "engagement_id": named("path", number),
               "area_id": village, "opened_by_id": officer("secretariat")}  # fmt: skip


def _fillings(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for number, _village, _name in cooperatives_of(offices):
        yield {"id": named("filling", number), "assessment_id": named("assessment", number), "part": "lead",
               "by_id": officer("secretariat"), "submitted_at": NOW}  # fmt: skip


def _results(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for number, _village, _name in cooperatives_of(offices):
        yield {"id": named("result", number), "assessment_id": named("assessment", number),
               "filling_id": named("filling", number), "version": VERSION, "sha256": "0" * 64, "method": "table",
               "as_of": ASSESSED, "given": {}, "outcome": {"category": _one(PREDICATES, dice)}, "decided": True,
               "by_id": officer("secretariat"), "at": NOW}  # fmt: skip


def _mentor(number: int) -> str:
    return named("mentor", number // EACH_MENTOR)


def _one(weights: dict[str, int], dice: random.Random) -> str:
    return dice.choices(tuple(weights), tuple(weights.values()))[0]


TABLES: tuple[tuple[Any, Made], ...] = (
    (Path, _paths), (Cohort, _cohorts), (Engagement, _engagements), (Assignment, _assignments), (Profile, _profiles),
    (MonthRecord, _months), (Visit, _visits), (VisitRevision, _revisions), (Presence, _presences),
    (Assessment, _assessments), (Filling, _fillings), (Result, _results),
)  # fmt: skip
