"""The format of a paper in force, in the words of the composition; and the deadline with the rule it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from sidamping.domain.deadlines import due_on
from sidamping.domain.papers.layout import Cell, Column, CopyTo, Layout, Line, Slot, Span, Step
from sidamping.domain.periods import Period, Year, parse_period
from sidamping.rules import books
from sidamping.rules.books import PaperFormat, Programme
from sidamping.rules.trace import RuleRef

MAY_FALL_BELOW_ZERO = frozenset({"surplus"})
"""Lines that are a difference by nature: a loss is a true figure, not a typing fault."""


@dataclass(frozen=True)
class Form:
    """A paper's format and programme in force at the end of a period, and the day it is due."""

    format: PaperFormat
    programme: Programme
    period: Period
    due_on: date
    due_rule: RuleRef

    @property
    def span(self) -> Span:
        return span_of(self.period)

    @property
    def rules(self) -> list[dict[str, str]]:
        """The files the paper was made by, as kept beside its frozen content."""
        files = (("papers", self.format), ("programmes", self.programme))
        named = [{"path": f"{kind}/{one.version}.yaml", "sha256": one.sha256} for kind, one in files]
        return [*named, self.due_rule.plain()]


@cache
def form_of(kind: str, programme: str, period: Period, area: str) -> Form:
    """The form for a period; the refusals of the rulebook pass through when nothing is in force."""
    found = books.paper_format(kind, period.end)
    rule, cited = books.due_rule(found, on=period.end, area=area)
    return Form(found, books.programme(programme, period.end), period, due_on(rule, period), cited)


def layout_of(form: Form) -> Layout:
    """The format as the composition wants it."""
    found = form.format
    return Layout(
        name=found.name,
        starts=found.starts,
        sha256=found.sha256,
        title=found.title,
        columns=tuple(Column(one.key, one.label, one.align, one.width, one.narrative) for one in found.columns),
        lines=tuple(_line(one) for one in found.lines),
        slots=tuple(Slot(one.slot, one.label) for one in found.signers),
        steps=tuple(Step(one.action, one.role, one.may_return) for one in found.acts),
        copies=tuple(CopyTo(one.no, one.recipient, one.via, one.role) for one in found.copies),
        cells=tuple(_cell(one) for one in found.sections),
        letterhead=form.programme.letterhead,
        notes=tuple(note.id for note in found.notes.values()),
        orientation=found.orientation,
        heading=found.heading,
        subtitle=found.subtitle,
        place=form.programme.place,
    )


def period_from(text: str) -> Period:
    """'2026-10', '2026-Q4', '2026' or two days; ValueError for anything else."""
    return parse_period(text)


def span_of(period: Period) -> Span:
    return Span(period.start, period.end, str(period.year) if isinstance(period, Year) else period.label())


def label_of(kind: str, on: date, language: str = "id") -> str:
    """What a kind of paper is called on screens."""
    return books.paper_format(kind, on).label.text(language)


def _line(one: books.Line) -> Line:
    return Line(one.code, one.label.id, one.nature, one.unit, one.code in MAY_FALL_BELOW_ZERO)


def _cell(one: books.Section) -> Cell:
    hint = one.hint.id if one.hint else ""
    return Cell(one.key, one.heading, one.level, one.content, one.source, one.required, hint)
