"""Makes the counts of boards ready, and counts anew where the summary changed since (decision 0050).

Writers leave a row in `Touched` and wait for nobody; one worker at a time takes those rows and counts what they tell.
A change it does not see yet keeps its row: boards ask the summary there until the next turn.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from django.db import connection, transaction

from sidamping.domain.periods import Month
from sidamping.features.indicators.models import Tallied
from sidamping.features.indicators.queries.asking import to_keep
from sidamping.features.indicators.queries.groups import MEASURED, Among, Question
from sidamping.features.indicators.queries.wanted import months_to_choose, year_of
from sidamping.rules.indicators import indicators

TURN = "SELECT pg_try_advisory_xact_lock(hashtextextended('indicators.tallying', 0))"
NEXT_TURN = "SELECT pg_advisory_xact_lock(hashtextextended('indicators.tallying', 0))"
TALLIES = ("indicators_tally", "indicators_measuredtally")
GONE = "DELETE FROM {table} WHERE asked = ANY(%s) AND month = %s{only}"
UNNAMED = "DELETE FROM {table} WHERE (asked, month) NOT IN (SELECT asked, month FROM indicators_tallied)"
COUNT = """
WITH finely AS (
    INSERT INTO indicators_measuredtally
        (asked, month, regency, programme, cohort_id, {measured}, part, whole, population)
    SELECT k.asked, %s, t.regency, t.programme, nullif(t.cohort, '')::uuid, {values}, t.part, t.whole, t.population
    FROM ({counts}) t (place, regency, programme, cohort, {measured}, part, whole, population)
    JOIN unnest(%s::text[]) WITH ORDINALITY k (asked, number) ON k.number = t.place + 1 WHERE t.population > 0
    RETURNING *
)
INSERT INTO indicators_tally (asked, month, regency, programme, cohort_id, part, whole, population)
SELECT asked, month, regency, programme, cohort_id, sum(part), sum(whole), sum(population)
FROM finely GROUP BY 1, 2, 3, 4, 5
"""
Meant = Mapping[Month, dict[str, Question]]
"""The questions of each month, by the meaning of their definition."""


def tally(on: date) -> int:
    """Count anew what changed, then what was never counted; returns how many months were counted."""
    meant = questions_on(on)
    changed = _count_touched(meant)
    standing = _standing()
    new = sum(_count_new(month, fresh) for month, own in meant.items()
              if (fresh := {asked: one for asked, one in own.items() if (asked, month.start) not in standing}))
    if new:
        _drop_unnamed()
    return changed + new


def count_all_anew() -> None:
    """Nothing stands ready until the next turn; waits for the one that runs, and goes with the caller's transaction.

    The counts themselves go after their names, as ever (`_drop_unnamed`).
    """
    with connection.cursor() as cursor:
        cursor.execute(NEXT_TURN)
    Tallied.objects.all().delete()


def questions_on(on: date) -> Meant:
    """What boards of the day may ask: of each month one may choose, its year by the indicators then defined."""
    found: dict[Month, dict[str, Question]] = {}
    for chosen in months_to_choose(on):
        defined = [one.definition for one in indicators(min(chosen.end, on))]
        for month in year_of(chosen):
            found.setdefault(month, {}).update((one.meaning, Question(one, month)) for one in defined)
    return found


@transaction.atomic
def _count_touched(meant: Meant) -> int:
    if not _own_turn():
        return 0
    _forget(meant)
    standing, counted = _standing(), 0
    for since, regencies in _taken().items():
        for month, own in meant.items():
            held = {asked: one for asked, one in own.items() if (asked, month.start) in standing}
            if held and month.start >= since:
                _count(month, held, regencies)
                counted += 1
    return counted


@transaction.atomic
def _count_new(month: Month, own: Mapping[str, Question]) -> bool:
    """A month in a transaction of its own, so that boards have the first of them soon; False: it was another's turn."""
    if not _own_turn():
        return False
    _count(month, own)
    named = (Tallied(asked=asked, month=month.start) for asked in own)
    Tallied.objects.bulk_create(named, ignore_conflicts=True)
    return True


def _own_turn() -> bool:
    """Two at a time could keep the older count; whoever comes second leaves it to the first."""
    with connection.cursor() as cursor:
        cursor.execute(TURN)
        return bool(cursor.fetchone()[0])


def _forget(meant: Meant) -> None:
    """The names of questions that nobody asks any more."""
    for asked, month in _standing():
        if asked not in meant.get(Month.of(month), ()):
            Tallied.objects.filter(asked=asked, month=month).delete()


def _drop_unnamed() -> None:
    """Counts go after their names: a board reads first what stands ready, and a moment later the counts."""
    with connection.cursor() as cursor:
        for table in TALLIES:
            cursor.execute(UNNAMED.format(table=table))


def _standing() -> set[tuple[str, date]]:
    return set(Tallied.objects.values_list("asked", "month"))


def _taken() -> dict[date, list[str]]:
    """Since when → the regencies in which something changed; their rows are gone with this transaction."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM indicators_touched RETURNING regency, month")
        rows = cursor.fetchall()
    since: dict[str, date] = {}
    for regency, month in rows:
        since[regency] = min(month, since.get(regency, month))
    return {month: [regency for regency, first in since.items() if first == month] for month in set(since.values())}


def _count(month: Month, own: Mapping[str, Question], regencies: Collection[str] = ()) -> None:
    """Everywhere, or in some regencies alone."""
    only = " AND regency = ANY(%s)" if regencies else ""
    given = [list(regencies)] if regencies else []
    counts = to_keep(Among(regencies=tuple(regencies)), month, [one.definition for one in own.values()])
    values = ", ".join(f"nullif(t.{name}, '')::smallint" for name in MEASURED)
    count = COUNT.format(measured=", ".join(MEASURED), values=values, counts=counts.text)
    with connection.cursor() as cursor:
        for table in TALLIES:
            cursor.execute(GONE.format(table=table, only=only), [list(own), month.start, *given])
        cursor.execute(count, [month.start, *counts.given, list(own)])
