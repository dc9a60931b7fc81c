"""Check codes obey the pages' content policy; letters the fonts lack never keep a paper from printing."""

from __future__ import annotations

import pytest

from sidamping.platform.documents.glyphs import letters, printable
from sidamping.platform.documents.qr import qr_picture, qr_png, qr_svg

ADDRESS = "https://sidamping.example.id/cek/h7Qm2xW9rT4kLd8s/"


def test_the_code_in_a_page_has_no_inline_style() -> None:
    svg = qr_svg(ADDRESS)
    assert svg.startswith("<svg")
    assert "style=" not in svg
    assert 'class="qr"' in svg
    assert ADDRESS in svg


def test_a_code_escapes_what_it_shows() -> None:
    assert "<script>" not in qr_svg("https://x/<script>")


def test_codes_have_the_same_bytes_each_time() -> None:
    assert qr_png(ADDRESS) == qr_png(ADDRESS)
    assert qr_picture(ADDRESS) == qr_picture(ADDRESS)
    assert qr_picture(ADDRESS) != qr_picture(ADDRESS + "x")


def test_the_fonts_hold_latin_letters_and_typographic_signs() -> None:
    assert all(ord(letter) in letters() for letter in "AZaz09éñç–—“”…•₂²½°")


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Rapat selesai 😀 malam", "Rapat selesai \ufffd malam"),
        ("a\u200db\ufe0fc\u0007d", "abcd"),
        ("kas → bank", "kas -> bank"),
        ("baris satu\nbaris\tdua", "baris satu\nbaris dua"),
        ("Jose\u0301", "José"),
        ("biasa saja", "biasa saja"),
    ],
)
def test_text_is_made_printable(written: str, printed: str) -> None:
    assert printable(written) == printed
