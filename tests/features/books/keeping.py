"""Books of the tests: Ujang keeps the book of Merah Putih on the chart of savings-and-loan cooperatives."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from sidamping.domain.ledger.entries import GENERAL, Line
from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused
from sidamping.features.books import services
from sidamping.features.books.services import VoucherDraft
from sidamping.platform.access.models import Appointment
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from sidamping.platform.database.locks import broken_guard
from tests.people import TODAY, Cast, look

CASH, BANK, LOANS, VOLUNTARY, MANDATORY, INTEREST, SUPPLIES = "1110", "1121", "1141", "2111", "3120", "4110", "6121"
NOW = timezone.make_aware(datetime(TODAY.year, TODAY.month, TODAY.day, 9))
OCTOBER = Month(2026, 10)


def opened(cast: Cast, *, alone: bool = True, chart: str = "ksp") -> UUID:
    """The book of Merah Putih from January 2026 on; `alone`: Ujang keeps it without a treasurer and posts his own."""
    if alone:
        Appointment.objects.filter(user=cast.wati).delete()
    return services.open_book(
        by=look(cast.ujang), id=uuid7(), cooperative=cast.merah_putih.pk, chart=chart, starts=Month(2026, 1), now=NOW
    )


def savings(cast: Cast, amount: int, day: date = date(2026, 10, 5)) -> VoucherDraft:
    """A member brings mandatory savings in cash."""
    member = str(cast.keripik.owner_id)
    lines = (Line(CASH, amount), Line(MANDATORY, -amount, member))
    return VoucherDraft("BKM", day, "Simpanan wajib", lines)


def paid(amount: int, day: date = date(2026, 10, 5), text: str = "Alat tulis") -> VoucherDraft:
    """The cooperative buys paper for its office."""
    return VoucherDraft("BKK", day, text, (Line(SUPPLIES, amount), Line(CASH, -amount)), GENERAL)


def drafted(by: Viewer, book: UUID, draft: VoucherDraft) -> UUID:
    id = uuid7()
    services.draft_voucher(by=by, id=id, book=book, draft=draft, now=NOW)
    return id


def posted(by: Viewer, book: UUID, draft: VoucherDraft) -> UUID:
    id = drafted(by, book, draft)
    services.post_voucher(by=by, voucher=id, now=NOW)
    return id


def closed_until(by: Viewer, book: UUID, month: int, now: datetime) -> None:
    """The months of 2026 up to one are closed, each in its turn."""
    for one in range(1, month + 1):
        services.close_period(by=by, book=book, month=Month(2026, one), now=now)


def codes(act: Callable[[], Any]) -> list[str]:
    """The codes an act is refused with."""
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.codes


def refused_by_database(*statements: tuple[str, list[Any]]) -> str:
    """The guard that refuses the statements, run in one transaction as somebody with a shell would."""
    with pytest.raises(DatabaseError) as refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for sql, values in statements:
            cursor.execute(sql, values)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    found = refused.value
    if "SEALED" in str(found):
        return "sealed"
    return broken_guard(found)  # type: ignore[arg-type]  # reads the diagnosis of any database error
