"""The continuity lock of the development report, over three months and with a correction."""

from __future__ import annotations

import pytest

from sidamping.domain.papers import continuity
from sidamping.domain.papers.continuity import Correction, Figures, Opening
from sidamping.domain.papers.development import development_report
from tests.domain.papers.tables import OCTOBER, RECORDS, SUBJECT, layout, printed, uid

COLUMNS = "item before month to_date remarks"
FIRST = Figures(
    opening={"members": 40, "assets": 10_000_000, "income": 2_000_000, "shu": 500_000},
    now={"members": 42, "assets": 10_500_000, "income": 300_000, "shu": -100_000},
)


def compose(figures: Figures, opening: Opening | None = None):
    return development_report(layout("lap-perkembangan", COLUMNS), OCTOBER, SUBJECT, RECORDS, {}, figures, opening)


def after(content: dict) -> Opening:
    return Opening(continuity.closing(content), uid(9), "Oktober 2026", "001/LPK")


def codes(figures: Figures, opening: Opening | None = None) -> list[str]:
    return [one.code for one in compose(figures, opening).missing]


def test_the_first_report_types_its_opening_figures() -> None:
    paper = compose(FIRST)
    assert paper.missing == ()
    assert printed(paper.content, "lines") == [
        "Jumlah Anggota | 40 | +2 | 42 | ",
        "Total Asset | Rp10.000.000 | +Rp500.000 | Rp10.500.000 | ",
        "Pendapatan | Rp2.000.000 | Rp300.000 | Rp2.300.000 | ",
        "Sisa Hasil Usaha | Rp500.000 | -Rp100.000 | Rp400.000 | ",
    ]


def test_the_next_month_starts_where_the_last_ended() -> None:
    opening = after(compose(FIRST).content)
    figures = Figures(now={"members": 41, "assets": 11_000_000, "income": 200_000, "shu": 50_000})
    paper = compose(figures, opening)
    assert paper.missing == ()
    assert printed(paper.content, "lines") == [
        "Jumlah Anggota | 42 | -1 | 41 | ",
        "Total Asset | Rp10.500.000 | +Rp500.000 | Rp11.000.000 | ",
        "Pendapatan | Rp2.300.000 | Rp200.000 | Rp2.500.000 | ",
        "Sisa Hasil Usaha | Rp400.000 | Rp50.000 | Rp450.000 | ",
    ]
    assert paper.content["sections"][0]["rows"][0]["sources"] == [str(uid(9))]
    assert paper.content["notes"] == [
        "Angka awal dikunci dari laporan Oktober 2026 nomor 001/LPK. Pendapatan dan Sisa Hasil Usaha dijumlahkan dari"
        " bulan ke bulan; uraian lain adalah keadaan akhir bulan."
    ]


def test_a_correction_changes_the_start_and_is_told_in_the_remarks() -> None:
    opening = after(compose(FIRST).content)
    fix = Correction("income", 2_300_000, 2_250_000, "nota ganda tanggal 3")
    figures = Figures(now={"members": 42, "assets": 1, "income": 0, "shu": 0}, corrections=(fix,))
    paper = compose(figures, opening)
    assert printed(paper.content, "lines")[2] == (
        "Pendapatan | Rp2.250.000 | Rp0 | Rp2.250.000 |"
        " Dikoreksi: semula Rp2.300.000 menjadi Rp2.250.000 karena nota ganda tanggal 3"
    )
    assert after(paper.content).values["income"] == 2_250_000


def test_an_empty_line_is_missing_until_it_is_marked_no_data_with_a_reason() -> None:
    now = {"members": 42, "income": 0, "shu": 0}
    assert codes(Figures(FIRST.opening, now)) == ["PAPERS_005"]
    assert codes(Figures(FIRST.opening, now, absent={"assets": " "})) == ["PAPERS_006"]
    told = compose(Figures(FIRST.opening, now, absent={"assets": "buku aset hilang"}))
    assert told.missing == ()
    assert printed(told.content, "lines")[1] == (
        "Total Asset | Rp10.000.000 | tidak ada data | tidak ada data | Tidak ada data: buku aset hilang"
    )


def test_what_was_not_reported_stays_unknown_and_is_never_zero() -> None:
    opening = Opening({"members": 42, "assets": None, "income": None, "shu": 0}, uid(9), "Oktober 2026")
    figures = Figures(now={"members": 42, "assets": 5, "income": 7, "shu": 0})
    assert printed(compose(figures, opening).content, "lines")[1:3] == [
        "Total Asset | tidak ada data | tidak ada data | Rp5 | ",
        "Pendapatan | tidak ada data | Rp7 | tidak ada data | ",
    ]
    fixed = Figures(figures.opening, figures.now, corrections=(Correction("income", None, 100, "buku ditemukan"),))
    line = printed(compose(fixed, opening).content, "lines")[2]
    assert line.startswith("Pendapatan | Rp100 | Rp7 | Rp107 | Dikoreksi")


def test_a_first_report_without_opening_figures_is_not_complete() -> None:
    assert codes(Figures(now=FIRST.now)) == ["PAPERS_010"] * 4


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (Figures(now={**FIRST.now, "members": -1}), ["PAPERS_007"]),
        (Figures(now={**FIRST.now, "income": -1}), ["PAPERS_007"]),
        (Figures({"income": 5}, FIRST.now), ["PAPERS_011"]),
        (Figures(now=FIRST.now, corrections=(Correction("income", 2_300_000, 9, " "),)), ["PAPERS_012"]),
        (Figures(now=FIRST.now, corrections=(Correction("income", 1, 9, "x"),)), ["PAPERS_013"]),
        (Figures(now=FIRST.now, corrections=(Correction("income", 2_300_000, 2_300_000, "x"),)), ["PAPERS_014"]),
        (Figures(now=FIRST.now, corrections=(Correction("goats", 1, 2, "x"),)), ["PAPERS_014"]),
        (Figures(now=FIRST.now, corrections=(Correction("income", 2_300_000, -9, "x"),)), ["PAPERS_007"]),
    ],
)
def test_what_cannot_be_true_is_refused(figures: Figures, expected: list[str]) -> None:
    assert codes(figures, after(compose(FIRST).content)) == expected


def test_a_loss_may_be_negative() -> None:
    assert codes(Figures({**FIRST.opening, "shu": -5}, {**FIRST.now, "shu": -7})) == []


def test_a_report_whose_month_before_changed_afterwards_is_broken() -> None:
    opening = after(compose(FIRST).content)
    content = compose(Figures(now=FIRST.now), opening).content
    assert continuity.breaks(content, opening.values) == ()
    broken = continuity.breaks(content, {**opening.values, "members": 43})
    assert [(one.code, one.where) for one in broken] == [("PAPERS_023", "before.members")]
