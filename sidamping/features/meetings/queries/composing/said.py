"""What a part of the RAT book says before anybody writes: a sentence or two drawn from the records, to begin with."""

from __future__ import annotations

from sidamping.domain.ledger.statements import surplus
from sidamping.domain.meetings import passages
from sidamping.domain.money import rupiah
from sidamping.domain.periods import Year
from sidamping.features.books import queries as books
from sidamping.features.books.queries.reading import earned
from sidamping.features.meetings.queries.composing.facts import (
    BOARD_BOOK,
    EVENTS_BOOK,
    SUPERVISORS_BOOK,
    Institution,
    institution,
)
from sidamping.features.meetings.queries.composing.money import savings_on
from sidamping.features.meetings.queries.lines import MeetingCard

OF_REGISTERS = (passages.INSTITUTION, passages.EVENTS, passages.PERIODIC)
RULES = """1. Rapat sah bila dihadiri anggota sebanyak kuorum; kehadiran tidak dapat diwakilkan.
2. Setiap anggota mempunyai satu hak suara.
3. Peserta berbicara sesudah diberi waktu oleh pimpinan rapat.
4. Keputusan diambil dengan musyawarah; bila tidak tercapai, dengan pemungutan suara.
5. Keputusan dan berita acara ditandatangani ketua dan sekretaris sidang."""
"""Rules of order to begin with (contoh); the meeting approves its own."""


def drafted_words(card: MeetingCard, part: str, seen: Institution | None = None) -> str:
    """The words a part begins with; empty where only people can say it. The caller has scoped the meeting.

    `seen`: what the registers say, where the caller has read it already.
    """
    year = card.head.year
    if part == passages.RULES:
        return RULES
    if year is None:
        return ""
    if part in (passages.BUSINESS, passages.FINANCE):
        return _of_money(card, part, year)
    if part not in OF_REGISTERS:
        return ""
    return _of_institution(part, seen or institution(card.book, year, card.head.day))


def _of_institution(part: str, seen: Institution) -> str:
    board, supervisors, events = (len(seen.written[key]) for key in (BOARD_BOOK, SUPERVISORS_BOOK, EVENTS_BOOK))
    said = {
        passages.INSTITUTION: (
            f"Anggota pada awal tahun {seen.year} {seen.before} orang, masuk {seen.joined}, keluar {seen.left}, "
            f"pada akhir tahun {seen.after} orang. Keputusan rapat pengurus tercatat {board}. "
            f"Buku wajib yang ada {seen.books_there} dari {seen.books_all}."
        ),
        passages.EVENTS: (
            f"Kejadian penting yang tercatat: {events}." if events else "Tidak ada kejadian penting yang tercatat."
        ),
        passages.PERIODIC: f"Keputusan rapat pengawas yang tercatat sepanjang tahun: {supervisors}.",
    }  # fmt: skip
    return said[part]


def _of_money(card: MeetingCard, part: str, year: int) -> str:
    whole = Year(year)
    if part == passages.FINANCE:
        saved = savings_on(card.book.id, [whole.end])[0]
        return f"Simpanan anggota pada akhir tahun {rupiah(saved)}."
    made = surplus(books.chart_of_book(card.book.id), earned(card.book.id, whole.end)[0])
    return f"Sisa hasil usaha tahun {year} sesudah pajak {rupiah(made.after_tax)}."
