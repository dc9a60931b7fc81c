"""Templates of vouchers for whoever keeps the book: its own by name, then those that are ready for its chart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from sidamping.domain.ledger.chart import Chart
from sidamping.domain.ledger.plain import Part, Told, not_offered
from sidamping.domain.ledger.units import HEAD, account_of_unit, of_members
from sidamping.features.books.models import Template
from sidamping.features.books.queries.cards import chart_of_book
from sidamping.features.books.queries.lines import BookCard
from sidamping.features.books.queries.scope import keeps
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.rules.charts import MICRO
from sidamping.rules.voucher_templates import ReadyTemplate, ready_templates


@dataclass(frozen=True)
class TemplateLine:
    """A template: how it is asked for, what it is called, the words it fills in; `own` ones are the cooperative's."""

    key: str
    name: str
    told: Told
    text: str
    own: bool


def templates(book: BookCard, way: str = "") -> tuple[TemplateLine, ...]:
    """Those that the charts of a book and its units offer, of one way where one is named.

    Nothing for whoever does not keep the book.
    """
    if not book.may_write:
        return ()
    rows, chart = Template.objects.filter(book=book.id, dropped_at=None).order_by("name", "pk"), chart_of_book(book.id)
    ready = (_ready(one, unit, chart) for unit, name in book.charts for one in ready_templates(name))
    found = (*(_own(row) for row in rows), *ready)
    return tuple(one for one in found if way in ("", one.told.way) and not not_offered(one.told, chart))


def small_templates(side: str) -> tuple[TemplateLine, ...]:
    """Those that are ready for money that comes into the cash book of a small business, or goes out of it."""
    return tuple(_told(one) for one in ready_templates(MICRO) if one.told.way == side)


def own_template(viewer: Viewer, id: UUID) -> tuple[UUID, TemplateLine] | None:
    """One of a cooperative's own with its book; None for a stranger, and once it is dropped."""
    row = Template.objects.select_related("book").filter(pk=id, dropped_at=None).first()
    return (row.book_id, _own(row)) if row is not None and keeps(viewer, row.book) else None


def _own(row: Template) -> TemplateLine:
    parts = tuple(Part(one["account"], one["amount"]) for one in row.parts)
    return TemplateLine(str(row.pk), row.name, Told(row.way, row.purse, parts), row.text, own=True)


def _ready(one: ReadyTemplate, unit: str, chart: Chart) -> TemplateLine:
    """One of a chart; of a unit's chart with the accounts of the unit, and members' capital of the cooperative."""
    line = _told(one)
    if unit == HEAD:
        return line
    parts = tuple(replace(part, account=_of_unit(part.account, unit, chart)) for part in line.told.parts)
    own = replace(line.told, purse=_of_unit(line.told.purse, unit, chart), parts=parts)
    return replace(line, key=f"{line.key}.{unit}", name=f"{line.name} ({unit})", told=own)


def _told(one: ReadyTemplate) -> TemplateLine:
    name = one.label.text(reader_language())
    return TemplateLine(one.code, name, one.told, name, own=False)


def _of_unit(account: str, unit: str, chart: Chart) -> str:
    """The account in the unit, and members' capital in the cooperative, where any other may mean something else."""
    own, head = account_of_unit(account, unit), chart.accounts.get(account)
    return account if own not in chart.accounts and head and of_members(head) else own
