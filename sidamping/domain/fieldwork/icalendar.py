"""Writes an iCalendar feed (RFC 5545): escaped texts, folded lines, stable identifiers, local times with their zone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

LINE_OCTETS = 75


@dataclass(frozen=True)
class Event:
    """One appointment; without a start time it fills the day."""

    id: UUID
    on: date
    starts_at: time | None
    minutes: int
    title: str
    place: str = ""
    notes: str = ""
    cancelled: bool = False
    sequence: int = 0
    stamp: datetime | None = None


def feed(events: Iterable[Event], *, name: str, zone: str, host: str) -> str:
    """The whole calendar as text with CRLF line ends."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//SiDamping//Rencana Kerja//ID", "CALSCALE:GREGORIAN",
             "METHOD:PUBLISH", f"X-WR-CALNAME:{escaped(name)}", f"X-WR-TIMEZONE:{zone}"]
    for event in events:
        lines += _event(event, ZoneInfo(zone), host)
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line))


def escaped(text: str) -> str:
    """A text value: backslash, semicolon, comma and line break are escaped, other control signs dropped."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\")
    plain = plain.replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    return "".join(sign for sign in plain if sign >= " " or sign == "\t")


def _event(event: Event, zone: ZoneInfo, host: str) -> list[str]:
    stamp = event.stamp or datetime.combine(event.on, time(0), UTC)
    lines = ["BEGIN:VEVENT", f"UID:{event.id}@{escaped(host)}", f"DTSTAMP:{_utc(stamp)}", f"SEQUENCE:{event.sequence}"]
    lines += _span(event, zone)
    lines.append(f"SUMMARY:{escaped(event.title)}")
    if event.place:
        lines.append(f"LOCATION:{escaped(event.place)}")
    if event.notes:
        lines.append(f"DESCRIPTION:{escaped(event.notes)}")
    lines.append(f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}")
    return [*lines, "END:VEVENT"]


def _span(event: Event, zone: ZoneInfo) -> list[str]:
    """Times in UTC, so that no time zone table has to travel along."""
    if event.starts_at is None:
        following = event.on + timedelta(days=1)
        return [f"DTSTART;VALUE=DATE:{event.on:%Y%m%d}", f"DTEND;VALUE=DATE:{following:%Y%m%d}"]
    start = datetime.combine(event.on, event.starts_at, zone)
    return [f"DTSTART:{_utc(start)}", f"DTEND:{_utc(start + timedelta(minutes=event.minutes))}"]


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _folded(line: str) -> Iterator[str]:
    """At most 75 octets a line; a continuation begins with a space and splits no character."""
    part, size = "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > LINE_OCTETS:
            yield part
            part, size = " ", 1
        part, size = part + sign, size + octets
    yield part
