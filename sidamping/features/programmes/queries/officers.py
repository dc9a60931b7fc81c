"""Who signs for an engagement's regency on a day. Unscoped: names of officials stand on every printed paper."""

from __future__ import annotations

from datetime import date

from sidamping.platform.access import roles
from sidamping.platform.access.queries import Official, officials
from sidamping.platform.http.language import reader_language
from sidamping.rules import books


def coordinator_for(programme: str, regency: str, on: date) -> Official | None:
    """The coordinator of the regency on the day: the one appointed nearest to it, then the longest in office."""
    return next(iter(officials(programme, roles.COORDINATOR, regency, on)), None)


def programme_name(programme: str, on: date) -> str:
    """The title of a programme in the reader's language; its code once it is no longer in force."""
    return next((one.title.text(reader_language()) for one in books.programmes(on) if one.code == programme), programme)


def role_name(role: str, programme: str, on: date) -> str:
    """What a role is called in the programme on the day; its general name where no one programme says so."""
    named = next((one.roles[role] for one in books.programmes(on) if one.code == programme and role in one.roles), None)
    return named.text(reader_language()) if named else books.labels("roles", reader_language()).get(role, role)
