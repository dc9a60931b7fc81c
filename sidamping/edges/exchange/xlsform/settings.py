"""The sheet settings: which instrument the form is, from which day on, what its total is and whom it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from sidamping.domain.problems import Problem
from sidamping.edges.exchange.xlsform.choices import number
from sidamping.edges.exchange.xlsform.columns import SETTINGS
from sidamping.edges.exchange.xlsform.names import CODE, MOST
from sidamping.edges.exchange.xlsform.workbook import Row
from sidamping.platform.xlsx.cells import parse_day
from sidamping.rules.instrument_shapes import RESPONDENTS, SUBJECTS

DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\+.*)?")
KNOWN = {"subject": SUBJECTS, "respondent": RESPONDENTS}
SOME_DAY = date(2000, 1, 1)


@dataclass(frozen=True)
class Settings:
    """What the sheet says; `choices` are subject and respondent where they were chosen."""

    row: Row
    name: str
    starts: date
    title: dict[str, str]
    total: Fraction | None = None
    choices: dict[str, str] = field(default_factory=dict)


def settings_of(rows: tuple[Row, ...], problems: list[Problem]) -> Settings:
    """The one row of the sheet; faults go to the list of problems."""
    row = rows[0] if rows else Row(SETTINGS, 2, {})
    problems.extend(second.fault("EXCHANGE_021") for second in rows[1:])
    name, title, total = row.text("form_id"), row.text("form_title"), row.text("total")
    if CODE.fullmatch(name) is None or len(name) > MOST:
        problems.append(row.fault("EXCHANGE_008", column="form_id", seen=name, limit=MOST))
    if not title:
        problems.append(row.fault("EXCHANGE_010", column="form_title", seen=name))
    if total and (number(total) or 0) <= 0:
        problems.append(row.fault("EXCHANGE_015", column="total", seen=total))
    chosen = {key: row.text(key) for key in KNOWN if row.text(key)}
    for key in (key for key, value in chosen.items() if value not in KNOWN[key]):
        known = ", ".join(KNOWN[key])
        problems.append(row.fault("EXCHANGE_020", column=key, seen=chosen[key], known=known))
    titles = {"id": title, "en": row.text("form_title_en") or title}
    return Settings(row, name, _starts(row, problems), titles, number(total) if total else None, chosen)


def _starts(row: Row, problems: list[Problem]) -> date:
    """The day a version begins with: 2026-01-31, with or without '+' and a hash, or a cell that holds a date."""
    text = row.text("version")
    found = DAY.fullmatch(text)
    made = parse_day(found[1] if found else text)
    if made is None or not 1945 <= made.year <= 2100:
        problems.append(row.fault("EXCHANGE_019", seen=text))
        return SOME_DAY
    return made
