"""Lateness by the rule file: the 10th is on time, the 11th is late; who owes what, and how punctual each mentor is."""

from __future__ import annotations

from datetime import date

import pytest

from sidamping.domain.periods import Month
from sidamping.features.papers import queries
from tests import people
from tests.features.papers import desk
from tests.people import Cast

OCTOBER = Month(2026, 10)


def owed(cast: Cast, on: date) -> list[str]:
    """'lap-kegiatan 2026-10 missing 5': what Ratna owes on a day, most urgent first."""
    duties = queries.due_papers(people.look(cast.ratna, on), on)
    return [f"{one.kind} {one.period_key} {one.state} {one.days_left}" for one in duties]


@pytest.mark.parametrize(("on", "late"), [(date(2026, 11, 10), 0), (date(2026, 11, 11), 1)])
def test_the_tenth_is_on_time_and_the_eleventh_is_late(cast: Cast, on: date, late: int) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.submitted(cast, on=on)
    page = queries.paper(people.look(cast.yosef, on), paper)
    assert page is not None
    assert (page.due_on, page.line.late_days, page.line.late) == (date(2026, 11, 10), late, late > 0)


def test_what_a_mentor_owes_counts_down(cast: Cast) -> None:
    assert owed(cast, date(2026, 11, 5)) == [
        "rencana-kerja 2026-09 missing -65",
        "rencana-kerja 2026-10 missing -35",
        "jurnal-kerja 2026-09 missing -26",
        "lap-kegiatan 2026-09 missing -26",
        "lap-perkembangan 2026-09 missing -26",
        "rencana-kerja 2026-11 missing -4",
        "jurnal-kerja 2026-10 missing 5",
        "lap-kegiatan 2026-10 missing 5",
        "lap-perkembangan 2026-10 missing 5",
        "rencana-kerja 2026-12 missing 26",
        "jurnal-kerja 2026-11 missing 35",
        "lap-kegiatan 2026-11 missing 35",
        "lap-perkembangan 2026-11 missing 35",
    ]


def test_a_handed_in_paper_is_owed_no_more_and_a_returned_one_is_again(cast: Cast) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.submitted(cast)
    assert not [line for line in owed(cast, people.TODAY) if line.startswith("lap-kegiatan 2026-10")]
    desk.acts(paper, people.look(cast.ujang), "acknowledged")
    desk.acts(paper, people.look(cast.yosef), "returned", remark="Tambah")
    assert "lap-kegiatan 2026-10 returned 5" in owed(cast, people.TODAY)


def test_the_annual_report_is_asked_for_towards_the_end_of_the_year(cast: Cast) -> None:
    assert "lap-tahunan 2026 missing 27" in owed(cast, date(2026, 12, 11))
    assert "lap-tahunan 2026 missing 0" in owed(cast, date(2027, 1, 7))


def test_punctuality_of_mentors_is_counted_per_month(cast: Cast) -> None:
    desk.visit(cast, date(2026, 10, 12))
    desk.submitted(cast, on=date(2026, 11, 11))
    on = date(2026, 11, 12)
    rows = queries.compliance(people.look(cast.yosef, on), OCTOBER, on)
    assert [(one.mentor, one.owed, one.on_time, one.late, one.missing) for one in rows] == [("Ratna Tefa", 4, 0, 1, 3)]
    assert queries.compliance(people.look(cast.ratna, on), OCTOBER, on) == ()
    province = queries.compliance(people.look(cast.petronela, on), OCTOBER, on)
    assert {one.mentor for one in province} == {"Ratna Tefa", "Maria Banunaek"}


def test_the_queue_shows_what_waits_oldest_first(cast: Cast) -> None:
    desk.visit(cast, date(2026, 9, 14))
    desk.visit(cast, date(2026, 10, 12))
    october, september = desk.submitted(cast), desk.submitted(cast, period="2026-09")
    assert [one.id for one in queries.queue(people.look(cast.yosef))] == [september, october]
    assert queries.queue(people.look(cast.maria)) == ()
    assert [one.id for one in queries.to_acknowledge(people.look(cast.ujang))] == [september, october]
    desk.passed(cast, october)
    assert [one.id for one in queries.to_receive(people.look(cast.sarlin))] == [october]
    assert queries.to_receive(people.look(cast.yosef)) == ()


def test_a_mentor_who_took_over_owes_the_month_and_continues_the_chain(cast: Cast) -> None:
    from sidamping.features.papers import services
    from sidamping.features.programmes.models import Assignment

    desk.developed(cast, "2026-09", desk.figures(100, first=True))
    Assignment.objects.filter(engagement=cast.engagement).update(ends=date(2026, 10, 20))
    Assignment.objects.create(engagement=cast.engagement, mentor=cast.maria, starts=date(2026, 10, 21))
    maria = people.look(cast.maria)
    assert [one.period_key for one in queries.due_papers(maria, people.TODAY) if one.mentee == "Merah Putih"]
    assert "lap-perkembangan 2026-10 missing 5" not in owed(cast, people.TODAY)
    paper = services.open_paper(
        by=maria, kind="lap-perkembangan", period="2026-10", on=people.TODAY, engagement=cast.engagement.pk
    )
    page = queries.edit_page(maria, paper)
    assert page is not None and page.started_from == "September 2026"
