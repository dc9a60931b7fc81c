"""A letter from its text and facts: tables, lists and running text; what has no value is left out with its line."""

from __future__ import annotations

from datetime import date
from typing import Any

from sidamping.domain.letters.composing import Frame, compose, long_day
from sidamping.domain.letters.forms import DAY, LINES, RUPIAH, TEXT, Fact, LetterForm, LetterText
from sidamping.domain.letters.wording import filled, text_faults

TEXTS = LetterText(
    number="{seq:03d}/X/{year}", subject="Hal {name}", opening="Dengan hormat,",
    body="Nama: {name}\nAlamat: {address}\nHonor: {fee}\n\nAlasan:\n{reasons}\n\nTugas:\n{tasks}\n\nDi {region}.",
    closing="Terima kasih, {recipient}.", signer="a.n. {role}", copies="Dinas {region}\nArsip",
)  # fmt: skip
FACTS = (
    Fact("name", "Nama", "Name", TEXT, "Ujang"), Fact("address", "Alamat", "Address", TEXT, "Tarus", True),
    Fact("fee", "Honor", "Fee", RUPIAH, "1000", True), Fact("reasons", "Alasan", "Reasons", LINES, "a"),
    Fact("tasks", "Tugas", "Tasks", LINES, "b", True), Fact("since", "Sejak", "Since", DAY, "2026-01-01", True),
)
FORM = LetterForm("x", "x/1", "", "contoh", "a#b", "Surat", "Letter", "SURAT", "letter", FACTS, TEXTS, ("pmo",), ())
FRAME = Frame("Program", ("KANTOR",), "Pak Ujang", "Kupang", "", "", "Kupang", date(2026, 11, 5), "001/X/2026", "PMO")


def made(**facts: Any) -> dict[str, Any]:
    return compose(FORM, TEXTS, {"name": "Ujang", "reasons": ["Satu", "Dua"], **facts}, FRAME)


def test_lines_without_a_value_are_left_out_and_words_leading_to_a_list_go_with_it() -> None:
    assert made()["paragraphs"] == [
        {"type": "text", "text": "Dengan hormat,"},
        {"type": "rows", "rows": [["Nama", "Ujang"]]},
        {"type": "text", "text": "Alasan:"},
        {"type": "list", "items": ["Satu", "Dua"]},
        {"type": "text", "text": "Terima kasih, Pak Ujang."},
    ]
    assert made()["copies"] == ["Arsip"]


def test_values_are_worded_in_indonesian() -> None:
    content = made(address="Desa Tarus", fee=1_250_000, tasks=["Mencatat"])
    assert {"type": "rows", "rows": [["Nama", "Ujang"], ["Alamat", "Desa Tarus"], ["Honor", "Rp1.250.000"]]} in content[
        "paragraphs"
    ]
    assert long_day(date(2026, 8, 17)) == "17 Agustus 2026"
    assert filled("{names}", {"names": ("Ratna", "Petrus", "Yuliana")}) == "Ratna, Petrus dan Yuliana"


def test_braces_in_a_fact_are_words_and_no_names() -> None:
    assert made(name="{reasons} {x")["subject"] == "Hal {reasons} {x"


def test_frozen_facts_keep_days_as_they_are_written_in_data() -> None:
    assert made(since=date(2026, 2, 1))["facts"] == {
        "name": "Ujang", "reasons": ["Satu", "Dua"], "since": "2026-02-01",
    }  # fmt: skip


def test_the_faults_of_a_text_name_their_part() -> None:
    wrong = LetterText("1/{year}", "", "{x}", "Halo {name", "", "PMO", "")
    assert [(one.code, one.where) for one in text_faults(FORM, wrong)] == [
        ("LETTERS_011", "number"), ("LETTERS_010", "subject"), ("LETTERS_008", "opening"), ("LETTERS_009", "body"),
        ("LETTERS_021", "body"), ("LETTERS_021", "body"),
    ]  # fmt: skip
