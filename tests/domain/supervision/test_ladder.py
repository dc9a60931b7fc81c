"""Which sanction may follow which: two warnings, thirty days apart, before anything heavier (E14)."""

from __future__ import annotations

from datetime import date, timedelta

from sidamping.domain.supervision.findings import standing
from sidamping.domain.supervision.ladder import Order, Rung, earliest, faults, open_kinds

ORDER = Order(warnings=2, interval=30)
FIRST = date(2026, 10, 1)
KINDS = ("warning", "ban", "revocation", "dissolution")


def codes(kind: str, on: date, *given: Rung) -> list[str]:
    return [one.code for one in faults(kind, on, given, ORDER)]


def test_the_first_sanction_is_a_warning() -> None:
    assert codes("warning", FIRST) == []
    assert codes("ban", FIRST) == ["SUPERVISION_014"]
    assert earliest((), ORDER) is None


def test_the_second_warning_waits_for_its_interval() -> None:
    warned = Rung("warning", FIRST)
    assert codes("warning", FIRST + timedelta(days=29), warned) == ["SUPERVISION_015"]
    assert codes("warning", FIRST + timedelta(days=30), warned) == []
    assert earliest((warned,), ORDER) == date(2026, 10, 31)


def test_anything_heavier_follows_two_warnings_that_stand() -> None:
    twice = (Rung("warning", FIRST), Rung("warning", date(2026, 10, 31)))
    assert open_kinds(KINDS, date(2026, 11, 29), twice, ORDER) == ()
    assert open_kinds(KINDS, date(2026, 11, 30), twice, ORDER) == KINDS
    lifted = (Rung("warning", FIRST, lifted=True), twice[1])
    assert codes("revocation", date(2026, 11, 30), *lifted) == ["SUPERVISION_014"]


def test_the_next_sanction_waits_until_the_promised_day_has_passed() -> None:
    promised = Rung("warning", FIRST, until=date(2026, 11, 15))
    assert codes("warning", date(2026, 11, 15), promised) == ["SUPERVISION_022"]
    assert codes("warning", date(2026, 11, 16), promised) == []
    assert codes("warning", date(2026, 10, 30), promised) == ["SUPERVISION_022"]
    soon = Rung("warning", FIRST, until=date(2026, 10, 10))
    assert codes("warning", date(2026, 10, 10), soon) == ["SUPERVISION_015"]
    assert earliest((promised,), ORDER) == date(2026, 11, 16)
    assert earliest((Rung("warning", FIRST, lifted=True, until=date(2026, 11, 15)),), ORDER) is None


def test_a_finding_is_late_while_nobody_waits_for_the_office() -> None:
    due = date(2026, 10, 15)
    told = {
        "on its day": standing([], due, due), "a day after": standing([], due, due + timedelta(days=1)),
        "answered": standing([None], due, date(2026, 11, 1)), "sent back": standing([False], due, date(2026, 11, 1)),
        "settled": standing([False, True], due, date(2026, 11, 1)),
    }  # fmt: skip
    assert {name: (one.state, one.late) for name, one in told.items()} == {
        "on its day": ("open", False), "a day after": ("open", True), "answered": ("answered", False),
        "sent back": ("returned", True), "settled": ("settled", False),
    }  # fmt: skip
