"""The summary is kept in the transaction of its sources, and a rebuild gives the very same rows (decision 0031)."""

from __future__ import annotations

from datetime import date, time, timedelta
from random import Random
from typing import Any

import pytest
from django.db import connection, transaction

from sidamping.domain.periods import Month
from sidamping.domain.scoring.sheet import flat
from sidamping.features.assessments import services as assessments
from sidamping.features.fieldwork.models import Presence, VisitRevision
from sidamping.features.indicators.models import Stale, Summary
from sidamping.features.indicators.services import judge_all, judge_own, judge_stale, keeping, rebuild
from sidamping.features.papers.models import Paper, Revision
from sidamping.features.papers.queries.scope import with_state
from sidamping.features.papers.queries.states import handed_on
from sidamping.features.programmes.models import Engagement
from sidamping.features.progress import services as progress
from sidamping.features.progress.services import ProfileDraft
from sidamping.platform.database.ids import uuid7
from sidamping.platform.signatures.models import Seal
from tests import people, places
from tests.features.assessments import sample_outcomes
from tests.features.assessments.rounds import NOW, agnes, handed_in
from tests.features.papers import desk
from tests.features.progress import cases
from tests.people import Cast


@pytest.fixture
def host(cast: Cast) -> Engagement:
    cases.appoint_all(cast)
    return cases.participant(cast)


def rows(measure: str = "", **wanted: Any) -> list[tuple[Any, ...]]:
    """Everything that stands in the summary, or what stands of one measure as (month, value)."""
    found = Summary.objects.filter(**wanted).order_by("engagement_id", "month", "measure")
    if measure:
        return [(f"{day:%Y-%m}", value) for day, value in
                found.filter(measure=measure).values_list("month", "value")]
    return list(found.values_list("engagement_id", "month", "measure", "value", "mentee_id", "programme", "cohort_id",
                                  "province", "regency"))


def test_a_visit_stands_in_the_summary_as_soon_as_it_is_written(cast: Cast, host: Engagement) -> None:
    cases.met(cast, host, "2026-09-02", "2026-09-20", "2026-10-01")
    cases.met(cast, host, "2026-10-05", mode="whatsapp")
    assert rows("visits", engagement_id=host.pk) == [("2026-09", 2), ("2026-10", 1)]
    assert rows("contacts", engagement_id=host.pk) == [("2026-09", 2), ("2026-10", 2)]


def test_a_month_told_is_counted_and_judged_in_the_same_transaction(cast: Cast, host: Engagement) -> None:
    with transaction.atomic():
        cases.told(cast, host, "2026-07", 1_000_000, workers_full=1)
        cases.told(cast, host, "2026-09", 1_500_000, workers_full=2)
        assert rows("turnover", engagement_id=host.pk) == [("2026-07", 1_000_000), ("2026-09", 1_500_000)]
        assert rows("turnover_grew", engagement_id=host.pk)[1:] == [("2026-09", 1), ("2026-10", 1), ("2026-11", 1)]
        assert rows("workers_added", engagement_id=host.pk)[1] == ("2026-09", 1)
    assert not Stale.objects.exists()


def test_zero_is_told_and_nothing_told_is_no_row(cast: Cast, host: Engagement) -> None:
    cases.told(cast, host, "2026-09", 0)
    assert rows("turnover", engagement_id=host.pk) == [("2026-09", 0)]
    assert rows("workers_paid", engagement_id=host.pk) == []
    assert rows("workers_added", engagement_id=host.pk)[0][1] is None


def test_a_decided_health_assessment_is_counted_by_its_predicate(cast: Cast, host: Engagement) -> None:
    """75,35: fairly healthy, the third of four; handed in it does not count yet."""
    round_ = handed_in(agnes(cast), cast.merah_putih.pk, flat(sample_outcomes.FILLING))
    assert rows("health", engagement_id=cast.engagement.pk) == []
    assessments.decide(by=people.look(cast.yosef), assessment=round_, seen_ordinal=1, now=NOW)
    assert rows("health", engagement_id=cast.engagement.pk) == [("2025-12", 3)]


