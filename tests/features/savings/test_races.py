"""Two tellers at once at one member, on two real connections: each settles other months (E10)."""

from __future__ import annotations

import time
from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import transaction

from sidamping.features.books.models import Voucher
from sidamping.features.savings import services
from sidamping.features.savings.services import Receipt
from sidamping.platform.database.ids import uuid7
from tests.features.books.test_races import HELD, at_once
from tests.features.savings.saving import CASH, NOW, WAJIB, Saving, saving
from tests.people import TODAY, gather

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def kept() -> Saving:
    return saving(gather())


def received(kept: Saving) -> UUID:
    """Rosa brings a month at the desk."""
    id = uuid7()
    services.receive(by=kept.writer, id=id, book=kept.book, receipt=Receipt(kept.party(kept.rosa), months=1), day=TODAY,
                     purse=CASH, text="Setoran", now=NOW)
    return id


def collected(kept: Saving) -> UUID:
    """Rosa brings a month at the meeting."""
    id = uuid7()
    services.collect(by=kept.writer, id=id, book=kept.book, months={kept.party(kept.rosa): 1}, day=TODAY, purse=CASH,
                     text="Rapat", now=NOW)
    return id


@pytest.mark.parametrize("second", [received, collected])
def test_two_tellers_never_settle_the_same_month(kept: Saving, second: Callable[[Saving], UUID]) -> None:
    def first() -> None:
        with transaction.atomic():
            received(kept)
            time.sleep(HELD)

    def late() -> None:
        time.sleep(HELD / 2)
        second(kept)

    assert at_once(first, late) == [None, None]
    notes = [line["note"] for one in Voucher.objects.all() for line in one.lines if line["account"] == WAJIB]
    assert sorted(notes) == ["Simpanan wajib November 2026", "Simpanan wajib Oktober 2026"]
