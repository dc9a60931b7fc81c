"""Numbers have no gaps and no doubles, also when two people submit at once (F9)."""

from __future__ import annotations

import threading
from datetime import date

import pytest
from django.db import close_old_connections, connection, transaction

from sidamping.domain.problems import Refused
from sidamping.platform.documents.models import Counter
from sidamping.platform.documents.numbering import next_number, number_text

SERIES = "TPK-NTT/LBK/53.01"


@pytest.mark.django_db
def test_each_series_and_year_counts_from_one() -> None:
    assert [next_number(SERIES, 2026), next_number(SERIES, 2026)] == [1, 2]
    assert next_number(SERIES, 2027) == 1
    assert next_number("TPK-NTT/LT/53.01", 2026) == 1


@pytest.mark.django_db(transaction=True)
def test_a_number_outside_a_transaction_is_refused() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        next_number(SERIES, 2026)


@pytest.mark.django_db(transaction=True)
def test_a_rollback_gives_the_number_back() -> None:
    class Undone(Exception):
        pass

    with pytest.raises(Undone), transaction.atomic():
        assert next_number(SERIES, 2026) == 1
        raise Undone
    with transaction.atomic():
        assert next_number(SERIES, 2026) == 1


@pytest.mark.django_db(transaction=True)
def test_two_connections_at_once_leave_no_gap_and_no_double() -> None:
    taken: list[int] = []
    start = threading.Barrier(2)

    def submit_papers() -> None:
        start.wait(10)
        for turn in range(25):
            with transaction.atomic():
                number = next_number(SERIES, 2026)
                if turn % 5 == 4:
                    transaction.set_rollback(True)
                else:
                    taken.append(number)
        connection.close()

    people = [threading.Thread(target=submit_papers) for _ in range(2)]
    for one in people:
        one.start()
    for one in people:
        one.join(30)
    assert sorted(taken) == list(range(1, 41))
    assert Counter.objects.get(series=SERIES, year=2026).last == 40


@pytest.mark.django_db(transaction=True)
def test_the_second_waits_until_the_first_has_decided() -> None:
    second: list[int] = []

    def later() -> None:
        close_old_connections()
        with transaction.atomic():
            second.append(next_number(SERIES, 2026))
        connection.close()

    with transaction.atomic():
        assert next_number(SERIES, 2026) == 1
        other = threading.Thread(target=later)
        other.start()
        other.join(0.4)
        assert second == []
        transaction.set_rollback(True)
    other.join(10)
    assert second == [1]


@pytest.mark.parametrize(
    ("pattern", "printed"),
    [
        ("{seq:03d}/LBK-TPK/{regency}/{roman_month}/{year}", "007/LBK-TPK/53.01/X/2026"),
        ("{seq}/{month:02d}/{year}", "7/10/2026"),
        ("B-{seq:04d}", "B-0007"),
    ],
)
def test_a_pattern_prints_the_number_of_the_office(pattern: str, printed: str) -> None:
    assert number_text(pattern, seq=7, on=date(2026, 10, 31), regency="53.01") == printed


@pytest.mark.parametrize("pattern", ["{seq}/{bulan}", "{seq.real}", "{0}", "{}"])
def test_an_unknown_part_of_a_pattern_is_named(pattern: str) -> None:
    with pytest.raises(Refused) as refused:
        number_text(pattern, seq=1, on=date(2026, 10, 31))
    assert refused.value.codes == ["DOCUMENTS_004"]
