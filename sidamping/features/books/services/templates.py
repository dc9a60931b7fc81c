"""Keeps templates of vouchers under names of the cooperative's own, changes them, and takes them out of use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.ledger.plain import Told, not_offered
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books.models import MOST_NAME, MOST_TEMPLATE_TEXT, Book, Template
from sidamping.features.books.queries.cards import chart_of_book
from sidamping.features.books.services.keeping import kept_book, tell, too_long
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns

MOST_TEMPLATES = 30


@transaction.atomic
def keep_template(*, by: Viewer, id: UUID, book: UUID, name: str, told: Told, text: str, now: datetime) -> None:
    """A new template, or what one is called and fills in from now on. Sent twice, it is kept once."""
    kept = kept_book(by, book)
    take_turns(book)
    row = Template.objects.filter(pk=id).first() or Template(id=id, book=kept, made_by_id=by.user_id, made_at=now)
    name, text = " ".join(name.split()), text.strip()
    refuse_if(_faults(row, kept, name, told, text))
    parts = [{"account": one.account, "amount": one.amount} for one in told.parts]
    wanted = (name, told.way, told.purse, parts, text)
    if wanted == (row.name, row.way, row.purse, row.parts, row.text):
        return
    row.name, row.way, row.purse, row.parts, row.text = wanted
    row.save()
    tell("template_kept", by, id, kept, name=name)


@transaction.atomic
def drop_template(*, by: Viewer, template: UUID, now: datetime) -> None:
    """Nobody is offered it any more; what was written with it stays. Dropped twice, it is dropped once."""
    row = Template.objects.filter(pk=template).first()
    if row is None:
        raise Refused(problem("BOOKS_018"))
    kept = kept_book(by, row.book_id)
    take_turns(kept.pk)
    if Template.objects.filter(pk=template, dropped_at=None).update(dropped_at=now, dropped_by_id=by.user_id):
        tell("template_dropped", by, template, kept, name=row.name)


def _faults(row: Template, book: Book, name: str, told: Told, text: str) -> list[Problem]:
    """All of them; a template that is there keeps its book and its way."""
    if row.book_id != book.pk or row.way not in ("", told.way) or row.dropped_at is not None:
        return [problem("BOOKS_079", "", name=name[:MOST_NAME])]
    label, strange = _("Nama templat"), not_offered(told, chart_of_book(book.pk))
    return [
        *([] if name else [problem("GENERAL_001", "name", label=label)]),
        *too_long("name", label, name, MOST_NAME),
        *too_long("text", _("Keterangan"), text, MOST_TEMPLATE_TEXT),
        *(problem("BOOKS_078", "purse", name=name, seen=one[:20]) for one in strange),
        *_beside(row, book, name),
    ]


def _beside(row: Template, book: Book, name: str) -> Iterator[Problem]:
    others = Template.objects.filter(book=book, dropped_at=None).exclude(pk=row.pk)
    names = [one.casefold() for one in others.values_list("name", flat=True)]
    if name.casefold() in names:
        yield problem("BOOKS_077", "name", name=name)
    if row.way == "" and len(names) >= MOST_TEMPLATES:
        yield problem("BOOKS_080", "", most=MOST_TEMPLATES)
