"""What is missing of a visit is named; the sample is open; the funnel counts people, not percentages."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.cohorts.confirmations import coverage, sampled, triangulate
from sidamping.domain.cohorts.funnel import Walked, funnels
from sidamping.domain.cohorts.shares import Share
from sidamping.domain.workflow import Record, path
from sidamping.rules.books import codes_of, programme

WANTED = codes_of("visit-confirmations")
ON = date(2026, 11, 21)


def test_a_visit_names_what_confirms_it_what_speaks_against_it_and_what_is_missing() -> None:
    made = triangulate("v1", WANTED, {"mentee_code": True, "place": False, "spot_call": None, "rumour": True})
    assert (made.confirmed, made.against) == (("mentee_code",), ("place",))
    assert made.missing == ("spot_call", "office_visit", "time", "book_entry", "photo", "attendance", "paper")


def test_coverage_counts_visits_for_each_confirmation() -> None:
    visits = [triangulate("v1", WANTED, {"photo": True}), triangulate("v2", WANTED, {"photo": False}),
              triangulate("v3", WANTED, {})]
    assert coverage(visits, WANTED)["photo"] == Share(2, 3)


def test_a_sample_can_be_repeated_and_another_draw_is_another_sample() -> None:
    visits = [f"v{at}" for at in range(100)]
    assert sampled(visits, 10, draw="2026-11") == sampled(reversed(visits), 10, draw="2026-11")
    assert len(sampled(visits, 10, draw="2026-11")) == 10
    assert sampled(visits, 10, draw="2026-11") != sampled(visits, 10, draw="2026-12")


@given(st.sets(st.text(min_size=1, max_size=4), max_size=30), st.integers(1, 100))
def test_of_any_visits_at_least_one_is_checked(visits: set[str], percent: int) -> None:
    chosen = sampled(visits, percent, draw="x")
    assert set(chosen) <= visits
    assert bool(chosen) == bool(visits)
    assert len(chosen) * 100 >= len(visits) * percent


def test_the_funnel_shows_who_passed_who_is_late_and_who_was_stopped() -> None:
    steps, day = programme("koperasi-modern-usulan", ON).steps, date(2026, 1, 5)
    call = [Record("socialise", day), Record("open_call", day), Record("apply", day)]
    failed = [*call, Record("admin_check", day, outcome="failed")]
    passed = [*call, Record("admin_check", day, outcome="passed")]
    walked = [Walked(name, path(steps, records, day, date(2026, 2, 5)), region)
              for name, records, region in (("k1", call, "53"), ("k2", failed, "53"), ("k3", passed, "31"))]
    west, east = funnels(walked, [one.code for one in steps])
    assert (west.group, west.level("admin_check").passed) == ("31", ("k3",))
    assert (west.level("contact_check").late, east.mentees) == (("k3",), ("k1", "k2"))
    level = east.level("admin_check")
    assert (level.passed, level.late, level.stopped) == ((), ("k1",), ("k2",))
