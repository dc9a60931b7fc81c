"""Keeps the part of the summary that rules decide, and makes the whole anew (decision 0031).

What can be counted, triggers of the database keep. A mentoring whose sources changed stands in `Stale` until it is
judged, which happens in the transaction of the change, and for what was written past the services soon after.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from itertools import islice
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from sidamping.domain.cohorts.contacts import HIGH, LOW, MIDDLE
from sidamping.domain.cohorts.success import ALL, RECORDS, TURNOVER, WORKERS
from sidamping.domain.indicators.definitions import ADDED, ALL_THREE, GREW, INTENSITY, JUDGED, KEPT, STARTED
from sidamping.domain.periods import Month
from sidamping.features.indicators.models import Stale, Summary
from sidamping.features.indicators.services.rules import judged_programmes, note_rules
from sidamping.features.indicators.services.tallying import count_all_anew
from sidamping.features.programmes.queries import EngagementCard
from sidamping.features.programmes.queries.cards import cards_of
from sidamping.features.progress.queries import Standing
from sidamping.features.progress.queries.standings import month_ends

CHUNK = 500
BANDS = {LOW: 1, MIDDLE: 2, HIGH: 3}
"""The value of INTENSITY; what a band means stands in R-DOSIS-TKM."""
OUTCOMES = {GREW: TURNOVER, KEPT: RECORDS, ADDED: WORKERS, ALL_THREE: ALL}
TAKE = """
WITH taken AS (
    DELETE FROM indicators_stale WHERE engagement_id IN
        (SELECT engagement_id FROM indicators_stale WHERE {which} LIMIT %s FOR UPDATE SKIP LOCKED)
    RETURNING engagement_id
)
SELECT t.engagement_id, e.programme FROM taken t LEFT JOIN programmes_engagement e ON e.id = t.engagement_id
"""
EVERYBODY, OWN = "true", "marked_in = (pg_current_xact_id()::text)::bigint"
LOCK = "LOCK TABLE indicators_summary, indicators_stale IN SHARE ROW EXCLUSIVE MODE"
DAY = """
CREATE OR REPLACE FUNCTION indicators_day(moment timestamptz) RETURNS date LANGUAGE sql STABLE AS
$$ SELECT (moment AT TIME ZONE '{zone}')::date $$
"""
COUNT = "INSERT INTO indicators_summary ({columns}) SELECT {columns} FROM indicators_source"
COLUMNS = "engagement_id, month, measure, value, mentee_id, programme, cohort_id, province, regency"


def judge_all() -> int:
    """Judge until nobody waits, so many in a transaction at a time; returns how many were taken."""
    taken = 0
    while some := judge_stale():
        taken += some
    return taken


@transaction.atomic
def judge_stale(limit: int = CHUNK) -> int:
    """Judge mentorings whose sources changed; returns how many. Those another transaction judges are left to it."""
    return _judge_those(EVERYBODY, limit)


def judge_own() -> int:
    """Judge those that this transaction changed, as a part of it; what strangers left costs a visit nothing."""
    return _judge_those(OWN, CHUNK)


def _judge_those(which: str, limit: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(TAKE.format(which=which), [limit])
        found = cursor.fetchall()
    ruled = judged_programmes() if found else set()
    judged = [id for id, programme in found if programme in ruled]
    if judged:  # of most programmes rules say nothing, and a visit there costs nothing here
        _judge(judged)
    return len(found)


@transaction.atomic
def rebuild() -> int:
    """Make the whole summary from its sources, whatever stood there, and have every count made from it anew.

    Returns the number of rows.
    """
    count_all_anew()
    with connection.cursor() as cursor:
        cursor.execute(LOCK)
        cursor.execute(DAY.format(zone=settings.TIME_ZONE))
        Stale.objects.all().delete()
        cursor.execute("DELETE FROM indicators_summary")
        cursor.execute(COUNT.format(columns=COLUMNS))
    note_rules()
    judged = Summary.objects.filter(measure=STARTED, programme__in=judged_programmes())
    ids = iter(list(judged.order_by("engagement_id").values_list("engagement_id", flat=True)))
    while chunk := list(islice(ids, CHUNK)):
        _judge(chunk)
    return Summary.objects.count()


def _judge(engagements: Collection[UUID]) -> None:
    Summary.objects.filter(engagement_id__in=engagements, measure__in=JUDGED).delete()
    cards = cards_of(engagements, date.max)
    ends = month_ends(cards)
    rows = (row for card in cards for month, standing in ends.get(card.id, ()) for row in _rows(card, month, standing))
    Summary.objects.bulk_create(rows, batch_size=2000)


def _rows(card: EngagementCard, month: Month, standing: Standing) -> Iterator[Summary]:
    """What the rules say of the month's end; an empty value where they cannot tell."""
    values: dict[str, int | None] = {}
    if standing.dose is not None:
        values[INTENSITY] = BANDS.get(standing.band)
    if standing.success is not None:
        reached = standing.success.outcomes
        values |= {measure: None if reached[key] is None else int(bool(reached[key]))
                   for measure, key in OUTCOMES.items()}
    for measure, value in values.items():
        yield Summary(
            engagement_id=card.id, month=month.start, measure=measure, value=value, mentee_id=card.mentee_id,
            programme=card.programme, cohort_id=card.cohort_id, province=card.regency_code[:2],
            regency=card.regency_code,
        )
