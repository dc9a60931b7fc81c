"""An instrument from a workbook: the subset is read whole, anything else is refused with sheet, row and column."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from fractions import Fraction

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from sidamping.domain.problems import Problem, Refused
from sidamping.domain.scoring.engine import score
from sidamping.domain.scoring.filling import read_filling
from sidamping.edges.exchange.xlsform.read import read_workbook
from tests.edges.exchange.sheets import CHOICES, SETTINGS, SOUND, SURVEY, book, form, rows

NAME = "formulir.xlsx"


def refused(content: bytes, name: str = NAME) -> tuple[Problem, ...]:
    """Every problem of a workbook that is not taken."""
    with pytest.raises(Refused) as found:
        read_workbook(name, content)
    return found.value.problems


def places(content: bytes) -> list[tuple[str, object]]:
    """Code and row of each problem."""
    return [(one.code, one.values.get("row")) for one in refused(content)]


def test_groups_are_aspects_and_questions_carry_their_weights() -> None:
    made = read_workbook(NAME, form())
    one = made.instrument
    assert (made.name, made.starts, one.version) == ("layanan-kecil", date(2026, 1, 31), "layanan-kecil/2026-01-31")
    assert one.status == "contoh" and one.total == 100
    assert [(aspect.key, aspect.weight) for aspect in one.aspects] == [("layanan", 60), ("tertib", 40)]
    assert [(part.key, part.kind, part.weight) for part in one.components] == [
        ("ramah", "questions", 20), ("nilai", "mark", 40), ("tertib", "questions", 40),
    ]
    assert one.by_key["nilai"].cite == "xlsform#survey.4", "without a source, the row is the source"
    assert one.by_key["nilai"].label.en == "Cleanliness"


def test_a_filling_scores_as_the_form_weighs() -> None:
    """20 for friendly + 7,5 of 10 at 40 + one of two at 40 = 20 + 30 + 20."""
    made = read_workbook(NAME, form()).instrument
    data = {"inputs": {"nilai": 7.5}, "answers": {"ramah": {"1": "ya"}, "tertib": {"1": "ya", "2": "tidak"}}}
    outcome = score(made, read_filling(made, data), on=date(2026, 11, 5)).plain()
    assert outcome["total"] == 70
    assert outcome["coverage"] == 1
    assert outcome["category"] is None


def test_scored_choices_are_a_mark_with_a_legend() -> None:
    survey = """
type             | name | label      | weight
begin_group      | a    | Aspek      | 100
select_one mutu  | mutu | Mutu       | 100
end_group        |      |            |
"""
    choices = """
list_name | name   | label  | label::English (en) | score
mutu      | baik   | Baik   | Good                | 3
mutu      | kurang | Kurang | Poor                | 1
mutu      | cukup  | Cukup  | Fair                | 2
"""
    one = read_workbook(NAME, form(survey, choices=choices)).instrument.by_key["mutu"]
    assert one.kind == "mark" and one.within is not None and one.within.text == "[1, 3]"
    assert one.help.id == "1 = Kurang; 2 = Cukup; 3 = Baik"
    assert one.help.en == "1 = Poor; 2 = Fair; 3 = Good"


def test_notes_hints_and_sources_are_kept() -> None:
    survey = """
type               | name | label   | hint       | hint::English (en) | weight | cite                         | required
note               | n    | Catatan |            |                    |        |                              |
begin_group        | a    | Aspek   |            |                    | 1      |                              |
select_one yatidak | q    | Tanya   | Lihat buku | Look at the book   | 1      | kriteria-koperasi-modern#dua | yes
end_group          |      |         |            |                    |        |                              |
"""
    read = read_workbook(NAME, form(survey))
    one = read.instrument.by_key["q"]
    assert one.cite == "kriteria-koperasi-modern#dua"
    assert (one.questions[0].help.id, one.questions[0].help.en) == ("Lihat buku", "Look at the book")
    assert [notice.id for notice in read.instrument.notices] == ["Catatan"]
    assert [problem.code for problem in read.remarks] == ["EXCHANGE_027", "EXCHANGE_028"]


def test_weights_that_do_not_make_the_total_are_normalised_and_it_is_told() -> None:
    sheet = """
