"""Profiles and months in words for pages and workbooks: what was not told is a dash, zero is a zero."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from sidamping.domain.cohorts.success import NO_BASELINE, NO_COUNT, NO_END, ZERO_BASELINE, Finding
from sidamping.domain.money import rupiah
from sidamping.features.progress.queries import MonthLine, ProfileLine, Standing
from sidamping.features.progress.services.drafts import LABELS, LISTS
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels

SHOWN = (
    "sector", "income", "technology", "devices", "signal", "cycle_months", "cycle_note", "workers_full",
    "workers_part", "workers_family", "education", "behaviour", "capital", "turnover", "track_record", "loan_plafond",
    "loan_tenor", "motivation",
)
MONEY = {"capital", "turnover", "loan_plafond"}
NOTHING = "–"


@dataclass(frozen=True)
class ProfileRow:
    """One thing known of a participant, before and now."""

    label: str
    before: str
    now: str

    @property
    def changed(self) -> bool:
        return bool(self.before) and self.before != self.now


@dataclass(frozen=True)
class FindingRow:
    """An indicator in words: reached or not, the figures behind it, why it cannot be told."""

    label: str
    reached: bool | None
    figures: str
    why: str


@dataclass(frozen=True)
class MonthRow:
    """A month as its row says it."""

    line: MonthLine
    label: str
    turnover: str
    kept: str
    workers: str
    family: str


def profile_rows(history: Sequence[ProfileLine]) -> tuple[ProfileRow, ...]:
    """The newest profile beside the first; what neither tells is left out."""
    if not history:
        return ()
    first, last = history[0], history[-1]
    rows = (ProfileRow(str(LABELS[name]), said(first, name), said(last, name)) for name in SHOWN)
    return tuple(row for row in rows if row.before or row.now)


def finding_rows(standing: Standing) -> tuple[FindingRow, ...]:
    """The three indicators in words, and all of them together; nothing for a programme without indicators."""
    made = standing.success
    if made is None:
        return ()
    paid = made.workers
    books = _("%(n)s bulan dicatat dengan bukti") % {"n": made.records.after or 0}
    return (
        FindingRow(_("Omzet naik"), made.turnover.reached, _change(made.turnover, rupiah), _why(made.turnover)),
        FindingRow(_("Pencatatan keuangan diterapkan"), made.records.reached, books, _why(made.records)),
        FindingRow(_("Pekerja berupah bertambah"), paid.reached, _change(paid, str), _why(paid)),
        FindingRow(_("Ketiganya sekaligus"), made.all_three, "", ""),
    )


def _change(one: Finding, shown: Callable[[int], str]) -> str:
    if one.before is None or one.after is None:
        return ""
    return f"{shown(round(one.before))} → {shown(round(one.after))}"


def _why(one: Finding) -> str:
    """Why an indicator cannot be told."""
    words = {
        NO_BASELINE: _("Belum ada bulan pembanding."), NO_END: _("Belum ada angka selama pendampingan."),
        NO_COUNT: _("Belum cukup bulan yang diketahui."), ZERO_BASELINE: _("Omzet pembandingnya nol."),
    }  # fmt: skip
    return words.get(one.why, "")


def said(profile: ProfileLine, name: str) -> str:
    """A value of a profile in words; '' when it was not told."""
    value = getattr(profile, name)
    if value is None or value in ("", ()):
        return ""
    if name == "devices":
        known = labels("devices", reader_language())
        return ", ".join(known.get(code, code) for code in value)
    if name in LISTS:
        return labels(LISTS[name], reader_language()).get(value, value)
    return rupiah(value) if name in MONEY else str(value)


def month_rows(series: Sequence[MonthLine]) -> tuple[MonthRow, ...]:
    """The months, the newest first."""
    return tuple(_row(one) for one in reversed(series))


def _row(one: MonthLine) -> MonthRow:
    turnover = NOTHING if one.turnover is None else rupiah(one.turnover)
    family = NOTHING if one.workers_family is None else str(one.workers_family)
    return MonthRow(one, one.month.label(reader_language()), turnover, kept_words(one), _people(one), family)


def kept_words(one: MonthLine) -> str:
    """Which records were kept, and whether that is proven."""
    held = [word for kept, word in ((one.daily_kept, _("harian")), (one.monthly_kept, _("bulanan"))) if kept]
    if not held:
        return _("tidak dicatat") if False in (one.daily_kept, one.monthly_kept) else NOTHING
    proof = _("terbukti") if one.records_kept else _("belum terbukti")
    days = f", {one.days_recorded} " + _("hari") if one.days_recorded is not None else ""
    return f"{' + '.join(held)}{days} ({proof})"


def _people(one: MonthLine) -> str:
    if one.paid_workers is None:
        return NOTHING
    return _("%(paid)s (penuh %(full)s, paruh %(part)s)") % {
        "paid": one.paid_workers, "full": _told(one.workers_full), "part": _told(one.workers_part),
    }  # fmt: skip


def _told(value: Any) -> str:
    return NOTHING if value is None else str(value)
