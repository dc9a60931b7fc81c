"""A mentor begins after the required sessions, with a certificate that holds, within capacity and without conflict."""

from __future__ import annotations

from datetime import date

import pytest

from sidamping.domain.selection.readiness import Certificate, Wish, assignment_faults, missing_sessions
from sidamping.rules.books import programme

SESSIONS = programme("koperasi-modern-usulan", date(2026, 11, 21)).induction
CERTIFICATE = Certificate("Pendamping UMKM", "BNSP-1", date(2023, 11, 21), date(2026, 11, 21))


def test_only_required_sessions_before_fieldwork_keep_a_mentor_waiting() -> None:
    assert [one.code for one in SESSIONS] == ["outputs", "reporting", "sharing"]
    assert missing_sessions(SESSIONS, {"outputs"}) == ("reporting",)
    assert missing_sessions(SESSIONS, {"outputs", "reporting"}) == ()


@pytest.mark.parametrize(
    ("on", "state"),
    [(date(2026, 10, 21), "valid"), (date(2026, 10, 22), "expiring"), (date(2026, 11, 21), "expiring"),
     (date(2026, 11, 22), "expired")],
)
def test_a_certificate_holds_through_its_last_day_and_warns_before_it(on: date, state: str) -> None:
    assert CERTIFICATE.state(on, 30) == state


def test_a_certificate_without_an_end_does_not_expire() -> None:
    assert Certificate("TOT", "1", date(1999, 1, 1)).state(date(2026, 1, 1), 30) == "valid"


def test_the_last_free_place_is_given_and_the_next_one_needs_a_reason() -> None:
    assert assignment_faults(Wish("Ratna", "Ujang", 19, 20)) == []
    assert [one.code for one in assignment_faults(Wish("Ratna", "Ujang", 20, 20))] == ["PROGRAMMES_063"]
    assert assignment_faults(Wish("Ratna", "Ujang", 20, 20, why_over="Pendamping lain sakit")) == []


def test_a_conflict_is_refused_until_another_person_let_it_in() -> None:
    against = Wish("Ratna", "Ujang", 20, 20, ("board",))
    assert [one.code for one in assignment_faults(against)] == ["PROGRAMMES_063", "PROGRAMMES_059"]
    assert assignment_faults(Wish("Ratna", "Ujang", 1, 20, ("board",), waived=True)) == []