form_title | form_id | version    | total
Uji        | uji     | 2026-01-31 | 50
"""
    read = read_workbook(NAME, form(settings=sheet))
    assert read.instrument.total == 50
    assert [one.weight for one in read.instrument.aspects] == [Fraction(30), Fraction(20)]
    assert read.data["settled"] == "Bobot pada formulir berjumlah 100 dan dinormalkan menjadi 50."


def test_a_day_that_excel_keeps_as_a_date_is_read() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as made:
        for name, table in SOUND.items():
            for number, line in enumerate(rows(table)):
                (made.get_worksheet_by_name(name) or made.add_worksheet(name)).write_row(number, 0, line)
        day = made.add_format({"num_format": "dd/mm/yyyy"})
        made.get_worksheet_by_name("settings").write_datetime(1, 2, datetime(2026, 3, 4), day)
    assert read_workbook(NAME, out.getvalue()).starts == date(2026, 3, 4)


def test_a_version_with_a_hash_and_a_decimal_comma_are_read() -> None:
    sheet = SETTINGS.replace("2026-01-31", "2026-01-31+abcdef")
    survey = SURVEY.replace("| 20", "| 12,5").replace("| 40\nend", "| 47.5\nend")
    assert [one.weight for one in read_workbook(NAME, form(survey, settings=sheet)).instrument.components] == [
        Fraction(25, 2), Fraction(95, 2), 40,
    ]


def test_the_same_workbook_gives_the_same_file_whatever_it_is_called() -> None:
    one, other = read_workbook("a.xlsx", form()), read_workbook("b.xlsx", form())
    assert one.sha256 == other.sha256 and one.content == other.content


def test_every_fault_is_told_at_once_with_its_row() -> None:
    survey = """
type                    | name   | label  | relevant  | calculation | constraint           | weight
start                   | mulai  |        |           |             |                      |
begin_repeat            | ulang  | Ulang  |           |             |                      |
end_repeat              |        |        |           |             |                      |
begin_group             | a      | Aspek  |           |             |                      | 100
calculate               | hitung |        |           | 1 + 1       |                      |
select_multiple yatidak | banyak | Banyak |           |             |                      | 10
geopoint                | titik  | Titik  |           |             |                      | 10
select_one yatidak      | syarat | Syarat | ${q} = 1  |             |                      | 10
select_one tiada        | daftar | Daftar |           |             |                      | 10
decimal                 | angka  | Angka  |           |             |                      | 10
decimal                 | batas  | Batas  |           |             | regex(., '[0-9]')    | 10
select_one yatidak      | syarat | Lagi   |           |             |                      | 10
select_one yatidak      | 1kali  | Nama   |           |             |                      | 10
select_one yatidak      | kosong |        |           |             |                      | banyak
end_group               |        |        |           |             |                      |
image                   | foto   | Foto   |           |             |                      |
"""
    assert places(form(survey)) == [
        ("EXCHANGE_004", 2), ("EXCHANGE_004", 3), ("EXCHANGE_004", 4), ("EXCHANGE_003", 6), ("EXCHANGE_004", 6),
        ("EXCHANGE_004", 7), ("EXCHANGE_004", 8), ("EXCHANGE_003", 9), ("EXCHANGE_011", 10), ("EXCHANGE_014", 11),
        ("EXCHANGE_013", 12), ("EXCHANGE_009", 13), ("EXCHANGE_008", 14), ("EXCHANGE_015", 15), ("EXCHANGE_010", 15),
        ("EXCHANGE_004", 17),
    ]


@pytest.mark.parametrize("column, value", [
    ("relevant", "1"), ("calculation", "1"), ("choice_filter", "x"), ("media::image", "a.png"), ("default", "1"),
    ("appearance", "likert"), ("warna", "merah"), ("label::Tetun (tet)", "Uma"), ("repeat_count", "2"),
])
def test_a_filled_column_outside_of_the_subset_is_refused_and_an_empty_one_is_not(column: str, value: str) -> None:
    lines = SURVEY.strip().splitlines()
    table = [f"{lines[0]} | {column}", *(f"{line} |" for line in lines[1:])]
    assert read_workbook(NAME, form("\n".join(table)))
    table[2] += f" {value}"
    (one,) = refused(form("\n".join(table)))
    assert (one.code, one.values["row"], one.values["column"]) == ("EXCHANGE_003", 3, column.lower())
    assert value in one.text()


@pytest.mark.parametrize("old, new, code, row", [
    ("end_group          |          |                 |                     |                       |\nbegin", "begin",
     "EXCHANGE_005", 2),
    ("| Petugas ramah  ", "|                ", "EXCHANGE_010", 3),
    (". >= 0 and . <= 10 ", ". >= 10 and . <= 1 ", "EXCHANGE_013", 4),
    (". >= 0 and . <= 10 ", ". >= 0             ", "EXCHANGE_013", 4),
    ("| 60", "| 70", "EXCHANGE_017", 2),
    ("| 60", "| -1", "EXCHANGE_015", 2),
    ("| tertib   |", "| layanan  |", "EXCHANGE_009", 6),
    ("| kuitansi |", "| ${buku}  |", "EXCHANGE_026", 8),
    ("| Buku kas ada  ", "| #REF!         ", "EXCHANGE_023", 7),
])
def test_a_fault_of_the_survey_names_its_row(old: str, new: str, code: str, row: int) -> None:
    assert old in SURVEY
    assert (code, row) in places(form(SURVEY.replace(old, new)))


def test_a_question_outside_of_a_group_and_a_group_too_deep_are_refused() -> None:
    survey = """