def test_what_rolls_back_leaves_the_summary_as_it_was(cast: Cast, host: Engagement) -> None:
    before = rows()
    with pytest.raises(RuntimeError), transaction.atomic():
        cases.told(cast, host, "2026-09", 700_000)
        raise RuntimeError
    assert rows() == before


def test_what_nobody_judged_is_judged_later(cast: Cast, host: Engagement) -> None:
    """A contact written past the services is counted at once, and judged by whoever comes next."""
    judge_stale()
    cases.met(cast, host, "2026-08-12", "2026-08-15", "2026-08-19")
    assert Stale.objects.filter(pk=host.pk).exists()
    assert judge_stale() == 1
    assert rows("intensity", engagement_id=host.pk)[0] == ("2026-08", 2)


def test_wrong_rows_do_not_survive_a_rebuild(cast: Cast, host: Engagement) -> None:
    cases.met(cast, host, "2026-09-02")
    Summary.objects.filter(measure="visits").update(value=99)
    rebuild()
    assert rows("visits", engagement_id=host.pk) == [("2026-09", 1)]


@pytest.mark.parametrize("seed", [1, 2])
def test_a_rebuild_gives_what_was_kept_through_a_random_story(cast: Cast, host: Engagement, seed: int) -> None:
    """And all along every row of a mentoring stands in its place: boards of an area read the rows of that alone."""
    chance = Random(seed)
    hosts = [host, *(cases.participant(cast, f"Usaha {at}") for at in range(3))]
    for _ in range(30):
        chance.choice(EVENTS)(cast, chance, chance.choice(hosts))
        judge_stale()
        assert not elsewhere()
    kept = rows()
    rebuild()
    assert rows() == kept
    assert len({row[2] for row in kept}) >= 9
    assert {row[8] for row in kept} == {places.KUPANG, places.TTS}


def elsewhere() -> list[Any]:
    """Rows that tell another place or cohort than their mentoring."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT s.* FROM indicators_summary s JOIN programmes_engagement e ON e.id = s.engagement_id"
            " JOIN programmes_path p ON p.id = e.path_id WHERE (s.regency, s.province, s.cohort_id, s.programme)"
            " IS DISTINCT FROM (e.regency, left(e.regency, 2), p.cohort_id, e.programme)"
        )
        return list(cursor.fetchall())


def _met(cast: Cast, chance: Random, host: Engagement) -> None:
    cases.met(cast, host, _day(chance), mode=chance.choice(["onsite", "whatsapp", "phone"]))


def _told(cast: Cast, chance: Random, host: Engagement) -> None:
    month = f"2026-{chance.randint(5, 10):02d}"
    if not rows(engagement_id=host.pk, month=Month.parse(month).start, measure="turnover"):
        cases.told(cast, host, month, chance.randint(0, 9) * 100_000, workers_full=chance.choice([None, 0, 2]),
                   daily_kept=chance.choice([None, True, False]), proof="book")


def _profiled(cast: Cast, chance: Random, host: Engagement) -> None:
    draft = ProfileDraft(uuid7(), people.TODAY, sector=chance.choice(["food", "fishery"]))
    progress.record_profile(by=people.look(cast.ratna), engagement=host.pk, draft=draft, on=people.TODAY)


def _ended(cast: Cast, chance: Random, host: Engagement) -> None:
    Engagement.objects.filter(pk=host.pk).update(ends=f"2026-{chance.choice(['09', '10', '11'])}-30")


def _moved(cast: Cast, chance: Random, host: Engagement) -> None:
    village = chance.choice([places.BOLOK, places.KUATAE])
    Engagement.objects.filter(pk=host.pk).update(village=village, regency=village[:5])


def _corrected(cast: Cast, chance: Random, host: Engagement) -> None:
    """A visit was on another day, mostly of another month, of another kind, or with somebody else."""
    presence = Presence.objects.filter(engagement=host, revision__superseded_at=None).first()
    if presence is None:
        return
    before, day = presence.revision, _day(chance)
    VisitRevision.objects.filter(pk=before.pk).update(superseded_at=desk.noon(people.TODAY))
    hour = 8 + Presence.objects.filter(visited_on=day).count()
    after = VisitRevision.objects.create(
        visit=before.visit, mentor=before.mentor, regency=before.regency, number=before.number + 1, replaces=before,
        visited_on=day, starts_at=time(hour), ends_at=time(hour + 1), mode=chance.choice(["onsite", "phone"]),
        village=before.village, activity=before.activity, purpose=before.purpose, result="Diperbaiki", by=before.by,
    )
    met = chance.choice([host, *Engagement.objects.filter(programme=cases.TKM)])
    Presence.objects.create(revision=after, engagement=met, visited_on=day, attendees=["Ujang"])


def _day(chance: Random) -> str:
    return f"2026-{chance.choice(['08', '09', '10'])}-{chance.randint(11, 28)}"


EVENTS = (_met, _met, _told, _told, _profiled, _ended, _moved, _corrected, _corrected)


def test_two_writers_of_one_mentoring_take_turns(cast: Cast, host: Engagement) -> None:
    """The refresh locks the mentoring before it counts: who waits counts what the other wrote."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT prosrc FROM pg_proc WHERE proname = 'indicators_refresh'")
        (text,) = cursor.fetchone()
    assert text.index("FOR NO KEY UPDATE") < text.index("indicators_source")


