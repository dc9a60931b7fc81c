"""The contact budget warns in the third week of a mentoring month; the bands of 2024 come out of their counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.cohorts.contacts import Contact, PeriodDose, band_of, dosage
from sidamping.domain.cohorts.shares import shares
from sidamping.rules.books import programme
from sidamping.rules.programme_rules import dose_of

STARTS = date(2026, 1, 10)
DOSE, CITED = dose_of(programme("tkm-lanjutan-2024", STARTS), on=STARTS)


def seen(on: date, *days: tuple[int, str]) -> PeriodDose:
    return dosage(DOSE, [Contact(STARTS + timedelta(day - 1), mode) for day, mode in days],
                  starts=STARTS, months=3, on=on)


def test_the_budget_is_the_rule_of_the_paper() -> None:
    assert (DOSE.visits_period, DOSE.visits_month, DOSE.sessions_least, DOSE.sessions_most) == (3, 1, 2, 4)
    assert CITED.status == "contoh"


def test_on_the_twentieth_day_nothing_is_said_and_on_the_twenty_first_it_warns() -> None:
    assert seen(date(2026, 1, 29)).warnings == ()
    assert [one.visits_state for one in seen(date(2026, 1, 30)).warnings] == ["warned"]


def test_on_the_last_day_of_the_month_it_still_warns_and_the_day_after_it_is_breached() -> None:
    assert seen(date(2026, 2, 9)).months[0].visits_state == "warned"
    assert seen(date(2026, 2, 10)).months[0].visits_state == "breached"


def test_one_visit_and_one_message_meet_both_counts() -> None:
    month = seen(date(2026, 2, 10), (3, "onsite"), (12, "whatsapp")).months[0]
    assert (month.visits, month.sessions, month.visits_state, month.sessions_state) == (1, 2, "met", "met")


def test_messages_alone_are_no_visit() -> None:
    month = seen(date(2026, 2, 10), (3, "whatsapp"), (12, "video")).months[0]
    assert (month.visits_state, month.sessions_state) == ("breached", "met")


def test_four_sessions_are_advised_at_most_and_the_fifth_is_noted() -> None:
    four = [(day, "phone") for day in (1, 2, 3, 4)]
    assert not seen(date(2026, 2, 10), *four).months[0].too_many
    assert seen(date(2026, 2, 10), *four, (5, "phone")).months[0].too_many


def test_three_visits_in_three_months_are_enough_and_two_are_not() -> None:
    after = date(2026, 4, 10)
    assert seen(after, (1, "onsite"), (35, "onsite"), (70, "onsite")).visits_state == "met"
    assert seen(after, (1, "onsite"), (35, "onsite")).visits_state == "breached"
    assert seen(date(2026, 4, 9), (1, "onsite"), (35, "onsite")).visits_state == "open"


def test_contacts_outside_the_mentoring_are_not_counted() -> None:
    outside = [Contact(date(2026, 1, 9), "onsite"), Contact(date(2026, 4, 10), "onsite")]
    made = dosage(DOSE, outside, starts=STARTS, months=3, on=date(2026, 5, 1))
    assert (made.contacts, made.band) == (0, "low")


@pytest.mark.parametrize(("count", "band"), [(0, "low"), (2, "low"), (3, "middle"), (4, "middle"), (5, "high")])
def test_every_number_of_contacts_has_its_band(count: int, band: str) -> None:
    assert band_of(DOSE.bands, count) == band


def test_the_intensities_of_2024_come_out_of_their_counts() -> None:
    """932, 1,767 and 301 of 3,000: the whole counts that give the printed 31.07, 58.90 and 10.03 percent."""
    made = shares({"low": 932, "middle": 1767, "high": 301})
    assert [round(float(one.percent or 0), 2) for one in made.values()] == [31.07, 58.90, 10.03]
    assert {one.whole for one in made.values()} == {3000}


@given(st.lists(st.integers(0, 120), max_size=12))
def test_the_months_hold_every_contact_of_the_mentoring_once(days: list[int]) -> None:
    contacts = [Contact(STARTS + timedelta(day), "onsite") for day in days]
    made = dosage(DOSE, contacts, starts=STARTS, months=3, on=date(2026, 6, 1))
    assert sum(one.sessions for one in made.months) == made.contacts == sum(day < 90 for day in days)
