"""Reads an instrument from an XLSForm workbook: every fault at once, each with sheet, row, column and what to do.

The outcome is an instrument file as it would stand in the rulebook; the rulebook's own checks have the last word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import yaml

from sidamping.domain.problems import Problem, problem, refuse_if
from sidamping.domain.scoring.instrument import Instrument
from sidamping.edges.exchange.xlsform.choices import lists_of
from sidamping.edges.exchange.xlsform.instrument import data_of
from sidamping.edges.exchange.xlsform.settings import settings_of
from sidamping.edges.exchange.xlsform.survey import survey_of
from sidamping.edges.exchange.xlsform.workbook import Row, read_book
from sidamping.rules.loader import book
from sidamping.rules.uploaded import uploaded_instrument

NOT_ASKED = frozenset({"", "no", "false", "false()"})


@dataclass(frozen=True)
class FormRead:
    """An instrument as it was read: its file as text with hash, the workbook it came from, and remarks."""

    name: str
    starts: date
    content: str
    sha256: str
    data: Mapping[str, Any]
    instrument: Instrument
    filename: str
    workbook: bytes
    remarks: tuple[Problem, ...] = ()


def read_workbook(filename: str, content: bytes) -> FormRead:
    """The instrument in a workbook; Refused with everything that is wrong."""
    rows = read_book(filename, content)
    problems = rows.problems
    settings = settings_of(rows.settings, problems)
    survey = survey_of(rows.survey, lists_of(rows.choices, problems), problems)
    data = data_of(survey, settings, _cited, problems)
    refuse_if(sorted(problems, key=_place))
    text = written(data)
    made = uploaded_instrument(settings.name, settings.starts, text)
    return FormRead(settings.name, settings.starts, text, made.sha256, data, made, filename, content,
                    tuple(_remarks(rows.survey)))


def written(data: Mapping[str, Any]) -> str:
    """The data as YAML that the rulebook's reader takes: the same data gives the same text."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)


def _cited(cite: str) -> bool:
    """Whether the rulebook knows a source and its article."""
    name, _, article = cite.partition("#")
    return any(article in one.data["articles"] for one in book().of("sources", name))


def _remarks(rows: tuple[Row, ...]) -> list[Problem]:
    """What was read otherwise than a writer might think; nothing that stops."""
    required = [row for row in rows if row.text("required").lower() not in NOT_ASKED]
    unspoken = [row for row in rows if row.text("label.id") and not row.text("label.en")]
    found = [problem("EXCHANGE_027", "survey", count=len(required))] if required else []
    if unspoken:
        found.append(problem("EXCHANGE_028", "survey", count=len(unspoken), row=unspoken[0].number))
    return found


def _place(one: Problem) -> tuple[bool, str, int]:
    """The faults of the workbook first, then sheet by sheet, row by row."""
    row = one.values.get("row")
    return isinstance(row, int), str(one.values.get("sheet", "")), row if isinstance(row, int) else 0


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]  # the C writer where it is built
    """Safe YAML with exact decimals and no anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _decimal(dumper: yaml.SafeDumper, value: Decimal) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:float", f"{value:f}")


_Dumper.add_representer(Decimal, _decimal)
