"""A3: the text of a material in its parts: a few signs, everything else plain words."""

from __future__ import annotations

from sidamping.domain.materials import Block, blocks_of

TEXT = """
Satu kalimat
di dua baris.
## Judul
- satu
* dua
1. pertama
2) kedua
[ ] dicentang
- [x] sudah
Nama: ______
| A | B |
|---|---|
| 1 | |
| 2 |
"""


def test_each_sign_makes_its_part() -> None:
    assert blocks_of(TEXT) == (
        Block("paragraph", "Satu kalimat di dua baris."),
        Block("heading", "Judul"),
        Block("bullets", items=("satu", "dua")),
        Block("steps", items=("pertama", "kedua")),
        Block("boxes", items=("dicentang", "sudah")),
        Block("blank", "Nama:"),
        Block("table", rows=(("A", "B"), ("1", ""), ("2", ""))),
    )


def test_what_is_no_sign_stays_plain_text() -> None:
    told = "<b>tebal</b> #bukan judul -bukan butir 2026 bukan langkah"
    assert blocks_of(told) == (Block("paragraph", told),)
    assert blocks_of("  \n\n ") == ()


def test_an_empty_line_parts_paragraphs_and_lists() -> None:
    assert [one.kind for one in blocks_of("a\n\nb\n- c\n\n- d")] == ["paragraph", "paragraph", "bullets", "bullets"]
