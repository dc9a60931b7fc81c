"""Tables as a workbook to keep: columns told in three words, the file ready to be handed out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import FileResponse

from sidamping.platform.xlsx.columns import Column, Kind
from sidamping.platform.xlsx.write import Table, Value, write_book

Columns = Iterable[tuple[str, Kind, int]]
"""Label, kind and width of each column."""


def table_of(
    tab: str, columns: Columns, rows: Iterable[Sequence[Value]], title: str = "", lead: Sequence[str] = ()
) -> Table:
    """One sheet; without a title of its own it is called as its tab."""
    shaped = [Column(str(place), label, kind, width) for place, (label, kind, width) in enumerate(columns)]
    return Table(tab=tab, columns=shaped, rows=rows, title=title or tab, lead=lead)


def workbook(name: str, *tables: Table) -> FileResponse:
    """The answer with the file."""
    return FileResponse(write_book(tables), as_attachment=True, filename=name)
