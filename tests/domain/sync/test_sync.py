"""Clocks, gaps, chains, variants and receipts, from values alone (F1)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest

from sidamping.domain.sync import (
    WAIT_DAYS,
    Arrival,
    Doubt,
    Evidence,
    arrival,
    counts_on,
    differences,
    doubts,
    merged,
    missing_links,
    receipt,
    statement,
    waits_too_long,
)

WITA = timezone(timedelta(hours=8))
RECEIVED = datetime(2026, 11, 5, 9, tzinfo=WITA)
SEEN = datetime(2026, 11, 1, 8, tzinfo=WITA)
A, B, C = (UUID(int=number) for number in (1, 2, 3))


def told(sealed: str | None, **more: object) -> Evidence:
    at = datetime.fromisoformat(sealed) if sealed else None
    return Evidence(at, **{"monotonic_ms": 600_000, "boot": "b1", "server_seen": SEEN, **more})  # type: ignore[arg-type]  # a table's row


@pytest.mark.parametrize(
    ("evidence", "found"),
    [
        (told("2026-11-04T16:00:00+08:00"), ()),
        (told("2026-11-05T09:05:00+08:00"), ()),  # five minutes are within tolerance
        (told("2026-11-05T09:05:01+08:00"), (Doubt.AHEAD,)),
        (told("2026-11-10T09:00:00+08:00"), (Doubt.AHEAD,)),  # five days ahead
        (told("2038-01-19T03:14:08+00:00"), (Doubt.AHEAD,)),
        (told("1970-01-01T00:00:00+00:00"), (Doubt.BEHIND,)),
        (told("2026-11-01T07:55:00+08:00"), ()),
        (told("2026-11-01T07:54:59+08:00"), (Doubt.BEHIND,)),  # before the last server time seen
        (told("2026-11-04T16:00:00+08:00", server_seen=None), (Doubt.UNWITNESSED,)),
        (told("2026-11-04T16:00:00+08:00", server_seen=RECEIVED + timedelta(days=1)), (Doubt.IMPOSSIBLE,)),
        (told(None), (Doubt.UNREADABLE,)),
        (Evidence(), (Doubt.UNREADABLE,)),
    ],
)  # fmt: skip
def test_a_clock_is_believed_between_the_last_server_time_and_receipt(
    evidence: Evidence, found: tuple[Doubt, ...]
) -> None:
    assert doubts(evidence, received_at=RECEIVED) == found


@pytest.mark.parametrize(
    ("minutes", "counted", "boot", "jumped"),
    [
        (10, 10, "b1", False),
        (14, 10, "b1", False),  # four minutes apart
        (16, 10, "b1", True),  # set forward by six
        (-60, 10, "b1", True),  # set back by an hour
        (10, 90, "b1", True),  # the counter ran on while the clock stood
        (600, 10, "b2", False),  # another start of the app: only backwards is impossible
        (-10, 10, "b2", True),
    ],
)
def test_a_clock_changed_between_two_entries_is_told(minutes: int, counted: int, boot: str, jumped: bool) -> None:
    before = told("2026-11-04T10:00:00+08:00", monotonic_ms=0)
    at = datetime(2026, 11, 4, 10, tzinfo=WITA) + timedelta(minutes=minutes)
    after = told(at.isoformat(), monotonic_ms=counted * 60_000, boot=boot)
    assert (Doubt.JUMPED in doubts(after, received_at=RECEIVED, before=before)) is jumped


def test_a_sound_seal_counts_on_its_day_and_a_doubtful_one_when_it_came() -> None:
    late_evening = told("2026-11-04T23:30:00+08:00")
    assert counts_on(late_evening, (), received_at=RECEIVED, zone=WITA) == date(2026, 11, 4)
    assert counts_on(late_evening, (), received_at=RECEIVED, zone=UTC) == date(2026, 11, 4)
    old = told("1970-01-01T00:00:00+00:00")
    assert counts_on(old, (Doubt.BEHIND,), received_at=RECEIVED, zone=WITA) == date(2026, 11, 5)


@pytest.mark.parametrize(
    ("numbers", "highest", "held", "missing"),
    [
        ([], 0, 0, ()),
        ([1, 2, 3], 3, 3, ()),
        ([3], 3, 1, (1, 2)),
        ([1, 4, 2, 4], 4, 3, (3,)),
        ([1, 9_999_999], 9_999_999, 2, tuple(range(2, 202))),
    ],
)
def test_the_numbers_between_that_are_missing_are_named(
    numbers: list[int], highest: int, held: int, missing: tuple[int, ...]
) -> None:
    told = statement(numbers)
    assert (told.highest, told.held, told.missing) == (highest, held, missing)
    assert told.missing_count == highest - held


def test_a_later_link_waits_for_those_that_do_not_stand_and_never_for_itself() -> None:
    assert missing_links(C, [A, B, A], None, {B}) == (A,)
    assert missing_links(C, [A], B, {A}) == (B,)
    assert missing_links(C, [C], C, set()) == ()
    assert missing_links(C, [], None, set()) == ()


def test_the_limit_of_waiting_is_over_on_its_day() -> None:
    since = RECEIVED - timedelta(days=WAIT_DAYS)
    assert waits_too_long(since, RECEIVED) and not waits_too_long(since + timedelta(seconds=1), RECEIVED)


def test_the_hash_of_the_body_tells_a_retry_from_a_variant() -> None:
    assert [arrival("a", held) for held in (None, "a", "b")] == [Arrival.NEW, Arrival.SAME, Arrival.VARIANT]


def test_two_contents_are_compared_and_merged_field_by_field() -> None:
    kept, other = {"result": "A", "cost": 1, "place": "Kantor"}, {"result": "B", "cost": 1, "remarks": "Hujan"}
    found = [(one.field, one.kept, one.other) for one in differences(kept, other)]
    assert found == [("result", "A", "B"), ("place", "Kantor", None), ("remarks", None, "Hujan")]
    assert merged(kept, other, ["remarks"]) == {**kept, "remarks": "Hujan"}
    assert merged(kept, other, ["result", "place"]) == {"result": "B", "cost": 1}
    assert merged(kept, other, []) == kept


def test_a_receipt_is_the_same_for_the_same_record_and_readable() -> None:
    one = receipt("ratna.tefa", 42, A, "ab")
    assert one == receipt("ratna.tefa", 42, A, "ab") and one.startswith("RATNATEFA-42-") and len(one) == 21
    assert len({one, receipt("ratna.tefa", 42, B, "ab"), receipt("ratna.tefa", 42, A, "ac")}) == 3
    assert receipt("", 1, A, "x").startswith("HP-1-") and len(receipt("x" * 90, 9_999_999, A, "x")) <= 40