type               | name | label | weight
select_one yatidak | q1   | Satu  | 1
begin_group        | a    | A     | 1
begin_group        | b    | B     | 1
begin_group        | c    | C     |
select_one yatidak | q2   | Dua   |
end_group          |      |       |
end_group          |      |       |
end_group          |      |       |
end_group          |      |       |
"""
    found = places(form(survey))
    assert ("EXCHANGE_007", 2) in found and ("EXCHANGE_006", 5) in found and ("EXCHANGE_005", 10) in found


def test_a_group_of_questions_holds_yes_and_no_alone_and_is_weighed_as_one() -> None:
    survey = """
type               | name | label | constraint          | weight
begin_group        | a    | A     |                     | 1
begin_group        | b    | B     |                     | 1
decimal            | n    | Angka | . > 0 and . < 5     |
select_one yatidak | q    | Tanya |                     | 1
end_group          |      |       |                     |
end_group          |      |       |                     |
"""
    assert places(form(survey)) == [("EXCHANGE_031", 4), ("EXCHANGE_032", 5)]


@pytest.mark.parametrize("old, new, code, column", [
    ("layanan-kecil", "Layanan Kecil", "EXCHANGE_008", "form_id"),
    ("2026-01-31", "versi 3", "EXCHANGE_019", None),
    ("2026-01-31", "3", "EXCHANGE_019", None),
    ("Layanan warung", "              ", "EXCHANGE_010", "form_title"),
])
def test_a_fault_of_the_settings_names_its_column(old: str, new: str, code: str, column: str | None) -> None:
    (one,) = refused(form(settings=SETTINGS.replace(old, new)))
    assert (one.code, one.values["sheet"], one.values["row"]) == (code, "settings", 2)
    assert one.values.get("column") == column


def test_other_words_of_the_settings_are_refused() -> None:
    sheet = """
