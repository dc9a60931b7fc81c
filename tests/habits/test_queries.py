"""Every page asks the database at most ten times, whoever opens it; session, person and roles are three of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sidamping.platform.access.models import User
from tests.habits import objects, rounds
from tests.people import Cast

MOST = 10
PEOPLE = ("ujang", "ratna", "yosef", "paulus", "agnes", "anton")
"""A chair, a mentor, a coordinator, the PMO, an assessor and the administrator open every page between them."""
GATHERED, WITH_BOOKS, WITH_NETWORKS, WITH_LABELS, WHOLE_YEAR, WITH_FIGURES = 25, 11, 11, 11, 60, 14
MORE = {
    "handover": GATHERED,
    "handover_pdf": GATHERED,
    "participants": WITH_BOOKS,
    "participants_export": WITH_BOOKS,
    "board_export": WITH_NETWORKS,
    "contact_budget": WITH_BOOKS,
    "cohort_success": WITH_BOOKS,
    "book": WITH_LABELS,
    "licence": WITH_BOOKS,
    "rat_book_pdf": WHOLE_YEAR,
    "rat_passage": WITH_FIGURES,
}
"""Until it is handed over, the dossier gathers what nine rooms keep of a mentee; afterwards it is frozen. Lists of
participants ask once more for all their cash books, beside the cohorts and districts that an office chooses from; the
board's workbook lists the networks besides. Before offices, the first page of a book asks once more for the members
whose names it takes out of what was typed. The legal standing asks a mentor's carrying once more. The annual meeting's
book gathers a whole year from ledger, registers and plans until it is frozen; a passage of it begins with what the
registers say."""


@pytest.mark.parametrize("name", PEOPLE)
def test_a_page_asks_the_database_at_most_ten_times(name: str, cast: Cast) -> None:
    who: User = getattr(cast, name)
    asked = _asked(who, objects.own(cast))
    assert not {page: count for page, count in asked if count > MORE.get(page, MOST)}


def _asked(who: User, of: objects.Objects) -> Iterator[tuple[str, int]]:
    """Each page that opens, and how often it asked."""
    client = Client()
    client.force_login(who)
    for address in rounds.pages():
        url = rounds.url_of(address, of)
        status, count = _ask(client, url)
        if count > MOST:
            status, count = _ask(client, url)  # what a process reads once and keeps is not asked again
        if status == 200:
            yield address.name, count


def _ask(client: Client, url: str) -> tuple[int, int]:
    """The status of a page, and how often it asked."""
    with CaptureQueriesContext(connection) as seen:
        status = client.get(url).status_code
    return status, len(seen)
