"""The final report of a mentoring: four chapters, with before and after, what worked and what did not (S0, D.4.b.3).

Where an indicator has nothing to be compared with, the report says why; it is never left out in silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sidamping.domain.money import grouped
from sidamping.domain.papers import frame, words
from sidamping.domain.papers.chapters import chaptered
from sidamping.domain.papers.facts import Records, Subject
from sidamping.domain.papers.layout import Layout, Span
from sidamping.domain.papers.monitoring import compared, tables_of
from sidamping.domain.problems import Problem, problem

WHY_NOT_COMPARED = "3.1.1"
LAST = 5
"""So many of the last visits speak in the follow-up."""


def final_report(
    layout: Layout, span: Span, subject: Subject, records: Records, written: Mapping[str, str]
) -> frame.Composed:
    """Laporan akhir pendampingan usaha anggota."""
    said = frame.narrative(layout.cells, written, proposals(span, subject, records))
    sections = chaptered(layout.cells, said, tables_of(layout, records, reflected="4.4"))
    content = frame.frame(layout, span, subject, sections, records.signers)
    explained = bool(said.get(WHY_NOT_COMPARED))
    return frame.Composed(
        content, (*frame.unwritten(layout.cells, said), *(() if explained else _not_compared(subject, records)))
    )


def proposals(span: Span, subject: Subject, records: Records) -> dict[str, str]:
    """Words proposed for the cells, made only of what is recorded; lessons are for people to draw."""
    visits, problems, held = records.visits, records.problems, records.evaluations
    return {
        "1.1": words.joined(one.title for one in problems),
        "1.2": f"Mencatat hasil pendampingan {subject.mentee} dari awal sampai akhir dan membandingkan keadaan usaha "
               "sebelum dan sesudahnya.",
        "1.3": _in_brief(span, subject, records),
        "2.1": words.joined([subject.mentee, subject.village, subject.district], ", "),
        "2.2": f"{grouped(len(visits))} kunjungan: {words.days(one.visited_on for one in visits)}." if visits else "",
        "2.3": words.listed(one.activity for one in visits),
        "3.1": "\n\n".join(filter(None, map(compared, records.indicators))),
        "3.2": words.joined(words.joined([one.title, one.outcome], " — ") for one in problems),
        "4.1": _conclusion(span, records),
        "4.2": words.joined([*(one.went_well for one in held), *(one.outcome for one in problems if one.solved)]),
        "4.3": words.joined([*(one.difficulties for one in held), *(one.title for one in problems if not one.solved)]),
        "4.5": words.joined([*(one.next_plan for one in held), *(one.advice for one in visits[-LAST:])]),
    }


def _in_brief(span: Span, subject: Subject, records: Records) -> str:
    purpose = words.listed(one.purpose for one in records.plan)
    where = words.joined([subject.village, subject.district, subject.regency], ", ")
    told = [f"Tujuan: {purpose}." if purpose else "", f"Waktu: {span.label}.", f"Lokasi: {where}." if where else ""]
    return "\n\n".join(filter(None, told))


def _conclusion(span: Span, records: Records) -> str:
    if not records.visits:
        return ""
    told = f"Pendampingan {span.label} berjalan dengan {grouped(len(records.visits))} kunjungan."
    solved = sum(one.solved for one in records.problems)
    return f"{told} Dari {grouped(len(records.problems))} masalah, {grouped(solved)} selesai."


def _not_compared(subject: Subject, records: Records) -> Iterator[Problem]:
    """Indicators that were never measured again, or that nobody fixed at the start."""
    where = f"narrative.{WHY_NOT_COMPARED}"
    if not records.indicators:
        yield problem("PAPERS_043", where, mentee=subject.mentee)
    for one in records.indicators:
        if one.now is None:
            yield problem("PAPERS_042", where, name=one.name, fixed_on=one.fixed_on)
