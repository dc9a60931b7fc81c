"""One cell of a workbook as text or date. Excel keeps every number as a float; codes come back as their digits."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from sidamping.domain.problems import Problem, problem
from sidamping.platform.xlsx.columns import Column, Kind

EXACT_DIGITS = 15
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january", "februari feb february pebruari", "maret mar march", "april apr", "mei may",
            "juni jun june", "juli jul july", "agustus agu ags aug august agt", "september sep sept",
            "oktober okt oct october", "november nov nopember nop", "desember des dec december",
        ),
        start=1,
    )
    for name in names.split()
}
Raw = str | float | int | bool | date | datetime | time | timedelta | None


def read_cell(raw: Raw, column: Column, where: str) -> tuple[str | date | None, list[Problem]]:
    """The value for the column ('' or None when empty) and what is wrong with the cell."""
    if column.kind is Kind.DATE:
        day = _day(raw)
        wrong = day is None and text_of(raw) != ""
        return day, [problem("SHEETS_006", where, column=column.label, seen=text_of(raw))] if wrong else []
    text = text_of(raw)
    if text.startswith("#") and text.rstrip("!?") in {"#REF", "#N/A", "#VALUE", "#DIV/0", "#NAME", "#NULL", "#NUM"}:
        return "", [problem("SHEETS_008", where, column=column.label, seen=text)]
    if column.kind is Kind.CODE and isinstance(raw, float | int) and len(text) > EXACT_DIGITS:
        return "", [problem("SHEETS_007", where, column=column.label, count=len(text))]
    return text, []


def text_of(raw: Raw) -> str:
    """The cell as people see it: whole floats without '.0', dates as dd/mm/yyyy."""
    if raw is None:
        return ""
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() else repr(raw)
    if isinstance(raw, datetime | date):
        return raw.strftime("%d/%m/%Y")
    return str(raw).strip()


def _day(raw: Raw) -> date | None:
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    return parse_day(raw) if isinstance(raw, str) else None


def parse_day(text: str) -> date | None:
    """'21/11/2026', '21-11-2026', '2026-11-21', '21 November 2026', '21 Nop 2026'; None if none of these."""
    parts = re.findall(r"[A-Za-z]+|\d+", text)
    if len(parts) != 3 or re.sub(r"[A-Za-z\d\s/.,\-]", "", text):
        return None
    if len(parts[0]) == 4:
        parts.reverse()
    day, month, year = parts
    number = MONTHS.get(month.lower()) if month.isalpha() else int(month)
    if not (day.isdigit() and year.isdigit() and len(year) == 4 and number):
        return None
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
