"""What people type wrongly into books is told where it stands, what it is and what to do, once and all at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.features.books.models import Voucher
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import opened
from tests.people import Cast, User

SignIn = Callable[[User], Client]
RECEIPT = {"seen": "0", "day": "2026-10-05", "purse": "1110", "member": "", "text": "Jasa pinjaman Oktober"}


@pytest.fixture
def book(cast: Cast) -> UUID:
    return opened(cast, alone=False)


def told(page: str) -> list[str]:
    """The codes in the list at the top of a page that was refused."""
    return re.findall(r'class="code">(\w+)<', page.partition("data-faults")[2].partition("</ul>")[0])


@pytest.mark.parametrize(("typed", "code"), [
    ("-5.000", "FIGURES_007"), ("0", "FIGURES_016"), ("1.250,50", "FIGURES_005"), ("1250.5", "FIGURES_005"),
    ("lima ribu", "FIGURES_017"), ("12.34.56", "FIGURES_017"), ("10000000000000000", "FIGURES_008"),
])
def test_an_amount_that_is_none_is_told_once_with_its_code_and_stays_on_the_page(
    book: UUID, cast: Cast, sign_in: SignIn, typed: str, code: str
) -> None:
    sent = {**RECEIPT, "id": str(uuid7()), "purpose_1": "4110", "amount_1": typed}
    answer = sign_in(cast.wati).post(reverse("money_in", args=[book]), sent)
    page = answer.content.decode()
    assert (answer.status_code, told(page)) == (422, [code])
    assert f'value="{typed}"' in page and "Jasa pinjaman Oktober" in page
    assert not Voucher.objects.exists()


def test_every_fault_of_a_receipt_is_told_at_once(book: UUID, cast: Cast, sign_in: SignIn) -> None:
    """An amount below zero in row 1, a purpose without its amount in row 2, an account that is none, and no day."""
    rows = {"purpose_1": "4110", "amount_1": "-5", "purpose_2": "7120", "purpose_3": "99", "amount_3": "5"}
    sent = {**RECEIPT, "id": str(uuid7()), "day": "", **rows}
    page = sign_in(cast.wati).post(reverse("money_in", args=[book]), sent).content.decode()
    assert sorted(told(page)) == ["BOOKS_040", "FIGURES_007", "GENERAL_001", "GENERAL_002"]
