"""Composes a paper as it stands now: the records of its period, the mentor's words and figures, the format in force.

Only drafts are composed; what was submitted is read back as it was frozen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from sidamping.domain.papers import monthly
from sidamping.domain.papers.booked import NOTHING_BOOKED, Booked
from sidamping.domain.papers.continuity import Correction, Figures, Opening
from sidamping.domain.papers.development import development_report
from sidamping.domain.papers.facts import Records, Subject
from sidamping.domain.papers.final import final_report
from sidamping.domain.papers.frame import Composed
from sidamping.domain.papers.layout import Layout, Line
from sidamping.domain.papers.monitoring import monitoring_report
from sidamping.domain.papers.yearly import annual_report
from sidamping.domain.periods import Course, Month, Period, period_of
from sidamping.domain.problems import Problem, problem
from sidamping.features.papers.models import Draft, Paper
from sidamping.features.papers.queries import chain
from sidamping.features.papers.queries.booked import booked_of
from sidamping.features.papers.queries.facts import records_of, subject_of
from sidamping.features.papers.queries.formats import Form, form_of, layout_of
from sidamping.features.programmes.queries import carried_by
from sidamping.rules.books import paper_format

TYPE_OPENING = "PAPERS_010"
ANNUAL = "lap-tahunan"
COMPOSERS = {
    "rencana-kerja": monthly.work_plan,
    "jurnal-kerja": monthly.journal,
    "lap-kegiatan": monthly.activity_report,
    "monev-usaha-anggota": monitoring_report,
    "monev-triwulan-usaha-anggota": monitoring_report,
    "akhir-usaha-anggota": final_report,
}


@dataclass(frozen=True)
class Composition:
    """A draft composed now, with what the edit page needs beside it."""

    composed: Composed
    form: Form
    layout: Layout
    records: Records
    opening: Opening | None
    figures: Figures
    gap: bool
    booked: Booked = NOTHING_BOOKED

    @property
    def types_opening(self) -> bool:
        """A first report: its starting figures are typed because no earlier paper holds them."""
        return bool(self.layout.lines) and self.opening is None and not self.gap


def compose(paper: Paper, draft: Draft, on: date) -> Composition:
    """The paper as it would be frozen on the day."""
    form = form_of(paper.kind, paper.programme, period_of_paper(paper), paper.regency)
    layout, subject = layout_of(form), subject_of(paper)
    records = records_of(paper, on)
    figures, opening, booked = figures_of(draft), opening_of(paper), booked_of(paper)
    composed = _composed(paper, form, layout, subject, records, draft.narrative, figures, opening, booked)
    gap = _gap(paper, opening)
    if gap:
        composed = Composed(composed.content, (*gap, *(one for one in composed.missing if one.code != TYPE_OPENING)))
    return Composition(composed, form, layout, records, opening, figures, bool(gap), booked)


def period_of_paper(paper: Paper) -> Period:
    """The period of a paper, from its kind and its days."""
    cadence = paper_format(paper.kind, paper.period_end).cadence
    if cadence == Course.cadence:
        return Course(paper.period_start, paper.period_end)
    return period_of(cadence, paper.period_start)


def figures_of(draft: Draft) -> Figures:
    """The typed figures of a draft as the composition wants them."""
    typed: Mapping[str, Any] = draft.figures
    corrections = tuple(
        Correction(one["line"], one["old"], one["new"], one.get("reason", "")) for one in draft.corrections
    )
    return Figures(
        typed.get("opening", {}), typed.get("now", {}), typed.get("absent", {}), typed.get("remarks", {}), corrections
    )


def opening_of(paper: Paper) -> Opening | None:
    """The locked start of a development report; None for the first one and for other kinds."""
    if paper.kind != chain.KIND or paper.engagement_id is None:
        return None
    found = chain.accepted_before(paper.engagement_id, paper.period_start)
    return found.opening if found else None


def _composed(
    paper: Paper, form: Form, layout: Layout, subject: Subject, records: Records, written: Mapping[str, str],
    figures: Figures, opening: Opening | None, booked: Booked,
) -> Composed:
    if paper.kind == chain.KIND:
        return development_report(layout, form.span, subject, records, written, figures, opening, booked)
    if paper.kind == ANNUAL and paper.engagement_id:
        closings = chain.closings_of(paper.engagement_id, paper.period_start, paper.period_end)
        lines = _development_lines(form, paper.regency)
        return annual_report(layout, form.span, subject, records, written, closings, lines)
    return COMPOSERS[paper.kind](layout, form.span, subject, records, written)


def _development_lines(form: Form, area: str) -> tuple[Line, ...]:
    """The lines of the monthly development report, when the programme has one."""
    if chain.KIND not in form.programme.papers:
        return ()
    last = Month.of(form.period.end)
    return layout_of(form_of(chain.KIND, form.programme.code, last, area)).lines


def _gap(paper: Paper, opening: Opening | None) -> tuple[Problem, ...]:
    """The month before is the same mentor's and has no figures that count: it must come first."""
    if paper.kind != chain.KIND or paper.engagement_id is None:
        return ()
    before = Month.of(paper.period_start).previous
    if opening is not None and opening.label == before.label():
        return ()
    earlier = Paper.objects.filter(
        kind=paper.kind, engagement_id=paper.engagement_id, mentor_id=paper.mentor_id, period_start=before.start
    ).first()
    if earlier is None and (opening is None or not carried_by(paper.engagement_id, paper.mentor_id, before.end)):
        return ()
    state = _("dikembalikan dan belum diserahkan lagi") if earlier and earlier.number else _("belum diserahkan")
    return (problem("PAPERS_016", "opening", period=before.label(), state=state),)
