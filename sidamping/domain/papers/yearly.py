"""The annual report: three chapters of words, tables of the year, annexes (S4; C15: not yet adopted by the RAT)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.domain.money import grouped
from sidamping.domain.papers import frame, words
from sidamping.domain.papers.chapters import chaptered
from sidamping.domain.papers.continuity import Value, shown
from sidamping.domain.papers.facts import ProblemFact, Records, Subject, VisitFact
from sidamping.domain.papers.layout import Column, Layout, Line, Span
from sidamping.domain.papers.monthly import activities_of
from sidamping.domain.periods import Month, month_name

PHOTO_LIMIT = 12


@dataclass(frozen=True)
class Closing:
    """The closing figures of one month's accepted development report."""

    month: date
    revision: UUID
    values: Mapping[str, Value]


def annual_report(
    layout: Layout, span: Span, subject: Subject, records: Records, written: Mapping[str, str],
    closings: Sequence[Closing], lines: Sequence[Line],
) -> frame.Composed:
    """Laporan tahunan TPK; every proposal can be rewritten, every table stays as recorded."""
    said = frame.narrative(layout.cells, written, proposals(span, subject, records))
    tables = {
        "visits_by_month": [_by_month(records.visits)],
        "visit_results": [_results(records.visits)],
        "problems_and_choices": [_obstacles(records.problems)],
        "development_by_month": [_development(closings, lines, span)],
        "photos": [_documentation(records)],
    }
    sources = {
        "observation_and_plans": [*(one.id for one in records.observations), *(item.id for item in records.plan)],
        "joint_evaluations": [one.id for one in records.evaluations],
    }
    sections = chaptered(layout.cells, said, tables, sources)
    content = frame.frame(layout, span, subject, sections, records.signers)
    return frame.Composed(content, frame.unwritten(layout.cells, said))


def proposals(span: Span, subject: Subject, records: Records) -> dict[str, str]:
    """Words proposed for the cells, made only of what is recorded; a cell without a record stays empty."""
    visits, problems = records.visits, records.problems
    where = words.joined([subject.mentee, subject.village, subject.district, subject.regency], ", ")
    return {
        "1.1": f"{where} didampingi dalam program {subject.programme} oleh {subject.mentor} selama {span.label}.",
        "1.2": words.listed(visit.purpose for visit in visits),
        "1.3": words.listed(visit.target for visit in visits),
        "1.4": words.listed(item.purpose for item in records.plan),
        "2.1": _preparation(records),
        "2.2": f"Selama {span.label} dilaksanakan {grouped(len(visits))} kunjungan." if visits else "",
        "2.3": words.joined(visit.result for visit in visits[-5:]),
        "2.4": words.joined(_told(one) for one in problems),
        "2.5": "\n\n".join(words.joined([one.went_well, one.difficulties], ". ") for one in records.evaluations),
        "3.1": _conclusion(span, records),
        "3.2": words.joined(
            [*(one.next_plan for one in records.evaluations), *(visit.advice for visit in visits[-5:])]
        ),
    }


def _preparation(records: Records) -> str:
    told = [
        f"Pengamatan awal {words.day(one.observed_on)}: {words.joined(one.findings)}." for one in records.observations
    ]
    if records.plan:
        activities = words.listed(item.activity for item in records.plan)
        told.append(f"Disusun {grouped(len(records.plan))} rencana kegiatan bersama dampingan: {activities}.")
    return "\n\n".join(told)


def _conclusion(span: Span, records: Records) -> str:
    if not records.visits:
        return ""
    solved = sum(one.solved for one in records.problems)
    told = f"Dari {grouped(len(records.problems))} masalah yang ditemukan, {grouped(solved)} selesai."
    held = f"Pendampingan {span.label} berjalan dengan {grouped(len(records.visits))} kunjungan."
    return f"{held} {told}" if records.problems else held


def _told(one: ProblemFact) -> str:
    return words.joined([one.title, one.choice and f"dipilih: {one.choice}", one.outcome], " — ")


def _by_month(visits: Sequence[VisitFact]) -> frame.Content:
    columns = (
        Column("month", "Bulan"), Column("volume", "Kunjungan", "right"), Column("kinds", "Kegiatan"),
        Column("cost", "Biaya", "right"),
    )
    rows = []
    for month in sorted({Month.of(visit.visited_on) for visit in visits}):
        inside = [visit for visit in visits if visit.visited_on in month]
        cells = {
            "month": month.label(), "volume": frame.figure(grouped(len(inside)), len(inside)),
            "kinds": words.joined(visit.activity for visit in inside),
            "cost": frame.spent(visit.cost for visit in inside),
        }
        rows.append(frame.row(cells, [visit.id for visit in inside]))
    return frame.table("months", columns, rows, "Kegiatan per bulan")


def _results(visits: Sequence[VisitFact]) -> frame.Content:
    columns = (
        Column("no", "No", "center", "6%"), Column("kind", "Kegiatan"), Column("volume", "Kali", "right"),
        Column("result", "Hasil"),
    )
    rows = []
    for no, group in enumerate(activities_of(visits), 1):
        cells = {
            "no": str(no), "kind": group[0].activity, "volume": frame.figure(grouped(len(group)), len(group)),
            "result": words.joined(visit.result for visit in group),
        }
        rows.append(frame.row(cells, [visit.id for visit in group]))
    return frame.table("results", columns, rows, "Hasil kegiatan")


def _obstacles(problems: Sequence[ProblemFact]) -> frame.Content:
    columns = (
        Column("no", "No", "center", "6%"), Column("problem", "Kendala"), Column("cause", "Akar masalah"),
        Column("action", "Tindakan yang dipilih dampingan"), Column("outcome", "Hasil"),
    )
    rows = [
        frame.row(
            {"no": str(no), "problem": one.title, "cause": one.cause, "action": one.choice, "outcome": one.outcome},
            [one.id],
        )
        for no, one in enumerate(problems, 1)
    ]
    return frame.table("obstacles", columns, rows, "Kendala dan tindakan")


def _development(closings: Sequence[Closing], lines: Sequence[Line], span: Span) -> frame.Content:
    by_month = {Month.of(one.month).month: one for one in closings if one.month.year == span.start.year}
    columns = [Column("line", "Uraian", "left", "16%")]
    columns += [Column(f"m{month}", month_name(month)[:3], "right") for month in range(1, 13)]
    rows = []
    for line in lines:
        cells: frame.Content = {"line": line.label}
        for month in range(1, 13):
            value = by_month[month].values.get(line.code) if month in by_month else None
            cells[f"m{month}"] = frame.figure(shown(value, line.unit) if month in by_month else "", value)
        rows.append(frame.row(cells, [by_month[month].revision for month in sorted(by_month)], key=line.code))
    return frame.table("development", columns, rows)


def _documentation(records: Records) -> frame.Content:
    return frame.photos("documentation", "", records.photos[:PHOTO_LIMIT])
