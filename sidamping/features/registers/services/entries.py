"""Writes a line into a register, in the columns of its template, and strikes one out with a reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sidamping.domain.figures import MOST
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.registers.models import Entry
from sidamping.features.registers.queries.mandatory import form_of
from sidamping.features.registers.services.keeping import kept, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns
from sidamping.rules.meetings import BookForm, Column

WHOLE = ("number", "money")


@transaction.atomic
def write_entry(
    *, by: Viewer, id: UUID, book: UUID, register: str, day: date, facts: Mapping[str, Any], now: datetime
) -> UUID:
    """A line with the next number of its register. Sent twice, written once."""
    owned = kept(by, book)
    take_turns(book)
    if Entry.objects.filter(pk=id).exists():
        return id
    form = form_of(register, by.on, owned.village_code)
    if form is None or not form.columns:
        raise Refused(problem("REGISTERS_002", seen=register))
    refuse_if([*_day_faults(day, by.on), *_faults(form, facts)])
    last = Entry.objects.filter(book_id=book, register=register).aggregate(last=Max("number"))["last"] or 0
    told = {column.key: _tidy(facts.get(column.key)) for column in form.columns}
    Entry.objects.create(
        pk=id, book_id=book, register=register, number=last + 1, day=day, facts=told, made_by_id=by.user_id, made_at=now
    )
    tell("entry_written", by, id, owned, register=register, number=last + 1)
    return id


@transaction.atomic
def strike_entry(*, by: Viewer, entry: UUID, why: str, now: datetime) -> None:
    """A wrong line counts no more and stays readable. Struck twice, it is struck once."""
    row = Entry.objects.select_for_update().filter(pk=entry).first()
    if row is None:
        raise Refused(problem("REGISTERS_001"))
    owned = kept(by, row.book_id)
    if row.struck_at is not None:
        return
    refuse_if([] if why.strip() else [problem("GENERAL_001", "why", label=_("Alasan"))])
    Entry.objects.filter(pk=entry).update(struck_by_id=by.user_id, struck_at=now, struck_why=why.strip())
    tell("entry_struck", by, entry, owned, why=why.strip(), register=row.register, number=row.number)


def _day_faults(day: date, today: date) -> Iterator[Problem]:
    if day > today:
        yield problem("REGISTERS_003", "day", day=day, today=today)


def _faults(form: BookForm, facts: Mapping[str, Any]) -> Iterator[Problem]:
    language = get_language() or "id"
    for column in form.columns:
        value, label = _tidy(facts.get(column.key)), column.label.text(language)
        if column.required and value in (None, ""):
            yield problem("GENERAL_001", column.key, label=label)
        elif not _sound(column, value):
            yield problem("REGISTERS_004", column.key, label=label, seen=value)


def _sound(column: Column, value: Any) -> bool:
    """Whether the value is of the kind of its column; nothing is of every kind."""
    if value in (None, ""):
        return True
    if column.kind in WHOLE:
        return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST
    return isinstance(value, str)


def _tidy(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return value.strip() if isinstance(value, str) else value
