"""The monthly development report of a cooperative: its lines up to last month, this month and to date (S4 annex)."""

from __future__ import annotations

from collections.abc import Mapping

from sidamping.domain.papers import continuity, frame, surplus, words
from sidamping.domain.papers.continuity import Figures, Opening, Reading, shown
from sidamping.domain.papers.facts import Records, Subject
from sidamping.domain.papers.layout import Layout, Span


def development_report(
    layout: Layout, span: Span, subject: Subject, records: Records, written: Mapping[str, str],
    figures: Figures, opening: Opening | None,
) -> frame.Composed:
    """Laporan bulanan perkembangan koperasi dampingan, with every correction told in the remarks."""
    said = frame.narrative(layout.cells, written, {})
    read = continuity.readings(layout.lines, opening, figures)
    rows = [_row(one, figures, opening) for one in read]
    sections = [frame.table("lines", layout.columns, rows)]
    sections += [frame.text(cell, said[cell.key]) for cell in layout.cells if said[cell.key]]
    content = frame.frame(layout, span, subject, sections, records.signers, notes=_notes(layout, opening))
    missing = (
        *continuity.faults(layout.lines, opening, figures),
        *continuity.missing(layout.lines, opening, figures),
        *surplus.contradictions(layout.columns, read, opening, figures),
        *frame.unwritten(layout.cells, said),
    )
    return frame.Composed(content, missing)


def _row(reading: Reading, figures: Figures, opening: Opening | None) -> frame.Content:
    line = reading.line
    started = opening.values.get(line.code) if opening else reading.before
    cells = {
        "item": line.label,
        "before": frame.figure(shown(reading.before, line.unit), reading.before),
        "month": frame.figure(_now(reading), reading.now),
        "to_date": frame.figure(shown(reading.to_date, line.unit), reading.to_date),
        "remarks": _remarks(reading, figures),
    }
    sources = [opening.revision] if opening else []
    return frame.row(cells, sources, key=line.code, measure=line.measure, unit=line.unit, started=started)


def _now(reading: Reading) -> str:
    """This month; the change of a stock carries its sign."""
    printed = shown(reading.now, reading.line.unit)
    return f"+{printed}" if reading.line.is_stock and reading.now is not None and reading.now > 0 else printed


def _remarks(reading: Reading, figures: Figures) -> str:
    line, one = reading.line, reading.correction
    told = [figures.remarks.get(line.code, "")]
    if one:
        old, new = shown(one.old, line.unit), shown(one.new, line.unit)
        told.insert(0, f"Dikoreksi: semula {old} menjadi {new} karena {one.reason}")
    if line.code in figures.absent:
        told.append(f"{words.NO_DATA.capitalize()}: {figures.absent[line.code]}")
    return words.joined(told)


def _notes(layout: Layout, opening: Opening | None) -> list[str]:
    flows = [line.label for line in layout.lines if not line.is_stock]
    start = (
        f"Angka awal dikunci dari laporan {opening.label}{f' nomor {opening.number}' if opening.number else ''}."
        if opening else "Laporan pertama: angka awal diketik pendamping."
    )
    kinds = f"{words.listed(flows)} dijumlahkan dari bulan ke bulan; uraian lain adalah keadaan akhir bulan."
    return [f"{start} {kinds}"]
