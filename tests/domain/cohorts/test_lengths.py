"""Long cycles get a longer mentoring; an extension needs a reason; follow-ups come at set months after the end."""

from __future__ import annotations

from datetime import date

from sidamping.domain.cohorts.groups import OpenProblem, proposed_groups
from sidamping.domain.cohorts.lengths import closing_faults, extension_faults, follow_ups, length
from sidamping.rules.books import programme
from sidamping.rules.programme_forms import PeriodRule

ON = date(2026, 11, 21)
STARTS = date(2026, 1, 10)


def rule() -> PeriodRule:
    found = programme("tkm-lanjutan-2024", ON).period
    assert found is not None
    return found


def test_a_food_business_is_mentored_three_months_and_a_fishery_six() -> None:
    assert length(rule(), starts=STARTS, facts={"sector": "food"}).last == date(2026, 4, 9)
    fishery = length(rule(), starts=STARTS, facts={"sector": "fishery"})
    assert (fishery.months, fishery.last, fishery.because) == (6, date(2026, 7, 9), (("sector", "fishery"),))
    assert length(rule(), starts=STARTS, facts={}).months == 3


def test_an_extension_has_a_reason_a_later_day_and_an_end() -> None:
    now = length(rule(), starts=STARTS, facts={"sector": "farming"})
    last = date(2027, 1, 9)
    assert extension_faults(rule(), now, starts=STARTS, until=last, reason="Panen bulan Desember") == []
    beyond = extension_faults(rule(), now, starts=STARTS, until=date(2027, 1, 10), reason="")
    assert [one.code for one in beyond] == ["PROGRAMMES_051", "PROGRAMMES_053"]
    same = extension_faults(rule(), now, starts=STARTS, until=now.last, reason="Panen")
    assert [one.code for one in same] == ["PROGRAMMES_052"]


def test_follow_ups_are_due_three_six_and_twelve_months_after_the_end() -> None:
    plan = follow_ups(date(2026, 1, 31), (12, 3, 6))
    assert [one.due for one in plan] == [date(2026, 4, 30), date(2026, 7, 31), date(2027, 1, 31)]


def test_a_follow_up_that_was_made_closes_the_earliest_open_one() -> None:
    plan = follow_ups(date(2026, 1, 31), (3, 6), [date(2026, 5, 2), date(2026, 1, 30)])
    assert [one.done_on for one in plan] == [date(2026, 5, 2), None]
    assert not plan[1].late(date(2026, 7, 31)) and plan[1].late(date(2026, 8, 1))


def test_closing_over_open_follow_ups_needs_a_word() -> None:
    assert [one.code for one in closing_faults(["Kirim foto produk"], carried_by=" ")] == ["PROGRAMMES_054"]
    assert closing_faults(["Kirim foto produk"], carried_by="Diteruskan Dinas") == []
    assert closing_faults([], carried_by="") == []


def test_mentees_with_the_same_open_problem_in_one_district_are_a_group() -> None:
    told = [OpenProblem("a", "marketing", "53.01.01", 3), OpenProblem("b", "marketing", "53.01.01", 1),
            OpenProblem("c", "marketing", "53.01.02"), OpenProblem("a", "records", "53.01.01"),
            OpenProblem("b", "marketing", "53.01.01", 4)]
    made = proposed_groups(told)
    assert [(one.category, one.district, one.mentees, one.most_urgent) for one in made] == [
        ("marketing", "53.01.01", ("b", "a"), 1),
    ]


def test_a_group_that_is_too_large_is_cut_as_evenly_as_can_be() -> None:
    told = [OpenProblem(f"{at:02}", "records", "53.01.01") for at in range(11)]
    assert sorted(len(one.mentees) for one in proposed_groups(told, most=5)) == [3, 4, 4]
