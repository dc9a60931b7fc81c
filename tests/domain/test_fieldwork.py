"""Field work as pure rules: hours, repetition, names, suggestions, calendar text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from uuid import UUID, uuid4

import pytest

from sidamping.domain.fieldwork import (
    Candidate,
    FollowUpDraft,
    PresenceDraft,
    Taken,
    VisitDraft,
    Vocabulary,
    check_visit,
    fingerprint,
    overlapping,
    problem_state,
    repeat_faults,
    repeated_days,
    same_person,
    suggest_visits,
)
from sidamping.domain.fieldwork.icalendar import Event, escaped, feed

ON = date(2026, 11, 5)
MENTEE = UUID(int=1)
WORDS = Vocabulary(
    {
        "visit-modes": frozenset({"onsite"}),
        "mentoring-topics": frozenset({"finance"}),
        "mentor-roles": frozenset({"facilitator"}),
        "entry-sources": frozenset({"typed"}),
        "follow-up-owners": frozenset({"mentor", "mentee"}),
    }
)
VISIT = VisitDraft(
    id=UUID(int=9), visited_on=ON, starts_at=time(9), ends_at=time(10), mode="onsite", village="53.01.05.2010",
    activity="Pembukuan", purpose="Rapi", result="Selesai", presences=(PresenceDraft(MENTEE),),
)


def faults(**changes: object) -> list[tuple[str, str]]:
    found = check_visit(replace(VISIT, **changes), on=ON, vocabulary=WORDS)  # type: ignore[arg-type]  # test values
    return [(one.code, one.where) for one in found]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"visited_on": date(2026, 11, 6)}, [("FIELDWORK_004", "visited_on")]),
        ({"ends_at": time(9)}, [("FIELDWORK_005", "ends_at")]),
        ({"presences": ()}, [("FIELDWORK_006", "engagements")]),
        ({"presences": (PresenceDraft(MENTEE), PresenceDraft(MENTEE))}, [("FIELDWORK_007", "engagements")]),
        ({"presences": (PresenceDraft(MENTEE, ("A", "B"), 1),)}, [("FIELDWORK_008", f"headcount-{MENTEE}")]),
        ({"result": "  "}, [("GENERAL_001", "result")]),
        ({"activity": "x" * 161}, [("FIELDWORK_001", "activity")]),
        ({"cost": 10**12}, [("FIELDWORK_009", "cost")]),
        ({"cost": 10**12 - 1}, []),
        ({"cost": 0}, []),
        ({"cost": None}, []),
        ({"presences": (PresenceDraft(MENTEE, (), 0),)}, [("FIELDWORK_008", f"headcount-{MENTEE}")]),
        ({"latitude": 91, "longitude": 1}, [("FIELDWORK_010", "latitude")]),
        ({"latitude": 1}, [("FIELDWORK_010", "latitude")]),
        ({"latitude": 1, "longitude": 1, "accuracy_m": -1}, [("FIELDWORK_010", "latitude")]),
        ({"latitude": 1, "longitude": 1, "accuracy_m": 3_000_000_000}, [("FIELDWORK_010", "latitude")]),
        ({"topics": ("finance", "sulap")}, [("GENERAL_002", "topics")]),
    ],
)
def test_each_fault_of_a_visit_has_its_code_and_place(
    changes: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    assert faults(**changes) == expected


def test_a_promise_is_due_after_the_visit_and_owned_by_somebody_present() -> None:
    late = FollowUpDraft(uuid4(), uuid4(), "Salin", "mentee", "", date(2026, 11, 4))
    assert faults(follow_ups=(late,)) == [
        ("GENERAL_001", "follow_up-1-owner_name"),
        ("FIELDWORK_003", "follow_up-1-due"),
        ("FIELDWORK_011", "follow_up-1-engagement"),
    ]


@pytest.mark.parametrize(
    ("starts", "ends", "overlaps"),
    [(time(8), time(9), False), (time(10), time(11), False), (time(9, 59), time(11), True), (time(8), time(12), True)],
)
def test_touching_hours_are_not_an_overlap(starts: time, ends: time, overlaps: bool) -> None:
    taken = [Taken(UUID(int=3), ON, time(9), time(10), "Merah Putih")]
    assert (overlapping(replace(VISIT, starts_at=starts, ends_at=ends), taken) is not None) is overlaps
    assert overlapping(replace(VISIT, id=UUID(int=3)), taken) is None


def test_equal_drafts_have_equal_fingerprints() -> None:
    assert fingerprint(VISIT) == fingerprint(replace(VISIT))
    assert fingerprint(VISIT) != fingerprint(replace(VISIT, cost=1))


@pytest.mark.parametrize(
    ("first", "repeat", "until", "days"),
    [
        (date(2026, 1, 31), "monthly", date(2026, 4, 30), ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]),
        (date(2026, 12, 30), "weekly", date(2027, 1, 6), ["2026-12-30", "2027-01-06"]),
        (date(2026, 12, 30), "weekly", date(2027, 1, 5), ["2026-12-30"]),
        (date(2026, 12, 30), "", None, ["2026-12-30"]),
    ],
)
def test_the_days_of_a_repetition(first: date, repeat: str, until: date | None, days: list[str]) -> None:
    assert [str(day) for day in repeated_days(first, repeat, until)] == days


def test_a_repetition_without_end_is_refused() -> None:
    assert [one.code for one in repeat_faults(ON, "weekly", None)] == ["FIELDWORK_020"]
    assert [one.code for one in repeat_faults(ON, "weekly", date(2030, 1, 1))] == ["FIELDWORK_021"]
    assert [one.code for one in repeat_faults(date(9999, 12, 20), "weekly", date.max)] == ["FIELDWORK_021"]
    assert [one.code for one in repeat_faults(date(9999, 10, 20), "monthly", date.max)] == ["FIELDWORK_021"]
    assert repeat_faults(ON, "", None) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Ratna Tefa", "ratna  tefa", True), ("Ratna Tefa, S.E.", "Ratna Tefa", True), ("Ratna", "Ratna Tefa", False),
     ("", "", False)],
)
def test_names_are_compared_without_case_spaces_and_titles(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


def test_the_state_of_a_problem_is_derived() -> None:
    assert problem_state(alternatives=0, chosen=False, solved=False) == "open"
    assert problem_state(alternatives=1, chosen=False, solved=False) == "alternatives"
    assert problem_state(alternatives=2, chosen=True, solved=False) == "decided"
    assert problem_state(alternatives=2, chosen=True, solved=True) == "solved"


def candidate(name: str, **changes: object) -> Candidate:
    plain = Candidate(uuid4(), name, date(2026, 1, 5), 3, date(2026, 11, 1), 31)
    return replace(plain, **changes)  # type: ignore[arg-type]  # test values


def test_suggestions_are_ordered_by_their_reasons() -> None:
    found = suggest_visits(
        [
            candidate("Biasa"),
            candidate("Lama", last_seen=date(2026, 10, 4)),
            candidate("Janji", promise="Salin", promise_due=date(2026, 11, 1)),
            candidate("Darurat", problem="Kas hilang", problem_priority=1),
            candidate("Penting", priority=1),
            candidate("Baru", last_seen=None),
        ],
        on=ON,
        limit=9,
    )
    assert [(one.name, [reason.code for reason in one.reasons]) for one in found] == [
        ("Darurat", ["problem"]),
        ("Janji", ["promise"]),
        ("Baru", ["never"]),
        ("Lama", ["unseen"]),
        ("Penting", ["priority"]),
    ]


def test_the_last_day_of_the_contact_rule_is_not_yet_unseen() -> None:
    assert suggest_visits([candidate("Tepat", last_seen=date(2026, 10, 5))], on=ON) == ()
    assert suggest_visits([candidate("Sudah direncanakan", last_seen=None, planned_on=ON)], on=ON) == ()


def test_calendar_texts_are_escaped_and_folded() -> None:
    assert escaped("a;b,c\\d\r\ne\x07") == "a\\;b\\,c\\\\d\\ne"
    event = Event(UUID(int=5), ON, None, 0, "Kunjungan é " * 20, stamp=datetime(2026, 11, 1, tzinfo=UTC))
    text = feed([event], name="Rencana", zone="Asia/Makassar", host="contoh.id")
    assert "UID:00000000-0000-0000-0000-000000000005@contoh.id\r\n" in text
    assert "DTSTART;VALUE=DATE:20261105\r\nDTEND;VALUE=DATE:20261106\r\n" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert ("Kunjungan é " * 20) in text.replace("\r\n ", "")


def test_a_headcount_nobody_told_is_the_number_of_names_and_never_one() -> None:
    told = [PresenceDraft(MENTEE), PresenceDraft(MENTEE, ("A", "B")), PresenceDraft(MENTEE, ("A",), 7)]
    assert [one.counted for one in told] == [None, 2, 7]
