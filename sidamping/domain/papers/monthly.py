"""The monthly papers made of the plan and the logbook: work plan, work journal, activity report (S4 annexes)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sidamping.domain.money import grouped
from sidamping.domain.papers import frame, words
from sidamping.domain.papers.facts import PlanFact, Records, Subject, VisitFact
from sidamping.domain.papers.layout import Cell, Layout, Span
from sidamping.domain.problems import Problem, problem

NOTE = Cell("note", "Keterangan tambahan")
"""A free note below the table; it also explains a month without records."""


def work_plan(
    layout: Layout, span: Span, subject: Subject, records: Records, written: Mapping[str, str]
) -> frame.Composed:
    """Rencana kerja bulanan: one row per planned activity."""
    rows = [_plan_row(no, item) for no, item in enumerate(_in_order(records.plan), 1)]
    return _monthly(layout, span, subject, records, written, rows, what="rencana kegiatan")


def journal(
    layout: Layout, span: Span, subject: Subject, records: Records, written: Mapping[str, str]
) -> frame.Composed:
    """Jurnal kerja: one row per visit."""
    rows = [_journal_row(no, visit) for no, visit in enumerate(_by_day(records.visits), 1)]
    return _monthly(layout, span, subject, records, written, rows, what="catatan kunjungan")


def activity_report(
    layout: Layout, span: Span, subject: Subject, records: Records, written: Mapping[str, str]
) -> frame.Composed:
    """Laporan bulanan kegiatan: one row per kind of activity and place; volume is the number of visits."""
    groups = activities_of(records.visits)
    rows = [_activity_row(no, group) for no, group in enumerate(groups, 1)]
    return _monthly(layout, span, subject, records, written, rows, what="catatan kunjungan")


def activities_of(visits: Iterable[VisitFact]) -> list[list[VisitFact]]:
    """The visits grouped by activity and place, each group and the groups in order of their first day."""
    groups: dict[tuple[str, str], list[VisitFact]] = {}
    for visit in _by_day(visits):
        groups.setdefault((visit.activity.strip().casefold(), visit.place.strip().casefold()), []).append(visit)
    return list(groups.values())


def _monthly(
    layout: Layout, span: Span, subject: Subject, records: Records, written: Mapping[str, str],
    rows: Sequence[frame.Content], *, what: str,
) -> frame.Composed:
    cells = cells_of(layout)
    said = frame.narrative(cells, written, {})
    missing: list[Problem] = list(frame.unwritten(cells, said))
    if not rows and not said.get(NOTE.key):
        missing.append(problem("PAPERS_009", NOTE.key, what=what, period=span.label))
    sections = [frame.table("rows", layout.columns, [_rewritten(one, layout, written) for one in rows])]
    sections += [frame.text(cell, said[cell.key]) for cell in cells if said[cell.key]]
    return frame.Composed(frame.frame(layout, span, subject, sections, records.signers), tuple(missing))


def cells_of(layout: Layout) -> tuple[Cell, ...]:
    """The cells of the format and the free note below the table."""
    return (*layout.cells, NOTE)


def _rewritten(row: frame.Content, layout: Layout, written: Mapping[str, str]) -> frame.Content:
    """The row with the mentor's own words in the columns where the format allows them."""
    for column in layout.columns:
        key = f"{row['key']}.{column.key}"
        if column.narrative and key in written:
            row["cells"][column.key] = written[key].strip()
    return row


def _plan_row(no: int, item: PlanFact) -> frame.Content:
    place = words.joined([item.mentee, item.place], ", ")
    when = words.joined([words.weekday(item.planned_on), words.hours(item.starts_at)], ", ")
    cells = {
        "no": str(no), "concern": item.concern, "activity": item.activity, "purpose": item.purpose,
        "target": item.target, "method": item.method, "place": place, "time": when,
    }
    return frame.row(cells, [item.id], key=str(item.id))


def _journal_row(no: int, visit: VisitFact) -> frame.Content:
    when = words.joined([words.weekday(visit.visited_on), words.hours(visit.starts_at, visit.ends_at)], ", ")
    cells = {
        "no": str(no), "day": when, "place": words.joined([words.listed(visit.mentees), visit.place], ", "),
        "activity": visit.activity, "purpose": visit.purpose, "material": visit.material,
        "result": visit.result, "remarks": visit.remarks,
    }
    return frame.row(cells, [visit.id], key=str(visit.id))


def _activity_row(no: int, visits: Sequence[VisitFact]) -> frame.Content:
    cells = {
        "no": str(no), "kind": visits[0].activity, "place": visits[0].place,
        "time": words.days(visit.visited_on for visit in visits),
        "volume": frame.figure(grouped(len(visits)), len(visits)),
        "target": words.joined(visit.target for visit in visits),
        "cost": frame.spent(visit.cost for visit in visits),
        "problems": words.joined(visit.obstacles for visit in visits),
        "suggestions": words.joined(visit.advice for visit in visits),
    }
    return frame.row(cells, [visit.id for visit in visits], key=str(visits[0].id))


def _by_day(visits: Iterable[VisitFact]) -> list[VisitFact]:
    return sorted(visits, key=lambda one: (one.visited_on, words.hours(one.starts_at), str(one.id)))


def _in_order(plan: Iterable[PlanFact]) -> list[PlanFact]:
    return sorted(plan, key=lambda one: (one.planned_on, words.hours(one.starts_at), str(one.id)))
