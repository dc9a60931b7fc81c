"""F8: what people type and what they look for are folded alike; numbers are found whole; excerpts mark the hits."""

import pytest

from sidamping.domain.searching import Part, excerpt, fold, read_words


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Jum’at", "jumat"), ("Ma'ruf", "maruf"), ("KAFÉ Nusa", "kafe nusa"), ("desa/kelurahan", "desa kelurahan"),
     ("007/LBK/2026", "007 lbk 2026")],
)
def test_marks_capitals_and_strokes_make_no_difference(written: str, folded: str):
    assert fold(written) == folded


def test_a_word_is_a_beginning_and_a_number_is_whole():
    assert read_words("Buku kas 2026").full_text == "buku:* & kas:* & 2026"


def test_what_people_type_never_becomes_an_operator():
    assert read_words("kas & !buku | (rat) <-> :* '").full_text == "kas:* & buku:* & rat:*"


@pytest.mark.parametrize(
    ("typed", "enough"), [("", False), ("ab", False), ("ab cd", False), ("kas", True), ("53", False)]
)
def test_less_than_three_letters_are_too_few(typed: str, enough: bool):
    assert read_words(typed).enough is enough


def test_at_most_eight_words_of_forty_letters_are_asked():
    words = read_words(" ".join(f"{letter * 60}" for letter in "abcdefghij"))
    assert len(words.each) == 8 and {len(word) for word in words.each} == {40}


def test_an_excerpt_begins_before_the_first_hit_and_marks_every_word_that_begins_so():
    text = "Ketua dan bendahara menghitung uang di laci bersama-sama lalu menutup Buku kas harian; kasir hadir."
    parts = excerpt(text, read_words("kas"))
    assert [part.text for part in parts if part.hit] == ["kas", "kasir"]
    assert parts[0] == Part("… ") and "".join(part.text for part in parts).endswith("hadir.")


def test_an_excerpt_finds_what_was_written_with_an_apostrophe():
    assert Part("Jum'at", hit=True) in excerpt("Rapat hari Jum'at pagi", read_words("jumat"))
