"""The papers of the demonstration in every state, from a draft to received, some late and some missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sidamping.domain.papers.continuity import Figures
from sidamping.domain.periods import Month
from sidamping.edges.demo.diary import moment, working_day
from sidamping.edges.demo.fieldwork import Mentee, mentees
from sidamping.edges.demo.figures import figures_of
from sidamping.edges.demo.people import TPK, viewer
from sidamping.edges.demo.registers import chair_account
from sidamping.edges.demo.story import chapter
from sidamping.features.papers import queries
from sidamping.features.papers import services as papers
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import paper_format

PLAN, JOURNAL, ACTIVITY, DEVELOPMENT = "rencana-kerja", "jurnal-kerja", "lap-kegiatan", "lap-perkembangan"
LAST_MONTH = {
    ("ratna", ACTIVITY): ("received", "passed", "passed", "acknowledged"),
    ("ratna", DEVELOPMENT): ("submitted", "passed", "acknowledged", "received"),
    ("petrus", ACTIVITY): ("returned", "passed", "submitted", "missing"),
    ("petrus", DEVELOPMENT): ("returned", "acknowledged", "draft", "missing"),
    ("yuliana", ACTIVITY): ("passed", "acknowledged", "submitted", "draft"),
    ("yuliana", DEVELOPMENT): ("passed", "again", "submitted", "draft"),
}
"""How far the papers of the last whole month came, by the mentor's four mentees."""
RETURN_ANSWER = "Sudah dicocokkan dengan buku kas bersama bendahara; angkanya memang demikian."
RETURN_REMARK = "Angka simpanan wajib belum cocok dengan buku kas; mohon periksa bersama bendahara."
LATE_DAY, USUAL_DAY = 13, 6
NO_FIGURES = Figures()


@dataclass(frozen=True)
class Handing:
    """One paper of the story: who writes it, for which month, how far it comes, on which day it starts."""

    kind: str
    mentor: str
    month: Month
    goal: str
    day: date
    mentee: Mentee | None = None
    figures: Figures = NO_FIGURES

    @property
    def chair(self) -> str:
        keys = [one["key"] for one in chapter("cooperatives")["cooperatives"]]
        return chair_account(keys.index(self.mentee.key)) if self.mentee else ""


def hand_in_month(index: int, month: Month, until: date) -> None:
    """The plan of the month at its start, its journal and reports at the start of the next."""
    for mentor in dict.fromkeys(one.mentor for one in mentees()):
        _hand_in(Handing(PLAN, mentor, month, "passed", working_day(month, 2)), until)
        journal = "submitted" if index == 2 and mentor == "petrus" else "passed"
        _hand_in(Handing(JOURNAL, mentor, month, journal, working_day(month.next, USUAL_DAY - 1)), until)
    for one in mentees():
        for kind in (ACTIVITY, DEVELOPMENT):
            _hand_in(_report(kind, one, index, month), until)


def _report(kind: str, one: Mentee, index: int, month: Month) -> Handing:
    late = (index == 1 and one.mentor == "petrus" and one.turn == 3) or (index == 2 and one.mentor == "petrus")
    day = working_day(month.next, LATE_DAY if late else USUAL_DAY + one.turn % 3)
    goal = LAST_MONTH[one.mentor, kind][one.turn] if index == 2 else "again" if index + one.turn == 4 else "received"
    figures = figures_of(one.told, index) if kind == DEVELOPMENT else NO_FIGURES
    return Handing(kind, one.mentor, month, goal, day, one, figures)


def _hand_in(one: Handing, until: date) -> None:
    if one.goal == "missing" or one.day > until:
        return
    by = viewer(one.mentor, one.day)
    paper = papers.open_paper(
        by=by, kind=one.kind, period=str(one.month.start)[:7], on=one.day, programme=TPK,
        engagement=one.mentee.engagement if one.mentee else None,
    )
    if one.figures.now:
        figures = _untold(by, paper, one.figures)
        papers.save_draft(by=by, paper=paper, seen=0, narrative={}, figures=figures, on=one.day)
    if one.goal == "draft":
        return
    revision = papers.submit_paper(by=by, paper=paper, on=one.day, now=moment(one.day, 16))
    if one.goal == "again":
        revision = _returned_once(one, paper, revision)
    _act_on(one, paper, revision, until)


def _untold(by: Viewer, paper: UUID, typed: Figures) -> Figures:
    """What the cooperative's own books do not tell; nothing else is typed."""
    page = queries.edit_page(by, paper)
    left = [one.code for one in page.lines if not one.known] if page else []
    return Figures(*(
        {code: part[code] for code in left if code in part}
        for part in (typed.opening, typed.now, typed.absent, typed.remarks)
    ))  # type: ignore[arg-type]  # each part keeps its kind of values


def _returned_once(one: Handing, paper: UUID, revision: UUID) -> UUID:
    """Returned with a remark and handed in again two days later as the next revision."""
    _acknowledge(one, paper, revision, one.day + timedelta(days=1))
    day = one.day + timedelta(days=1)
    papers.act(
        by=viewer("yosef", day), paper=paper, revision=revision, ordinal=3, action="returned", now=moment(day, 15),
        remark=RETURN_REMARK,
    )
    day += timedelta(days=1)
    by, now = viewer(one.mentor, day), moment(day, 16)
    return papers.submit_paper(by=by, paper=paper, on=day, now=now, answer=RETURN_ANSWER)


def _acknowledge(one: Handing, paper: UUID, revision: UUID, day: date) -> None:
    papers.act(
        by=viewer(one.chair, day), paper=paper, revision=revision, ordinal=2, action="acknowledged", now=moment(day, 9)
    )


def _act_on(one: Handing, paper: UUID, revision: UUID, until: date) -> None:
    """The acts of the paper's path up to its goal, a day apart."""
    path = [act.action for act in paper_format(one.kind, one.month.end).acts]
    goal = {"again": "passed", "returned": "acknowledged"}.get(one.goal, one.goal)
    wanted = path[1 : path.index(goal) + 1] if goal in path else path[1:]
    ordinal, day = 1, one.day + timedelta(days=2 if one.goal == "again" else 0)
    for action in wanted:
        ordinal, day = ordinal + 1, day + timedelta(days=1)
        if day > until:
            return
        actor = {"acknowledged": one.chair, "passed": "yosef", "received": "sekretariat"}[action]
        papers.act(
            by=viewer(actor, day), paper=paper, revision=revision, ordinal=ordinal, action=action, now=moment(day, 10)
        )
        if action == "received":
            papers.receive_copy(by=viewer(actor, day), paper=paper, copy_no=1, now=moment(day, 11))
    if one.goal == "returned" and day < until:
        day += timedelta(days=1)
        papers.act(
            by=viewer("yosef", day), paper=paper, revision=revision, ordinal=ordinal + 1, action="returned",
            now=moment(day, 14), remark=RETURN_REMARK,
        )
