"""Figures of the development report that the cooperative's own books and registers tell (E17, E3).

What they tell is used as it is; a mentor may write another figure, but not without a reason in the remarks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from sidamping.domain.papers import words
from sidamping.domain.papers.continuity import Figures, Opening, shown
from sidamping.domain.papers.layout import Line
from sidamping.domain.problems import Problem, problem

BOOKS, REGISTER, TYPED = "books", "register", "typed"
"""Where a figure comes from."""


@dataclass(frozen=True)
class Known:
    """A line as the books tell it: at or during the month, up to the month before, the accounts it was made of."""

    now: int
    before: int
    origin: str = BOOKS
    accounts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Booked:
    """Everything known of a month without asking the mentor. `since` is where flows up to last month begin."""

    lines: Mapping[str, Known] = field(default_factory=dict)
    book: UUID | None = None
    closed: bool = False
    drafts: int = 0
    since: str = ""
    until: str = ""


NOTHING_BOOKED = Booked()


def with_books(figures: Figures, opening: Opening | None, booked: Booked) -> Figures:
    """The figures with what is known where nothing else was written; a line without data stays without."""
    known = {code: one for code, one in booked.lines.items() if code not in figures.absent}
    start = {} if opening else {code: one.before for code, one in known.items()}
    now = {code: one.now for code, one in known.items()}
    return replace(figures, opening={**start, **figures.opening}, now={**now, **figures.now})


def origin_of(code: str, figures: Figures, booked: Booked) -> str:
    """Where this month's figure of a line comes from; '' where there is none."""
    known = booked.lines.get(code)
    if code in figures.absent:
        return ""
    if known is not None and figures.now.get(code, known.now) == known.now:
        return known.origin
    return TYPED if code in figures.now else ""


def differences(
    lines: Sequence[Line], figures: Figures, opening: Opening | None, booked: Booked
) -> tuple[Problem, ...]:
    """Figures written otherwise than the books tell, without a word about it in the remarks."""
    return tuple(
        problem("PAPERS_046", f"{part}.{line.code}", label=line.label, seen=shown(seen, line.unit),
                known=shown(known, line.unit))
        for line in lines if not figures.remarks.get(line.code, "").strip()
        for part, seen, known in apart(line.code, figures, opening, booked)
    )  # fmt: skip


def apart(code: str, figures: Figures, opening: Opening | None, booked: Booked) -> list[tuple[str, int, int]]:
    """Where a line was written otherwise than the books tell: which part, what was written, what they tell."""
    known = booked.lines.get(code)
    if known is None or code in figures.absent:
        return []
    told = [("now", figures.now.get(code), known.now)]
    if opening is None:
        told.append(("opening", figures.opening.get(code), known.before))
    return [(part, seen, book) for part, seen, book in told if seen is not None and seen != book]


def sources(lines: Sequence[Line], figures: Figures, booked: Booked) -> list[str]:
    """Sentences for the foot of the paper: which figures come from where."""
    if not booked.lines:
        return []
    by: dict[str, list[str]] = {}
    for line in lines:
        by.setdefault(origin_of(line.code, figures, booked), []).append(line.label)
    state = "sudah ditutup" if booked.closed else "belum ditutup"
    said = {
        BOOKS: f"Dari buku koperasi per {booked.until} (bulan itu {state}): {{}}. Pada laporan pertama, jumlah sampai "
               f"dengan bulan lalu dihitung sejak {booked.since}; pinjaman dan angsuran adalah pokok lewat kas dan "
               "bank, piutang belum dikurangi penyisihan.",
        REGISTER: "Dari daftar anggota dan daftar pengurus: {}.",
        TYPED: "Diketik pendamping: {}.",
    }  # fmt: skip
    return [said[key].format(words.listed(by[key])) for key in said if key in by]
