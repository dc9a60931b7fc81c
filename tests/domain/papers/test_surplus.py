"""Income less costs beside the typed surplus: a difference names its three figures, or is explained in the remarks."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sidamping.domain.papers.continuity import Figures, Opening, readings
from sidamping.domain.papers.development import development_report
from sidamping.domain.papers.layout import Column, Layout, Line
from sidamping.domain.papers.surplus import contradictions
from sidamping.domain.problems import Problem
from tests.domain.papers.tables import OCTOBER, RECORDS, SUBJECT

COLUMNS = (Column("before", "Sampai dengan Bulan lalu"), Column("month", "Bulan ini"))
LINES = (
    Line("income", "Pendapatan", "flow", "rupiah"),
    Line("costs", "Biaya-biaya", "flow", "rupiah"),
    Line("surplus", "Sisa Hasil Usaha", "flow", "rupiah", signed=True),
)
LAST_MONTH = Opening({"income": 9, "costs": 9, "surplus": 5}, UUID(int=9), "September 2026")
FALSE = {"income": 1_250_000, "costs": 975_000, "surplus": 300_000}


def found(figures: Figures, opening: Opening | None = LAST_MONTH) -> tuple[Problem, ...]:
    return contradictions(COLUMNS, readings(LINES, opening, figures), opening, figures)


def test_a_surplus_that_is_not_income_less_costs_is_named_with_the_three_figures() -> None:
    (one,) = found(Figures(now=FALSE))
    assert (one.code, one.where) == ("PAPERS_035", "now.surplus")
    assert one.values == {
        "column": "Bulan ini", "income_label": "Pendapatan", "costs_label": "Biaya-biaya",
        "surplus_label": "Sisa Hasil Usaha", "income": "Rp1.250.000", "costs": "Rp975.000", "surplus": "Rp300.000",
        "left": "Rp275.000",
    }  # fmt: skip


def test_a_surplus_that_agrees_passes_and_so_does_a_loss() -> None:
    assert found(Figures(now={**FALSE, "surplus": 275_000})) == ()
    assert found(Figures(now={"income": 100, "costs": 175, "surplus": -75})) == ()


def test_a_difference_explained_in_the_remarks_of_the_surplus_passes() -> None:
    assert found(Figures(now=FALSE, remarks={"surplus": "Penyusutan gudang Rp25.000 kembali"})) == ()
    elsewhere = found(Figures(now=FALSE, remarks={"surplus": " ", "income": "cocok"}))
    assert [one.code for one in elsewhere] == ["PAPERS_035"]


def test_a_line_not_reported_is_no_zero_and_contradicts_nothing() -> None:
    assert found(Figures(now={"income": 100, "surplus": 5}, absent={"costs": "buku hilang"})) == ()


def test_the_opening_is_compared_only_where_it_is_typed() -> None:
    figures = Figures({"income": 10, "costs": 4, "surplus": 7}, {"income": 5, "costs": 5, "surplus": 0})
    assert [one.where for one in found(figures, None)] == ["opening.surplus"]
    assert found(Figures(now=figures.now)) == ()


def test_the_report_cannot_be_handed_in_with_the_contradiction() -> None:
    layout = Layout("lap-perkembangan", date(2018, 7, 23), "f" * 64, "LAPORAN", columns=COLUMNS, lines=LINES)
    report = development_report(layout, OCTOBER, SUBJECT, RECORDS, {}, Figures(now=FALSE), LAST_MONTH)
    assert [(one.code, one.where) for one in report.missing] == [("PAPERS_035", "now.surplus")]
