"""XLSForm workbooks for the tests, written as text tables: one line a row, columns between '|'."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime

import xlsxwriter

SURVEY = """
type               | name     | label           | label::English (en) | constraint            | weight
begin_group        | layanan  | Layanan         | Service             |                       | 60
select_one yatidak | ramah    | Petugas ramah   | Friendly staff      |                       | 20
decimal            | nilai    | Nilai kebersihan| Cleanliness         | . >= 0 and . <= 10    | 40
end_group          |          |                 |                     |                       |
begin_group        | tertib   | Tertib          | In order            |                       | 40
select_one yatidak | buku     | Buku kas ada    | Cash book           |                       |
select_one yatidak | kuitansi | Kuitansi ada    | Receipts            |                       |
end_group          |          |                 |                     |                       |
"""
CHOICES = """
list_name | name  | label | label::English (en) | score
yatidak   | ya    | Ya    | Yes                 |
yatidak   | tidak | Tidak | No                  |
"""
SETTINGS = """
form_title     | form_id       | version
Layanan warung | layanan-kecil | 2026-01-31
"""
SOUND = {"survey": SURVEY, "choices": CHOICES, "settings": SETTINGS}


def rows(table: str) -> list[list[str]]:
    """The cells of a text table; its first line is the heading."""
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def book(tables: Mapping[str, str]) -> bytes:
    """A workbook with a sheet for each table; figures are written as figures, as Excel keeps them."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_numbers": True, "strings_to_formulas": False}) as made:
        made.set_properties({"created": datetime(2026, 1, 1)})  # else each second gives other bytes
        for name, table in tables.items():
            sheet = made.add_worksheet(name)
            for number, line in enumerate(rows(table)):
                for place, cell in enumerate(line):
                    if cell:
                        sheet.write(number, place, cell)
    return out.getvalue()


def form(survey: str = SURVEY, *, choices: str = CHOICES, settings: str = SETTINGS, **more: str) -> bytes:
    """The sound form with some sheets replaced."""
    return book({"survey": survey, "choices": choices, "settings": settings, **more})
