"""Every address × every role × own and foreign territory, by GET and POST, against permissions.txt (house rule 47).

On the same walk no page that opens asks the database more often than it may.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests import people
from tests.habits import objects, rounds
from tests.habits.query_budget import most_of
from tests.habits.rounds import Opened
from tests.people import Cast

pytestmark = pytest.mark.django_db

PEOPLE = ("ujang", "ratna", "maria", "yosef", "dominggus", "petronela", "sarlin", "paulus", "agnes", "anton", "wati")
PUBLIC = {
    "about", "help", "health", "language", "paper_check", "letter_check", "calendar_feed", "participant_form",
    "mentor_call", "mentor_calls", "mentor_places", "mentor_receipt",
    "open_calls", "open_call", "apply", "apply_places", "applied", "applied_documents", "applied_withdraw",
    "applied_letter_pdf", "field_app", "field_file", "field_worker", "view_leave", "vote",
}
STATUS = {403: "-", 404: "x", 302: "o", 303: "o", 200: "o", 422: "o"}
BOTH = {"oo": "o", "ox": "w", "xo": "f", "xx": "x", "--": "-"}
SIGN_IN, OPEN = 302, 200


def expected() -> dict[tuple[str, str], list[str]]:
    """(address, method) → one letter per person, from the table."""
    lines = (Path(__file__).parent / "permissions.txt").read_text().splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return {(row[0], row[1]): row[2:] for row in rows}


@pytest.fixture(scope="module")
def everybody(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Cast]:
    """The cast made once for all tests of this file, and taken back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield people.gather()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def sides(everybody: Cast, django_db_blocker: DjangoDbBlocker) -> dict[str, objects.Objects]:
    """What both own, made once: a walk takes back whatever a request changed."""
    with django_db_blocker.unblock():
        return {"own": objects.own(everybody), "foreign": objects.foreign(everybody)}


@pytest.fixture(scope="module")
def walked(everybody: Cast, sides: dict[str, objects.Objects]) -> Callable[[str], list[Opened]]:
    """`walked("ratna")` is what every address answered her; each person walks once."""
    return cache(lambda name: list(rounds.walk(getattr(everybody, name), sides)))


ONCE_EACH = pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.xdist_group(f"walk of {name}")) for name in PEOPLE]
)
"""Both tests of a person run beside each other, so that the walk is shared."""


@ONCE_EACH
def test_a_person_opens_what_the_role_needs_and_no_more(name: str, walked: Callable[[str], list[Opened]]) -> None:
    table, column = expected(), PEOPLE.index(name)
    odd = {
        key: (letter, wanted)
        for key, letter in _letters(walked(name))
        if letter != (wanted := table[key][column] if key in table else "-")
    }
    assert not odd, "address: (seen, expected)"


@ONCE_EACH
def test_a_page_asks_the_database_at_most_ten_times(name: str, walked: Callable[[str], list[Opened]]) -> None:
    pages = [one for one in walked(name) if one.method == "get" and one.status == OPEN]
    assert not {one.name: one.asked for one in pages if one.asked > most_of(one.name)}


def test_a_stranger_is_sent_to_the_sign_in_page(sides: dict[str, objects.Objects]) -> None:
    walked = list(rounds.walk(None, sides))
    assert not [one for one in walked if one.name not in PUBLIC and one.status != SIGN_IN]
    assert {one.name for one in walked if one.name in PUBLIC} == PUBLIC


def test_the_table_names_every_address_and_nothing_else() -> None:
    assert {name for name, _ in expected()} == {address.name for address in rounds.pages()}


def _letters(walked: Iterable[Opened]) -> Iterator[tuple[tuple[str, str], str]]:
    seen: dict[tuple[str, str], dict[str, str]] = {}
    for one in walked:
        seen.setdefault((one.name, one.method), {})[one.side] = STATUS.get(one.status, str(one.status))
    for key, by_side in seen.items():
        if "" in by_side:
            yield key, by_side[""]
        else:
            pair = by_side["own"] + by_side["foreign"]
            yield key, BOTH.get(pair, pair)
