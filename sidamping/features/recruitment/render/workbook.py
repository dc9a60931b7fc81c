"""The ranked list as a workbook: rank, name, the mean mark of each aspect, the total, what decided, the outcome."""

from __future__ import annotations

from typing import IO

from django.utils.translation import gettext as _

from sidamping.features.recruitment.render.shown import ShownRanking
from sidamping.platform.xlsx.columns import Column, Kind
from sidamping.platform.xlsx.write import Table, Value, write_book


def ranking_book(shown: ShownRanking) -> IO[bytes]:
    """The workbook as an open file at its start."""
    heads = [_("Peringkat"), _("Nama"), _("Posisi"), *(f"{one.label} ({one.share})" for one in shown.aspects),
             _("Jumlah"), _("Yang membedakan"), _("Hasil")]
    columns = [_column(key, head, number) for number, (key, head) in enumerate(zip(_keys(heads), heads, strict=True))]
    rows: list[list[Value]] = [
        [one.rank, one.name, one.position, *one.marks, one.total, one.how, one.state] for one in shown.rows
    ]
    lead = [shown.title, _("Dicari %(places)s orang. %(rule)s") % {"places": shown.places, "rule": shown.tie_rule}]
    lead += [shown.notice, _("Per %(day)s") % {"day": shown.day}]
    return write_book([Table(_("Peringkat"), columns, rows, _("Daftar peringkat") + f" · {shown.cohort}", lead)])


def _keys(heads: list[str]) -> list[str]:
    return [f"c{number}" for number in range(len(heads))]


def _column(key: str, head: str, number: int) -> Column:
    return Column(key, head, Kind.NUMBER if number == 0 else Kind.TEXT)
