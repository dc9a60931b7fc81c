"""Opens the last closed month again: one person asks and says why, a second one agrees, and both stay on record.

Never after the annual meeting approved the year; then a correction is dated in an open month.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books.models import Book, Period, Reopening, YearApproval
from sidamping.features.books.queries.checking import others_who_keep
from sidamping.features.books.services.keeping import kept_book, tell, too_long
from sidamping.features.books.services.year_end import unclosed
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns

MOST_WHY = 240


@transaction.atomic
def ask_reopening(*, by: Viewer, book: UUID, month: Month, why: str, now: datetime) -> UUID:
    """The request to open a month again, with its reason. Asked twice for one closing, it is one request."""
    kept = kept_book(by, book)
    take_turns(book)
    row = Period.objects.select_for_update().filter(book=kept, month=month.start).first()
    refuse_if([*_fast(kept, row, month), *_wordless(why.strip())])
    assert row is not None and row.closed_at is not None
    there = Reopening.objects.filter(period=row, closed_at=row.closed_at).first()
    if there is not None:
        return there.pk
    made = Reopening.objects.create(
        period=row, closed_at=row.closed_at, digest=row.digest, why=why.strip(), asked_by_id=by.user_id, asked_at=now
    )
    tell("reopening_asked", by, row.pk, kept, month=str(month), why=made.why)
    return made.pk


@transaction.atomic
def reopen_period(*, by: Viewer, reopening: UUID, now: datetime) -> None:
    """A second person agrees, and the month is open again. Agreed twice, it is opened once."""
    asked = Reopening.objects.select_related("period").filter(pk=reopening).first()
    if asked is None:
        raise Refused(problem("BOOKS_018"))
    kept, month = kept_book(by, asked.period.book_id), Month.of(asked.period.month)
    take_turns(kept.pk)
    row = Period.objects.select_for_update().get(pk=asked.period_id)
    if Reopening.objects.filter(pk=reopening, agreed_at__isnull=False).exists():
        return
    refuse_if([*_fast(kept, row, month), *_alone(by, asked, kept, month)])
    Reopening.objects.filter(pk=reopening).update(agreed_by_id=by.user_id, agreed_at=now)
    row.closed_at, row.closed_by, row.balances, row.digest = None, None, None, ""
    row.save()
    tell("reopened", by, row.pk, kept, month=str(month), why=asked.why, asked_by=str(asked.asked_by_id),
         digest=asked.digest)  # fmt: skip


@transaction.atomic
def approve_year(*, by: Viewer, book: UUID, year: int, approved_on: date, note: str, now: datetime) -> UUID:
    """The annual meeting approved a book year on a day. Recorded twice, it is recorded once."""
    kept = kept_book(by, book)
    take_turns(book)
    there = YearApproval.objects.filter(book=kept, year=year).first()
    if there is not None:
        return there.pk
    found = []
    if not Period.objects.filter(book=kept, month=date(year, 12, 1), closed_at__isnull=False).exists():
        found.append(problem("BOOKS_057", "approved_on", year=year))
    elif unclosed(kept, date(year, 12, 31)) is not None:
        found.append(problem("BOOKS_069", "approved_on", year=year))
    if not date(year, 12, 31) < approved_on <= by.on:
        found.append(problem("BOOKS_058", "approved_on", day=approved_on, year=year, today=by.on))
    refuse_if(found)
    made = YearApproval.objects.create(
        book=kept, year=year, approved_on=approved_on, note=note.strip(), recorded_by_id=by.user_id, recorded_at=now
    )
    tell("year_approved", by, made.pk, kept, year=year, approved_on=str(approved_on))
    return made.pk


def _fast(book: Book, row: Period | None, month: Month) -> list[Problem]:
    """Why the month stays closed: it is not the last closed one, or its year is approved."""
    closed = Period.objects.filter(book=book, closed_at__isnull=False).order_by("-month").first()
    found = []
    if row is None or row.closed_at is None or closed is None or closed.pk != row.pk:
        last = Month.of(closed.month) if closed else "–"
        found.append(problem("BOOKS_024", "month", period=month, last=last))
    approved = YearApproval.objects.filter(book=book, year=month.year).first()
    if approved is not None:
        found.append(problem("BOOKS_055", "month", period=month, year=month.year, day=approved.approved_on))
    return found


def _wordless(why: str) -> list[Problem]:
    return too_long("why", _("Alasan"), why, MOST_WHY) if why else [problem("GENERAL_001", "why", label=_("Alasan"))]


def _alone(by: Viewer, asked: Reopening, book: Book, month: Month) -> list[Problem]:
    """Who asked does not agree; there must be somebody else."""
    if asked.asked_by_id != by.user_id:
        return []
    others = others_who_keep(by, book.party_id)
    told = ", ".join(others) or _("pengurus lain yang punya akun")
    return [problem("BOOKS_056", "month", period=month, others=told)]
