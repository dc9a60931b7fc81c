"""Cash books of two small businesses: the practice case, and a participant who tells no sales."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sidamping.domain.ledger.plain import IN
from sidamping.domain.periods import Month
from sidamping.edges.demo.admissions import scan
from sidamping.edges.demo.diary import moment
from sidamping.edges.demo.people import viewer
from sidamping.edges.demo.story import chapter, named
from sidamping.features.books import services
from sidamping.features.books.services import SmallEntry
from sidamping.rules.charts import MICRO

CASH, SALES, GOODS = "1110", "4210", "5210"
THOUSAND = 1000
BEGUN = 12
"""The mentoring of the participants begins in the first days of the first month; books begin a little later."""


def tell_small_books(first: Month, anchor: date) -> None:
    """From the first month of the story to the day before it is told; the last cost has a photo of its note."""
    for told in chapter("small_books")["books"]:
        begins = first.start + timedelta(days=BEGUN)
        writer, book = told["writer"] or chapter("progress")["mentor"], named("small-book", *told["business"])
        services.open_book(
            by=viewer(writer, begins), id=book, cooperative=named(*told["business"]), chart=MICRO, starts=first,
            now=moment(begins),
        )  # fmt: skip
        entries = list(_entries(told, begins, anchor))
        last_cost = max(at for at, one in enumerate(entries) if one.side != IN)
        for at, one in enumerate(entries):
            note = (f"{told['note']}.jpg", scan(told["note"])) if at == last_cost else None
            services.write_small(
                by=viewer(writer, one.day), id=named("small-entry", *told["business"], at), book=book, entry=one,
                proof=note, now=moment(one.day, 18),
            )  # fmt: skip
        _count(told, str(writer), book, begins, anchor)


def _entries(told: dict[str, Any], begins: date, anchor: date) -> Iterator[SmallEntry]:
    day = begins
    while day < anchor:
        for part, side, category in (("sales", IN, SALES), ("costs", "out", GOODS)):
            row = told[part]
            if day.weekday() in row["days"]:
                amount = row["amounts"][day.toordinal() % len(row["amounts"])] * THOUSAND
                yield SmallEntry(side, day, CASH, category, amount, row["text"])
        day += timedelta(days=1)


def _count(told: dict[str, Any], writer: str, book: UUID, begins: date, anchor: date) -> None:
    """Paid workers and family at the end of each month."""
    month = Month.of(begins)
    for at, (paid, family) in enumerate(told["workers"]):
        if month.end < anchor:
            services.count_workers(
                by=viewer(writer, month.end), id=named("small-count", *told["business"], at), book=book, day=month.end,
                paid=paid, family=family, now=moment(month.end, 18),
            )  # fmt: skip
        month = month.next
