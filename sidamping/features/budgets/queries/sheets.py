"""A budget as sheets: plan, realisation and difference of a span with its reading, and the whole year by month."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.budgeting import INCOMING, OUTGOING, THOUSAND, BudgetLine, months_of, realised
from sidamping.domain.ledger.sheets import HEAD, LINE, SUM, TEXT, TOTAL, Cell, Column, Row, Sheet, Term, added
from sidamping.domain.money import rupiah
from sidamping.domain.periods import month_name
from sidamping.features.budgets.queries.cards import BudgetCard, KeptLine
from sidamping.platform.http.language import reader_language

PARTS = (("institution", _("Kelembagaan")), ("business", _("Usaha")), ("finance", _("Keuangan dan permodalan")))
DIRECTIONS = ((INCOMING, _("Pendapatan atau penerimaan")), (OUTGOING, _("Belanja atau pengeluaran")))
PLAN, REAL, APART = range(3)
WHOLE = range(1, 13)


def compared(card: BudgetCard, span: str, number: int, title: str) -> Sheet:
    """Plan beside realisation of a span by part and direction, with the difference, its reading and what was said."""
    rows: dict[str, Row] = {}
    sums: dict[str, list[str]] = {direction: [] for direction, _word in DIRECTIONS}
    for part, told in PARTS:
        own = [one for one in card.lines if one.line.part == part]
        if own:
            rows[part] = Row(HEAD, part, str(told), str(told))
        for one in own:
            key = str(one.id)
            rows[key] = Row(LINE, key, one.line.text, one.line.text, _cells(one, card, span, number))
            sums[one.line.direction].append(key)
    for direction, told in DIRECTIONS:
        label = gettext("Jumlah %(what)s") % {"what": str(told).lower()}
        plan, real = (added([Term(key, at) for key in sums[direction]], rows) for at in (PLAN, REAL))
        rows[direction] = Row(SUM, direction, label, label, (plan, real, _apart(direction, plan, real), Cell("")))
    label = gettext("Selisih penerimaan dan pengeluaran")
    rest = [added([Term("in", at), Term("out", at, -1)], rows) for at in (PLAN, REAL)]
    rows["rest"] = Row(TOTAL, "rest", label, label, (*rest, _apart("rest", *rest), Cell("")))
    columns = (Column("Rencana", "Plan"), Column("Realisasi", "Actual"), Column("Selisih", "Difference"),
               Column("Bacaan", "Reading", TEXT))  # fmt: skip
    first = Column("Uraian", "Line", TEXT)
    return Sheet("rapbk", title, title, columns, tuple(rows.values()), first=first)


def planned(card: BudgetCard) -> Sheet:
    """What is planned, by part and direction: how much of it at what price, and the sum."""
    rows: dict[str, Row] = {}
    for part, told in PARTS:
        own = [one for one in card.lines if one.line.part == part]
        if own:
            rows[part] = Row(HEAD, part, str(told), str(told))
        for one in own:
            line, key = one.line, str(one.id)
            much = f"{line.quantity / THOUSAND:g} {line.unit} × {rupiah(line.price)}"
            rows[key] = Row(LINE, key, line.text, line.text, (Cell(much), Cell(line.plan)))
    for direction, told in DIRECTIONS:
        label = gettext("Jumlah %(what)s") % {"what": str(told).lower()}
        terms = [Term(str(one.id), 1) for one in card.lines if one.line.direction == direction]
        rows[direction] = Row(SUM, direction, label, label, (Cell(""), added(terms, rows)))
    label = gettext("Selisih penerimaan dan pengeluaran")
    rest = added([Term("in", 1), Term("out", 1, -1)], rows)
    rows["rest"] = Row(TOTAL, "rest", label, label, (Cell(""), rest))
    columns = (Column("Banyaknya dan harga", "Quantity and price", TEXT), Column("Rencana", "Plan"))
    title = f"RAPBK {card.head.year}"
    return Sheet("rencana", title, title, columns, tuple(rows.values()), first=Column("Uraian", "Line", TEXT))


def by_month(card: BudgetCard, title: str) -> Sheet:
    """The realisation of every month of the year, and the plan of the whole."""
    language = reader_language()
    rows = []
    for one in card.lines:
        key = str(one.id)
        cells = [Cell(realised(one.line, card.chart, card.monthly, (month,))) for month in WHOLE]
        whole = sum(cell.value for cell in cells if isinstance(cell.value, int))
        total = Cell(whole, tuple(Term(key, at) for at in range(12) if isinstance(cells[at].value, int)))
        rows.append(Row(LINE, key, one.line.text, one.line.text, (*cells, total, Cell(one.line.plan))))
    months = tuple(Column(month_name(at, "id")[:3], month_name(at, "en")[:3]) for at in WHOLE)
    columns = (*months, Column("Setahun", "Year"), Column("Rencana", "Plan"))
    label = month_name(1, language)[:3] + "–" + month_name(12, language)[:3]
    return Sheet("rapbk-bulan", f"{title} {label}", f"{title} {label}", columns, tuple(rows),
                 first=Column("Uraian", "Line", TEXT))


def reading(line: BudgetLine, plan: int, real: int | None) -> str:
    """What the difference means, in a plain sentence."""
    if real is None:
        return "" if line.counted else gettext("Tidak ada akunnya di buku; nilai dari laporan kegiatan.")
    if plan == 0:
        return gettext("Tidak direncanakan pada masa ini.") if real else ""
    share = real * 100 // plan
    if line.direction == INCOMING:
        if real >= plan:
            return gettext("Tercapai %(share)s persen.") % {"share": share}
        return gettext("Baru %(share)s persen; kurang %(rest)s.") % {"share": share, "rest": rupiah(plan - real)}
    if real > plan:
        return gettext("Melebihi rencana %(over)s (%(share)s persen).") % {"over": rupiah(real - plan), "share": share}
    return gettext("Terpakai %(share)s persen; sisa %(rest)s.") % {"share": share, "rest": rupiah(plan - real)}


def _cells(one: KeptLine, card: BudgetCard, span: str, number: int) -> tuple[Cell, ...]:
    months = months_of(span, number)
    plan, real = one.line.planned(months), realised(one.line, card.chart, card.monthly, months)
    told = (_done(one.line, card, months), reading(one.line, plan, real), _remark(one, card, span, number))
    said = Cell(" ".join(filter(None, told)))
    if real is None:
        return Cell(plan), Cell(None), Cell(None), said
    return Cell(plan), Cell(real), _apart(str(one.id), Cell(plan), Cell(real)), said


def _remark(one: KeptLine, card: BudgetCard, span: str, number: int) -> str:
    """What the board said about the line in the span; empty where it said nothing."""
    found = card.remarks.get((one.id, span, number))
    if found is None:
        return ""
    return gettext("Sebab: %(reason)s Tindakan: %(action)s") % {"reason": found.reason, "action": found.action}


def _done(line: BudgetLine, card: BudgetCard, months: Sequence[int]) -> str:
    """How much of it was done, as the records count it; empty where none counts it."""
    if not line.counted:
        return ""
    done = sum(card.done.get((line.counted, month), 0) for month in months)
    told = {"done": done, "plan": f"{float(line.quantity_of(months)):g}", "unit": line.unit}
    return gettext("Terlaksana %(done)s dari %(plan)s %(unit)s menurut catatan.") % told


def _apart(key: str, plan: Cell, real: Cell) -> Cell:
    """Realisation less plan."""
    value = (real.value if isinstance(real.value, int) else 0) - (plan.value if isinstance(plan.value, int) else 0)
    return Cell(value, (Term(key, REAL), Term(key, PLAN, -1)))