form_title | form_id | version    | subject | total | style
Uji        | uji     | 2026-01-31 | rumah   | -5    | pages
Lagi       | lagi    | 2026-01-31 |         |       |
"""
    assert places(form(settings=sheet)) == [
        ("EXCHANGE_003", 2), ("EXCHANGE_015", 2), ("EXCHANGE_020", 2), ("EXCHANGE_021", 3),
    ]


def test_choices_that_cannot_be_scored_are_named() -> None:
    choices = CHOICES + "yatidak   | mungkin | Mungkin | Maybe |"
    assert places(form(choices=choices)) == [("EXCHANGE_012", 2), ("EXCHANGE_012", 3), ("EXCHANGE_012", 4)]


def test_a_yes_that_is_worth_more_than_one_is_a_scored_choice() -> None:
    choices = CHOICES.replace("Yes                 |", "Yes | 5").replace("No                  |", "No  | 0")
    (one,) = refused(form(choices=choices))[:1]
    assert one.code == "EXCHANGE_016", "a mark needs a weight of its own"


def test_a_source_that_the_rulebook_does_not_have_is_refused() -> None:
    survey = SURVEY.replace("| weight", "| weight | cite").replace("| 20", "| 20 | perdep-99#x")
    assert places(form(survey)) == [("EXCHANGE_022", 3)]


def test_a_form_without_any_weight_is_refused() -> None:
    survey = SURVEY.replace("| 60", "| 0").replace("| 40", "| 0").replace("| 20", "| 0")
    assert [one.code for one in refused(form(survey))] == ["EXCHANGE_033"]


def test_missing_sheets_and_columns_are_named_together() -> None:
    assert [(one.code, one.values["sheet"]) for one in refused(book({"survei": SURVEY}))] == [
        ("EXCHANGE_001", "survey"), ("EXCHANGE_001", "settings"),
    ]
    found = refused(form(SURVEY.replace("| label  ", "| judul  ")))
    assert ("EXCHANGE_002", "label::Indonesia (id)") in [(one.code, one.values.get("column")) for one in found]


def test_a_sheet_of_another_form_language_is_refused_and_a_sheet_of_notes_is_left_alone() -> None:
    assert [one.code for one in refused(form(entities="list_name\nwarung"))] == ["EXCHANGE_034"]
    assert read_workbook(NAME, form(Petunjuk="Cara mengisi\nBaca dahulu"))


def test_a_heading_that_stands_twice_is_refused() -> None:
    assert "EXCHANGE_035" in [one.code for one in refused(form(SURVEY.replace("| constraint", "| weight")))]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7", b"type,name\n", b"<html></html>"])
def test_what_is_no_workbook_by_its_content_is_refused_whatever_its_name(content: bytes) -> None:
    assert [one.code for one in refused(content)] == ["SHEETS_001"]


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * (210 * 1024 * 1024))
    assert [one.code for one in refused(out.getvalue())] == ["SHEETS_002"]


def test_a_file_larger_than_a_form_is_refused() -> None:
    assert [one.code for one in refused(b"PK" + b"0" * (2 * 1024 * 1024))] == ["EXCHANGE_025"]


def test_more_rows_than_a_form_has_are_refused() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as made:
        for name, line in (("survey", ["type", "name", "label"]), ("settings", ["form_title", "form_id", "version"])):
            sheet = made.add_worksheet(name)
            sheet.write_row(0, 0, line)
            for number in range(1, 2100 if name == "survey" else 1):
                sheet.write_row(number, 0, ["note", f"n{number}", "Catatan"])
    assert "EXCHANGE_024" in [one.code for one in refused(out.getvalue())]


def test_more_columns_than_a_form_has_are_refused() -> None:
    heading, *lines = SURVEY.strip().splitlines()
    wide = "\n".join([heading + " |" * 120 + " lain", *lines])
    assert [one.code for one in refused(form(wide))] == ["EXCHANGE_036"]


CELLS = {
    "type": ["begin_group", "begin group", "end_group", "select_one yatidak", "select_one mutu", "select_one",
             "decimal", "integer", "note", "repeat", "", "1"],
    "name": ["a", "b", "A", "aspects.a", "answers.a.1", "1", "", "${a}", "x" * 70],
    "label": ["Teks", "", "#N/A", "=1+1", "'{}", "no"],
    "constraint": ["", ". >= 0 and . <= 10", ". < 1 and . > 2", ".>=-1 and .<=1", "1", "(. > 0) and (. < 1)"],
    "weight": ["", "1", "0", "2,5", "-1", "x", "1e3", "0.1"],
}
LINE = st.tuples(*(st.sampled_from(values) for values in CELLS.values())).map(" | ".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINE, min_size=1, max_size=12))
def test_any_survey_is_read_or_refused_with_reasons(lines: list[str]) -> None:
    """Whatever stands in the cells, the answer is an instrument that adds up or a list of faults, never an error."""
    choices = CHOICES + "mutu | baik | Baik | Good | 2\nmutu | buruk | Buruk | Bad | -1"
    try:
        made = read_workbook(NAME, form("\n".join([" | ".join(CELLS), *lines]), choices=choices)).instrument
    except Refused as found:
        assert found.problems and all(one.code.startswith("EXCHANGE_") for one in found.problems)
        assert all(one.text("id") and one.text("en") for one in found.problems)
    else:
        assert sum(one.weight or 0 for one in made.components) == made.total > 0


def test_messages_name_sheet_row_column_what_was_seen_and_what_to_do() -> None:
    (one,) = refused(form(SURVEY.replace("| 60", "| berat")))
    assert one.text() == (
        'Lembar survey, baris 2, kolom weight: "berat" bukan angka nol atau lebih. Tulis angka saja, mis. 2,5.'
    )
    assert one.text("en").startswith('Sheet survey, row 2, column weight: "berat" is not a number')
    assert one.where == "survey!2"


def test_the_sound_form_has_the_three_sheets() -> None:
    assert set(SOUND) == {"survey", "choices", "settings"}
    assert read_workbook(NAME, book(SOUND)).remarks == ()
