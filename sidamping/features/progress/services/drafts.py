"""What somebody wants to record of a participant, and what cannot be true of it. Empty is not told, never zero."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from sidamping.domain.papers.words import day
from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, problem
from sidamping.rules.books import codes_of

MOST_MONEY = 10**12
MOST_WORKERS = 999
LABELS: dict[str, Any] = {
    "as_of": _("Per tanggal"), "sector": _("Sektor usaha"), "income": _("Kedudukan usaha dalam pendapatan"),
    "technology": _("Kecakapan teknologi"), "devices": _("Perangkat yang dimiliki"), "signal": _("Sinyal"),
    "cycle_months": _("Lama satu siklus produksi (bulan)"), "cycle_note": _("Tentang siklus produksi"),
    "workers_full": _("Pekerja penuh waktu"), "workers_part": _("Pekerja paruh waktu"),
    "workers_family": _("Keluarga yang membantu tanpa upah"), "education": _("Pendidikan"),
    "behaviour": _("Perilaku ekonomi"), "capital": _("Modal usaha"), "turnover": _("Omzet sebulan"),
    "track_record": _("Rekam jejak usaha"), "loan_plafond": _("Plafon pinjaman"),
    "loan_tenor": _("Jangka waktu pinjaman (bulan)"), "motivation": _("Catatan motivasi"),
    "source": _("Asal catatan"), "month": _("Bulan"), "days_recorded": _("Hari yang dicatat"),
    "daily_kept": _("Kas harian dicatat"), "monthly_kept": _("Omzet bulanan dicatat"), "proof": _("Bukti pencatatan"),
    "note": _("Keterangan"), "why": _("Apa yang keliru?"),
}  # fmt: skip
LISTS = {
    "sector": "tkm-sectors", "income": "income-types", "technology": "technology-levels", "signal": "signal-levels",
    "education": "education-levels", "source": "entry-sources", "proof": "record-proofs",
}
WITHIN = {
    "cycle_months": (1, 60), "loan_tenor": (1, 240), "days_recorded": (0, 31), "workers_full": (0, MOST_WORKERS),
    "workers_part": (0, MOST_WORKERS), "workers_family": (0, MOST_WORKERS), "capital": (0, MOST_MONEY),
    "turnover": (0, MOST_MONEY), "loan_plafond": (0, MOST_MONEY),
}
LONGEST = {"cycle_note": 160, "note": 240, "why": 240, "behaviour": 2000, "track_record": 2000, "motivation": 2000}
NOT_SAID: tuple[Any, ...] = (None, "", ())


@dataclass(frozen=True)
class Photo:
    """A picture as it was sent."""

    name: str
    content: bytes
    size: int | None = None


@dataclass(frozen=True)
class ProfileDraft:
    """A participant as of a day."""

    id: UUID
    as_of: date
    sector: str = ""
    income: str = ""
    technology: str = ""
    devices: tuple[str, ...] = ()
    signal: str = ""
    cycle_months: int | None = None
    cycle_note: str = ""
    workers_full: int | None = None
    workers_part: int | None = None
    workers_family: int | None = None
    education: str = ""
    behaviour: str = ""
    capital: int | None = None
    turnover: int | None = None
    track_record: str = ""
    loan_plafond: int | None = None
    loan_tenor: int | None = None
    motivation: str = ""
    source: str = "typed"


@dataclass(frozen=True)
class MonthDraft:
    """The figures of a month."""

    id: UUID
    month: Month
    turnover: int | None = None
    days_recorded: int | None = None
    daily_kept: bool | None = None
    monthly_kept: bool | None = None
    proof: str = ""
    workers_full: int | None = None
    workers_part: int | None = None
    workers_family: int | None = None
    note: str = ""
    source: str = "typed"


def plain(draft: ProfileDraft | MonthDraft) -> dict[str, Any]:
    """The draft as columns of its table."""
    values = {one.name: getattr(draft, one.name) for one in fields(draft)}
    if isinstance(draft, MonthDraft):
        values["month"] = draft.month.start
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def faults_of(draft: ProfileDraft | MonthDraft) -> list[Problem]:
    """Everything that cannot be true of the draft by itself."""
    values = plain(draft)
    return [*_silent(values), *_unknown(values), *_outside(values), *_too_long(values), *_strange_devices(values)]


def day_faults(where: str, seen: date, on: date) -> list[Problem]:
    return [problem("PROGRESS_005", where, day=day(seen))] if seen > on else []


def _silent(values: dict[str, Any]) -> Iterator[Problem]:
    said = {name for name, value in values.items() if value not in NOT_SAID and value != []}
    if not said - {"id", "as_of", "month", "source", "note"}:
        yield problem("PROGRESS_002")


def _unknown(values: dict[str, Any]) -> Iterator[Problem]:
    for name, listing in LISTS.items():
        value = values.get(name, "")
        if value and value not in codes_of(listing):
            yield problem("PROGRESS_003", name, label=LABELS[name], seen=str(value)[:40])


def _outside(values: dict[str, Any]) -> Iterator[Problem]:
    for name, (least, most) in WITHIN.items():
        value = values.get(name)
        if value is not None and not least <= value <= most:
            yield problem("PROGRESS_004", name, label=LABELS[name], seen=value, least=least, most=most)


def _too_long(values: dict[str, Any]) -> Iterator[Problem]:
    for name, most in LONGEST.items():
        if (length := len(values.get(name) or "")) > most:
            yield problem("PROGRESS_004", name, label=LABELS[name], seen=length, least=0, most=most)


def _strange_devices(values: dict[str, Any]) -> Iterator[Problem]:
    known: Iterable[str] = codes_of("devices")
    for code in values.get("devices", ()):
        if code not in known:
            yield problem("PROGRESS_003", "devices", label=LABELS["devices"], seen=str(code)[:40])
