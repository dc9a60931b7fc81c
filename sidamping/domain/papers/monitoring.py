"""The monitoring and evaluation report on a member's business: four chapters (S0)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from sidamping.domain.money import grouped
from sidamping.domain.papers import frame, words
from sidamping.domain.papers.chapters import chaptered
from sidamping.domain.papers.facts import IndicatorFact, Records, Subject
from sidamping.domain.papers.layout import Column, Layout, Span

NETWORKS = "networks"


def monitoring_report(
    layout: Layout, span: Span, subject: Subject, records: Records, written: Mapping[str, str]
) -> frame.Composed:
    """Laporan monitoring dan evaluasi pendampingan usaha anggota."""
    said = frame.narrative(layout.cells, written, proposals(span, subject, records))
    sections = chaptered(layout.cells, said, tables_of(layout, records, reflected="4.1"))
    content = frame.frame(layout, span, subject, sections, records.signers)
    return frame.Composed(content, frame.unwritten(layout.cells, said))


def tables_of(layout: Layout, records: Records, *, reflected: str) -> dict[str, list[frame.Content]]:
    """The tables by the source or the key of the cell they belong to; the joint evaluations stand under `reflected`.

    A format without a cell for the business network shows it below the indicators.
    """
    indicators = [_indicators(records)] if records.indicators else []
    networks = [_networks(records)] if records.networks else []
    apart = any(cell.source == NETWORKS for cell in layout.cells)
    return {
        "plans": [_schedule(records)],
        "visits_by_month": [_sessions(records)],
        "problems_and_choices": [_problems(records)],
        NETWORKS: networks,
        "3.1": indicators if apart else [*indicators, *networks],
        reflected: [_reflection(records)] if records.evaluations else [],
    }


def proposals(span: Span, subject: Subject, records: Records) -> dict[str, str]:
    """Words proposed for the cells, made only of what is recorded."""
    visits = records.visits
    return {
        "1.1": words.joined(one.title for one in records.problems),
        "1.2": f"Memantau, mengevaluasi, dan mencatat hasil pendampingan {subject.mentee} selama {span.label}.",
        "2.1": words.joined([subject.mentee, subject.village, subject.district], ", "),
        "2.2": f"{grouped(len(visits))} kunjungan: {words.days(one.visited_on for one in visits)}." if visits else "",
        "2.3": words.listed(one.activity for one in visits),
        "3.1": words.joined([*map(compared, records.indicators), *(one.result for one in visits)]),
        "3.2": words.joined(words.joined([one.title, one.outcome], " — ") for one in records.problems),
        "4.1": words.joined([*(one.went_well for one in records.evaluations), *(one.result for one in visits[-1:])]),
        "4.2": words.joined([*(one.next_plan for one in records.evaluations), *(one.advice for one in visits)]),
    }


def _schedule(records: Records) -> frame.Content:
    columns = (Column("no", "No", "center", "6%"), Column("day", "Hari/Tanggal"),
               Column("activity", "Kegiatan"), Column("place", "Tempat"))
    rows = [
        frame.row(
            {"no": str(no), "day": words.weekday(one.planned_on), "activity": one.activity, "place": one.place},
            [one.id],
        )
        for no, one in enumerate(records.plan, 1)
    ]
    return frame.table("schedule", columns, rows, "Jadwal pelaksanaan")


def _sessions(records: Records) -> frame.Content:
    columns = (
        Column("no", "No", "center", "6%"), Column("activity", "Kegiatan"), Column("material", "Materi"),
        Column("result", "Hasil"),
    )
    rows = [
        frame.row(
            {"no": str(no), "activity": one.activity, "material": one.material, "result": one.result}, [one.id]
        )
        for no, one in enumerate(records.visits, 1)
    ]
    return frame.table("sessions", columns, rows, "Kegiatan yang dilaksanakan")


def _problems(records: Records) -> frame.Content:
    columns = (
        Column("no", "No", "center", "6%"), Column("problem", "Masalah"), Column("cause", "Akar masalah"),
        Column("action", "Jalan keluar yang dipilih"), Column("outcome", "Hasil"),
    )
    rows = [
        frame.row(
            {"no": str(no), "problem": one.title, "cause": one.cause, "action": one.choice, "outcome": one.outcome},
            [one.id],
        )
        for no, one in enumerate(records.problems, 1)
    ]
    return frame.table("problems", columns, rows, "Masalah dan tindak lanjut")


def _indicators(records: Records) -> frame.Content:
    """Before and after on the indicators that were fixed at the start."""
    columns = (
        Column("no", "No", "center", "6%"), Column("name", "Indikator"), Column("unit", "Satuan"),
        Column("start", "Awal", "right"), Column("now", "Sekarang", "right"), Column("change", "Perubahan", "right"),
        Column("day", "Diukur"),
    )
    rows = [
        frame.row(
            {
                "no": str(no), "name": one.name, "unit": one.unit, "start": figure(one.start),
                "now": figure(one.now) if one.now is not None else words.NOT_REPORTED,
                "change": _change(one), "day": words.day(one.measured_on) if one.measured_on else "–",
            },
            [one.id],
        )
        for no, one in enumerate(records.indicators, 1)
    ]
    title = f"Indikator yang ditetapkan {words.day(records.indicators[0].fixed_on)}"
    return frame.table("indicators", columns, rows, title)


def _networks(records: Records) -> frame.Content:
    """Whom the business works with, by function, before the period and at its end (A9)."""
    columns = (
        Column("function", "Fungsi"), Column("before", "Sebelum masa ini", "right"),
        Column("now", "Akhir masa ini", "right"), Column("names", "Pihak"),
    )
    rows = [
        frame.row(
            {
                "function": one.function, "before": frame.figure(str(one.before), one.before),
                "now": frame.figure(str(one.now), one.now), "names": words.listed(one.names) or "–",
            },
            one.sheets,
        )
        for one in records.networks
    ]
    return frame.table(NETWORKS, columns, rows, "Jaringan usaha menurut fungsi")


def _reflection(records: Records) -> frame.Content:
    """What worked, what did not, what follows, as both sides said in their joint evaluations."""
    columns = (
        Column("day", "Tanggal"), Column("well", "Yang berjalan"), Column("hard", "Yang belum berjalan"),
        Column("next", "Pelajaran dan tindak lanjut"),
    )
    rows = [
        frame.row(
            {"day": words.day(one.held_on), "well": one.went_well, "hard": one.difficulties, "next": one.next_plan},
            [one.id],
        )
        for one in records.evaluations
    ]
    return frame.table("reflection", columns, rows, "Evaluasi bersama")


def compared(one: IndicatorFact) -> str:
    """'Omzet: dari 4 juta menjadi 5 juta rupiah.', or nothing for one that was not measured again."""
    if one.now is None:
        return ""
    return f"{one.name}: dari {figure(one.start)} menjadi {figure(one.now)} {one.unit}."


def _change(one: IndicatorFact) -> str:
    if one.now is None:
        return "–"
    change = one.now - one.start
    return f"+{figure(change)}" if change > 0 else figure(change)


def figure(value: Decimal) -> str:
    """1.250 or 12,5: grouped, a comma, no empty decimals; a fall with its sign."""
    whole, _dot, rest = f"{abs(value):.2f}".partition(".")
    rest = rest.rstrip("0")
    return ("-" if value < 0 else "") + grouped(int(whole)) + (f",{rest}" if rest else "")
