"""The monthly development report of a cooperative: its lines up to last month, this month and to date (S4 annex).

Where the cooperative keeps its books here, they tell the lines they know; the rest is typed, and the paper says which.
"""

from __future__ import annotations

from collections.abc import Mapping

from sidamping.domain.papers import booked as books
from sidamping.domain.papers import continuity, frame, surplus, words
from sidamping.domain.papers.booked import NOTHING_BOOKED, Booked
from sidamping.domain.papers.continuity import Figures, Opening, Reading, shown
from sidamping.domain.papers.facts import Records, Subject
from sidamping.domain.papers.layout import Layout, Span


def development_report(
    layout: Layout, span: Span, subject: Subject, records: Records, written: Mapping[str, str],
    typed: Figures, opening: Opening | None, booked: Booked = NOTHING_BOOKED,
) -> frame.Composed:
    """Laporan bulanan perkembangan koperasi dampingan, with every correction told in the remarks."""
    said = frame.narrative(layout.cells, written, {})
    figures = books.with_books(typed, opening, booked)
    read = continuity.readings(layout.lines, opening, figures)
    rows = [_row(one, figures, opening, booked) for one in read]
    sections = [frame.table("lines", layout.columns, rows)]
    sections += [frame.text(cell, said[cell.key]) for cell in layout.cells if said[cell.key]]
    content = frame.frame(layout, span, subject, sections, records.signers, notes=[
        *_notes(layout, opening, booked), *books.sources(layout.lines, typed, booked)
    ])  # fmt: skip
    missing = (
        *continuity.faults(layout.lines, opening, figures),
        *continuity.missing(layout.lines, opening, figures),
        *books.differences(layout.lines, typed, opening, booked),
        *surplus.contradictions(layout.columns, read, opening, figures),
        *frame.unwritten(layout.cells, said),
    )
    return frame.Composed(content, missing)


def _row(reading: Reading, figures: Figures, opening: Opening | None, booked: Booked) -> frame.Content:
    line = reading.line
    started = opening.values.get(line.code) if opening else reading.before
    cells = {
        "item": line.label,
        "before": frame.figure(shown(reading.before, line.unit), reading.before),
        "month": frame.figure(_now(reading), reading.now),
        "to_date": frame.figure(shown(reading.to_date, line.unit), reading.to_date),
        "remarks": _remarks(reading, figures, opening, booked),
    }
    sources = [opening.revision] if opening else []
    known = _known(line.code, figures, booked)
    return frame.row(cells, sources, key=line.code, measure=line.measure, unit=line.unit, started=started, **known)


def _known(code: str, figures: Figures, booked: Booked) -> frame.Content:
    """Where the figure comes from and the accounts behind it; nothing in a report that was typed as a whole."""
    if not booked.lines:
        return {}
    origin = books.origin_of(code, figures, booked)
    accounts = booked.lines[code].accounts if origin == books.BOOKS else ()
    behind = {"book": str(booked.book), "accounts": list(accounts)} if accounts else {}
    return {"origin": origin, **behind}


def _now(reading: Reading) -> str:
    """This month; the change of a stock carries its sign."""
    printed = shown(reading.now, reading.line.unit)
    return f"+{printed}" if reading.line.is_stock and reading.now is not None and reading.now > 0 else printed


def _remarks(reading: Reading, figures: Figures, opening: Opening | None, booked: Booked) -> str:
    line, one = reading.line, reading.correction
    told = [figures.remarks.get(line.code, "")]
    if one:
        old, new = shown(one.old, line.unit), shown(one.new, line.unit)
        told.insert(0, f"Dikoreksi: semula {old} menjadi {new} karena {one.reason}")
    for _part, _seen, known in books.apart(line.code, figures, opening, booked):
        told.append(f"Menurut buku {shown(known, line.unit)}")
    if line.code in figures.absent:
        told.append(f"{words.NO_DATA.capitalize()}: {figures.absent[line.code]}")
    return words.joined(told)


def _notes(layout: Layout, opening: Opening | None, booked: Booked) -> list[str]:
    flows = [line.label for line in layout.lines if not line.is_stock]
    start = (
        f"Angka awal dikunci dari laporan {opening.label}{f' nomor {opening.number}' if opening.number else ''}."
        if opening else "Laporan pertama: angka awal dari buku koperasi, selebihnya diketik pendamping."
        if booked.lines else "Laporan pertama: angka awal diketik pendamping."
    )
    kinds = f"{words.listed(flows)} dijumlahkan dari bulan ke bulan; uraian lain adalah keadaan akhir bulan."
    return [f"{start} {kinds}"]
