"""Prints of assessments: the blank form, the filled one with its result, the workbook with live sums (B6, E15)."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from python_calamine import CalamineWorkbook

from sidamping.domain.scoring.sheet import flat
from sidamping.features.assessments.render.blank import Blank, blank_pdf
from sidamping.features.assessments.render.filled import coverage, filled_pdf, verdict
from sidamping.features.assessments.render.reading import Reading, read
from sidamping.features.assessments.render.sheet import FilledSheet, Hand
from sidamping.features.assessments.render.sources import listed, source_of
from sidamping.features.assessments.render.words import number, span
from sidamping.features.assessments.render.workbook import workbook_of
from sidamping.rules.in_force import names
from sidamping.rules.instruments import KIND, versions
from tests.features.assessments import sample_outcomes as sample

AT = datetime(2026, 7, 10, 2, 0, tzinfo=UTC)


def reading() -> Reading:
    return read(sample.ksp(), sample.outcome())


def sheet(**changes: object) -> FilledSheet:
    made = FilledSheet(
        reading(), "Merah Putih", "Bolok, Kupang Barat", "Tunggal", "Diputuskan", "Agnes Bria", "Ujang Mantap",
        flat(sample.FILLING), {"inputs.kas": "Buku kas dilihat"}, {"inputs.kas": ("kas.jpg",)},
        (Hand("sign_subject", "Ujang Mantap"), Hand("sign_assessor", "Agnes Bria", AT, "filled")),
        "Yosef Nubatonis", AT, "ab" * 32,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]  # fields by name


def test_points_lost_and_points_nobody_judged_add_up_to_the_weight() -> None:
    whole, part = reading(), read(sample.ksp(), sample.outcome(sample.partly()))
    assert whole.total == Decimal("75.35")
    assert [(one.key, one.lost) for one in whole.aspects] == [
        ("permodalan", Decimal("1.2")), ("kualitas_aktiva_produktif", Decimal("8.25")),
        ("manajemen", Decimal("3.95")), ("efisiensi", Decimal("1.5")), ("likuiditas", Decimal("7.5")),
        ("kemandirian_pertumbuhan", Decimal("2.25")), ("jatidiri", Decimal("0")),
    ]  # fmt: skip
    halved = part.line("mu")
    assert halved is not None
    assert (halved.points, halved.lost, halved.open) == (Decimal("1.5"), Decimal(0), Decimal("1.5"))
    for one in (*whole.lines, *part.lines):
        assert (one.points or 0) + one.lost + one.open == one.weight, one.key


def test_a_partial_result_names_what_lies_between_and_what_is_missing_by_its_name() -> None:
    part = read(sample.ksp(), sample.outcome(sample.partly()))
    assert verdict(part, "id") == "antara Dalam Pengawasan Khusus dan Sehat"
    assert coverage(part, "id") == "Cakupan 13,5 % dari bobot dapat dinilai · 3 dari 22 komponen"
    car = part.line("car")
    assert car is not None and car.why is not None
    assert "Modal tertimbang" in car.why.text and "modal_tertimbang" not in car.why.text


def test_a_band_is_said_in_words() -> None:
    assert span("(20, 40]", "id") == "di atas 20 sampai 40"
    assert span("[80, inf)", "id") == "80 ke atas"
    assert span("(-inf, 4)", "en") == "below 4"
    assert number(Decimal("1250.5"), "id") == "1.250,5"
    assert number(Decimal("1250.5"), "en") == "1,250.5"


@pytest.mark.parametrize("name", [one for one in names(KIND) if versions(one)[-1].components])
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_instrument_prints_as_a_blank_form(name: str, language: str) -> None:
    newest = versions(name)[-1]
    form = Blank(newest, date(2026, 1, 1), language)
    assert blank_pdf(form) == blank_pdf(form)


def test_the_same_decided_result_gives_the_same_bytes_and_a_draft_says_so() -> None:
    made = sheet()
    assert filled_pdf(made) == filled_pdf(made)
    draft = sheet(decided_at=None, decided_by="", sha256="")
    assert filled_pdf(draft) != filled_pdf(made)
    assert workbook_of(made) == workbook_of(made)


def test_words_of_users_that_the_fonts_lack_do_not_keep_a_result_from_printing() -> None:
    assert filled_pdf(sheet(subject="Merah Putih 🌱", notes={"inputs.kas": "ดูแล้ว"}))


def test_the_sums_of_the_workbook_are_formulas_that_show_the_figures_of_the_result() -> None:
    content = workbook_of(sheet())
    with zipfile.ZipFile(io.BytesIO(content)) as inside:
        page = inside.read("xl/worksheets/sheet1.xml").decode()
    assert "SUM(E" in page
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    capital = next(row for row in rows if row[0] == "Permodalan")
    assert [round(float(one), 2) for one in capital[4:7]] == [13.8, 15, 1.2]
    total = next(row for row in rows if row[0] == "Jumlah skor")
    assert [round(float(one), 2) for one in total[4:7]] == [75.35, 100, 24.65]
    assert total[7] == "Cukup Sehat"


def test_words_that_look_like_a_formula_stay_words() -> None:
    content = workbook_of(sheet(subject="=1+1", notes={"inputs.kas": "=HYPERLINK(1)"}))
    with zipfile.ZipFile(io.BytesIO(content)) as inside:
        pages = "".join(inside.read(one).decode() for one in inside.namelist() if "worksheets/sheet" in one)
    assert "<f>1+1</f>" not in pages and "<f>HYPERLINK" not in pages


def test_a_citation_opens_its_regulation_and_article_and_an_unknown_one_keeps_its_words() -> None:
    found = source_of("perdep-06-2016#lampiran.kap")
    assert found.number.endswith("06/Per/Dep.6/IV/2016")
    assert found.article == "Aspek kualitas aktiva produktif, tabel"
    assert source_of("kuesioner-dinas#1").number == "kuesioner-dinas#1"
    assert [one["number"] for one in listed(["a#1", "a#2", ""])] == ["a#1"]
