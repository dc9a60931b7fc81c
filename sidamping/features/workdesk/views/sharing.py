"""Texts to share by WhatsApp: a mentor's day, reminders to mentors. Plain lines, no personal numbers (F7)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sidamping.features.papers.queries import Duty
from sidamping.features.workdesk.queries import MentorDay, MentorRow

DUTIES_TOLD = 6


def day_text(day: MentorDay) -> str:
    """The mentor's plan of the day and the papers that come due."""
    lines = [_("Rencana pendampingan %(date)s") % {"date": _date(day.on)}]
    for item in day.planned:
        at = item.starts_at.strftime("%H.%M") if item.starts_at else "–"
        lines.append(f"• {at} {item.mentee_name}: {item.activity} ({item.place})")
    lines += [] if day.planned else [_("Belum ada kunjungan yang direncanakan hari ini.")]
    lines += _duty_lines(day.pressing)
    return "\n".join(lines)


def reminder_text(rows: Iterable[MentorRow], month: str) -> str:
    """A reminder to the mentors whose papers of a month are missing; empty when none is."""
    missing = [row for row in rows if row.papers.missing or row.papers.returned]
    if not missing:
        return ""
    lines = [_("Mohon perhatian rekan pendamping, laporan %(month)s:") % {"month": month}]
    for row in missing:
        seen = {"name": row.papers.mentor, "missing": row.papers.missing, "returned": row.papers.returned}
        lines.append(_("• %(name)s: %(missing)s belum diserahkan, %(returned)s dikembalikan") % seen)
    lines.append(_("Terima kasih."))
    return "\n".join(lines)


def _duty_lines(duties: tuple[Duty, ...]) -> list[str]:
    if not duties:
        return []
    lines = ["", _("Laporan yang jatuh tempo:")]
    for duty in duties[:DUTIES_TOLD]:
        subject = f" {duty.mentee}" if duty.mentee else ""
        lines.append(f"• {duty.title}{subject}, {duty.period}: {_date(duty.due_on)}")
    rest = len(duties) - DUTIES_TOLD
    return [*lines, *([_("… dan %(count)s lainnya") % {"count": rest}] if rest > 0 else [])]


def _date(day: date) -> str:
    return date_format(day, "j F Y")
