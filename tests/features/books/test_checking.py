"""What waits to be checked: drafts of others, the own where nobody else keeps the book, and the link to them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.features.books import queries, services
from sidamping.platform.access.models import Appointment
from tests.features.books.keeping import NOW, drafted, opened, paid, posted
from tests.people import Cast, User, look

SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[object]]


@pytest.fixture
def book(cast: Cast) -> UUID:
    return opened(cast, alone=False)


def waiting(who: User, book: UUID) -> tuple[int, int]:
    found = queries.waiting_drafts(look(who), book)
    return found.to_check, found.in_all


def test_the_chair_is_told_of_drafts_to_check_and_the_link_opens_exactly_those(
    cast: Cast, book: UUID, sign_in: SignIn, at_most_queries: Limit
) -> None:
    theirs = [drafted(look(cast.wati), book, paid(amount)) for amount in (5, 6)]
    own = drafted(look(cast.ujang), book, paid(7))
    client, link = sign_in(cast.ujang), f"{reverse('vouchers', args=[book])}?keadaan=periksa"
    client.get(reverse("chair_home"))
    with at_most_queries(10):
        home = client.get(reverse("chair_home")).content.decode()
    assert link in home and ">2</span>" in home and link in client.get(reverse("book", args=[book])).content.decode()
    with at_most_queries(10):
        page = client.get(link).content.decode()
    assert all(str(one) in page for one in theirs) and str(own) not in page
    assert waiting(cast.ujang, book) == (2, 3) and waiting(cast.wati, book) == (1, 3)


def test_who_changed_a_draft_no_longer_checks_it(cast: Cast, book: UUID) -> None:
    id = drafted(look(cast.wati), book, paid(5))
    services.change_draft(by=look(cast.ujang), voucher=id, draft=paid(6), proof=None, now=NOW, seen=1)
    assert waiting(cast.ujang, book) == (0, 1) and waiting(cast.wati, book) == (1, 1)


def test_where_nobody_else_keeps_the_book_the_own_drafts_wait(cast: Cast, book: UUID) -> None:
    Appointment.objects.filter(user=cast.wati).delete()
    drafted(look(cast.ujang), book, paid(5))
    assert waiting(cast.ujang, book) == (1, 1)


def test_readers_have_nothing_to_check_and_strangers_hear_nothing(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    drafted(look(cast.wati), book, paid(5))
    assert waiting(cast.ratna, book) == (0, 1) and waiting(cast.maria, book) == (0, 0)
    assert queries.drafts_to_check(look(cast.ratna)) == queries.drafts_to_check(look(cast.maria)) == ()
    asked = sign_in(cast.ratna).get(reverse("vouchers", args=[book]), {"keadaan": "periksa"})
    assert asked.status_code == 200 and "Menunggu Anda" not in asked.content.decode()


def test_without_drafts_the_home_does_not_mention_them(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    Appointment.objects.filter(user=cast.wati).delete()
    posted(look(cast.ujang), book, paid(5))
    assert "menunggu Anda periksa" not in sign_in(cast.ujang).get(reverse("chair_home")).content.decode()