def test_a_visit_judges_only_what_its_own_transaction_marked(cast: Cast, host: Engagement) -> None:
    """A stranger's mentoring waits for the worker, and so does one that is gone."""
    judge_all()
    stranger, gone = cases.participant(cast, "Usaha Lain").pk, uuid7()
    cases.met(cast, host, "2026-08-12")
    Stale.objects.filter(pk=stranger).update(marked_in=1)
    Stale.objects.create(pk=gone, marked_in=1)
    with transaction.atomic():  # a savepoint is the same transaction
        assert judge_own() == 1
    assert set(Stale.objects.values_list("pk", flat=True)) == {stranger, gone}
    cases.met(cast, Engagement.objects.get(pk=stranger), "2026-08-12")
    assert judge_own() == 1, "who changes what a stranger left judges it"


def test_the_worker_goes_on_until_nobody_waits(
    cast: Cast, host: Engagement, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge_all()
    Stale.objects.bulk_create(Stale(pk=id) for id in (host.pk, uuid7(), uuid7()))
    few = iter([1, 1, 1, 1])
    monkeypatch.setattr(keeping, "judge_stale", lambda: judge_stale(next(few)))
    assert judge_all() == 3
    assert not Stale.objects.exists()


def test_a_paper_sealed_in_time_and_handed_in_late_is_on_time_as_its_page_says(cast: Cast) -> None:
    """Whichever comes first: the summary, and `handed_on` of the compliance page."""
    desk.visit(cast, date(2026, 10, 7))
    paper = Paper.objects.get(pk=desk.submitted(cast, on=people.TODAY))
    revision = Revision.objects.get(paper=paper, number=1)
    late = revision.due_on + timedelta(days=9)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        Revision.objects.filter(pk=revision.pk).update(submitted_at=desk.noon(late))
        cursor.execute("SET LOCAL session_replication_role = origin")
        cursor.execute("SELECT indicators_refresh(ARRAY[%s])", [paper.engagement_id])
    for strokes, on_time in (([], 0), ([[[0, 0], [1, 1]]], 1)):  # a wrong code confirms nothing
        Seal.objects.create(
            id=uuid7(), subject_id=paper.pk, content="{}", sha256=revision.sha256, signer="Ujang", capacity="mentee",
            strokes=strokes, sealed_on=revision.due_on, at=desk.noon(revision.due_on), by=cast.ratna,
        )
        assert sum(value for _, value in rows("papers_on_time", engagement_id=paper.engagement_id)) == on_time
        (row,) = with_state(Paper.objects.filter(pk=paper.pk))
        handed = handed_on(row)
        assert handed is not None and (handed <= row.due_on) == bool(on_time)
    judge_all()
    kept = rows()
    rebuild()
    assert rows() == kept
