"""Opens a unit that keeps accounts of its own within a book, and gives it capital or takes some back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.chart import Chart
from sidamping.domain.ledger.entries import Line
from sidamping.domain.ledger.units import CAPITAL, HEAD, UNIT_CODE, paired, savings_unit
from sidamping.domain.money import rupiah
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books.models import Account, Book, Unit
from sidamping.features.books.queries.amounts import sums
from sidamping.features.books.queries.cards import chart_of_book
from sidamping.features.books.queries.newest import forget_newest
from sidamping.features.books.services.drafting import Drafted, VoucherDraft, draft_voucher
from sidamping.features.books.services.keeping import kept_book, tell
from sidamping.features.books.services.opening import account_row
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns
from sidamping.rules.charts import MICRO, SAVINGS_AND_LOAN, bringing, charts_on


@dataclass(frozen=True)
class CapitalDraft:
    """Capital of a unit that moves between a purse of the cooperative and one of the unit; `back` takes it back."""

    unit: str
    outside: str
    inside: str
    amount: int
    day: date
    text: str
    back: bool = False


@transaction.atomic
def open_unit(*, by: Viewer, id: UUID, book: UUID, code: str, name: str, chart: str, now: datetime) -> UUID:
    """A unit with the accounts of the chart in force today, and those between it and the cooperative."""
    kept, code, name = kept_book(by, book), code.strip().upper(), name.strip()
    take_turns(book)
    there = Unit.objects.filter(pk=id, book=kept).first()
    if there is not None and (there.code, there.name) == (code, name):
        return id
    refuse_if(_faults(kept, by, code, name, chart))
    accounts, ref = bringing(chart, code, by.on)
    version = ref.path.removeprefix("charts/").removesuffix(".yaml")
    Unit.objects.create(
        id=id, book=kept, code=code, name=name, chart=version, chart_sha256=ref.sha256, opened_by_id=by.user_id,
        opened_at=now,
    )  # fmt: skip
    Account.objects.bulk_create(account_row(kept, one) for one in accounts)
    forget_newest()
    tell("unit_opened", by, id, kept, unit=code, name=name, chart=version, sha256=ref.sha256)
    return id


@transaction.atomic
def draft_capital(*, by: Viewer, id: UUID, book: UUID, draft: CapitalDraft, now: datetime, seen: int = 0) -> Drafted:
    """The draft that moves capital, balanced in the unit and in the cooperative. Sent twice, it is one draft."""
    kept_book(by, book)
    chart = chart_of_book(book)
    if draft.unit not in chart.units:
        raise Refused(problem("UNITS_007", "unit", seen=draft.unit[:20]))
    refuse_if(_foreign(chart, draft))
    inside, outside = paired(chart, draft.unit, CAPITAL)
    held = inside.shown(sums(book, draft.day).get(inside.code, 0))
    if draft.back and draft.amount > held:
        told = {"unit": draft.unit, "held": rupiah(held), "amount": rupiah(draft.amount)}
        raise Refused(problem("UNITS_008", "amount", **told))
    moved = -draft.amount if draft.back else draft.amount
    lines = (
        Line(draft.inside, moved), Line(inside.code, -moved), Line(outside.code, moved), Line(draft.outside, -moved)
    )
    written = VoucherDraft("BM", draft.day, draft.text.strip(), lines)
    return draft_voucher(by=by, id=id, book=book, draft=written, now=now, seen=seen)


def _faults(book: Book, by: Viewer, code: str, name: str, chart: str) -> list[Problem]:
    """A short name that is odd or taken, a name or chart that is missing, a second unit of savings and loans."""
    found = []
    if not re.fullmatch(UNIT_CODE, code):
        found.append(problem("UNITS_003", "code", seen=code[:20]))
    if Unit.objects.filter(book=book, code=code).exists():
        found.append(problem("UNITS_004", "code", seen=code))
    if not name:
        found.append(problem("GENERAL_001", "name", label=_("Nama unit")))
    if book.chart.startswith(f"{MICRO}/") or chart not in {one for one, _words in charts_on(by.on)}:
        found.append(problem("GENERAL_002", "chart", label=_("Bagan akun"), seen=chart[:20]))
    lends = savings_unit(chart_of_book(book.pk))
    if chart == SAVINGS_AND_LOAN and (lends or book.chart.startswith(f"{SAVINGS_AND_LOAN}/")):
        found.append(problem("UNITS_005", "chart", where=lends or book.party.name))
    return found


def _foreign(chart: Chart, draft: CapitalDraft) -> list[Problem]:
    """Purses that are none, or lie on the wrong side."""
    sides = (("outside", draft.outside, HEAD), ("inside", draft.inside, draft.unit))
    return [
        problem("GENERAL_002", name, label=_("Tempat uang"), seen=code[:20]) for name, code, unit in sides
        if (one := chart.accounts.get(code)) is None or not one.cash or one.unit != unit
    ]
