"""Templates of vouchers for whoever keeps the book: its own by name, then those that are ready for its chart."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sidamping.domain.ledger.plain import Part, Told, not_offered
from sidamping.features.books.models import Template
from sidamping.features.books.queries.cards import chart_of_book
from sidamping.features.books.queries.lines import BookCard
from sidamping.features.books.queries.scope import keeps
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
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
    """Those that the chart of a book offers, of one way where one is named; nothing for whoever does not keep it."""
    if not book.may_write:
        return ()
    rows = Template.objects.filter(book=book.id, dropped_at=None).order_by("name", "pk")
    ready = ready_templates(book.chart.partition("/")[0])
    chart, found = chart_of_book(book.id), (*(_own(row) for row in rows), *(_ready(one) for one in ready))
    return tuple(one for one in found if way in ("", one.told.way) and not not_offered(one.told, chart))


def own_template(viewer: Viewer, id: UUID) -> tuple[UUID, TemplateLine] | None:
    """One of a cooperative's own with its book; None for a stranger, and once it is dropped."""
    row = Template.objects.select_related("book").filter(pk=id, dropped_at=None).first()
    return (row.book_id, _own(row)) if row is not None and keeps(viewer, row.book) else None


def _own(row: Template) -> TemplateLine:
    parts = tuple(Part(one["account"], one["amount"]) for one in row.parts)
    return TemplateLine(str(row.pk), row.name, Told(row.way, row.purse, parts), row.text, own=True)


def _ready(one: ReadyTemplate) -> TemplateLine:
    name = one.label.text(reader_language())
    return TemplateLine(one.code, name, one.told, name, own=False)
