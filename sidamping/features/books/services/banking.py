"""Keeps the lines of a bank statement, each once, and the columns they were read by. Nothing of it is ever posted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.ledger.statement_lines import Csv, bank_rows
from sidamping.domain.money import rupiah
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books.models import Account, BankLine, BankMapping, Book, Voucher
from sidamping.features.books.queries.banking import open_again
from sidamping.features.books.queries.cards import lines_of
from sidamping.features.books.services.keeping import kept_book, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns


@transaction.atomic
def read_statement(
    *, by: Viewer, book: UUID, account: str, table: Csv, columns: Mapping[str, int], now: datetime
) -> tuple[int, int]:
    """How many lines were new and how many were known; all the faults at once, and then nothing is kept."""
    kept = kept_book(by, book)
    take_turns(book)
    purse = Account.objects.filter(book=kept, code=account, cash=True, header=False).first()
    if purse is None:
        raise Refused(problem("BOOKS_043", "account", place=account[:20], seen=account[:20]))
    rows = bank_rows(table, columns)
    before = BankLine.objects.filter(account=purse).count()
    BankLine.objects.bulk_create(
        (BankLine(account=purse, day=one.day, text=one.text, amount=one.amount, nth=one.nth, sent_by_id=by.user_id,
                  sent_at=now) for one in rows), ignore_conflicts=True,
    )  # fmt: skip
    BankMapping.objects.update_or_create(
        account=purse, defaults={"columns": {"head": list(table.head), "columns": dict(columns)}}
    )
    new = BankLine.objects.filter(account=purse).count() - before
    tell("statement_read", by, book, kept, account=account, new=new, known=len(rows) - new)
    return new, len(rows) - new


def take_line(book: Book, line: UUID, voucher: Voucher) -> None:
    """Within a service that drafts: the voucher is made of this line and says its amount; a line makes one draft."""
    lines = BankLine.objects.select_for_update(of=("self",)).select_related("account", "voucher__reversed_by")
    row = lines.filter(pk=line, account__book=book).first()
    if row is None:
        raise Refused(problem("BOOKS_018"))
    if row.voucher_id != voucher.pk and not open_again(row):
        raise Refused(problem("BOOKS_064", "line", day=row.day, amount=rupiah(row.amount)))
    refuse_if(_unlike(row, voucher))
    if row.voucher_id != voucher.pk:
        row.voucher = voucher
        row.save(update_fields=["voucher"])


def unlike_lines(voucher: Voucher) -> list[Problem]:
    """The lines of bank statements whose amount the voucher made of them does not say any more."""
    rows = BankLine.objects.filter(voucher=voucher).select_related("account")
    return [fault for row in rows for fault in _unlike(row, voucher)]


def _unlike(row: BankLine, voucher: Voucher) -> list[Problem]:
    said = sum(one.amount for one in lines_of(voucher.lines) if one.account == row.account.code)
    if said == row.amount:
        return []
    told = {"day": row.day, "amount": rupiah(row.amount), "account": row.account.code, "seen": rupiah(said)}
    return [problem("BOOKS_072", "line", **told)]
