"""Products of loans and their terms; terms are never changed, newer ones begin on a later day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.domain.scoring.numbers import written
from sidamping.features.books import queries as books
from sidamping.features.loans.models import MOST_PPM, Product, Terms
from sidamping.features.loans.queries.lines import PPM_A_PERCENT
from sidamping.features.loans.services.keeping import kept, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from sidamping.platform.database.locks import take_turns

ROLES = ("loans", "loan_interest", "fines")
"""Accounts of a loan by their role in the chart: principal, interest and fine."""


@dataclass(frozen=True)
class TermsDraft:
    """Terms as written: rates in parts of a million, interest a year and fine a day."""

    starts: date
    method: str
    rate_ppm: int
    most_months: int
    step: int = 1
    penalty_ppm: int = 0
    grace_days: int = 0


@transaction.atomic
def add_product(*, by: Viewer, id: UUID, book: UUID, name: str, draft: TermsDraft, now: datetime) -> UUID:
    """A product with its first terms. Sent twice, it is one product."""
    at = kept(by, book)
    take_turns(book)
    there = Product.objects.filter(pk=id).first()
    if there is not None:
        return _same_book(there, book)
    if Product.objects.filter(book_id=book, name=name.strip()).exists():
        raise Refused(problem("LOANS_032", "name", name=name.strip()))
    row = Product.objects.create(id=id, book_id=book, name=name.strip(), made_by_id=by.user_id, made_at=now)
    _write(by, uuid7(), row, draft, now)
    tell("product_added", by, id, at, name=row.name, starts=str(draft.starts))
    return id


@transaction.atomic
def add_terms(*, by: Viewer, id: UUID, product: UUID, draft: TermsDraft, now: datetime) -> UUID:
    """New terms of a product from a day on; loans made before keep theirs."""
    row = Product.objects.filter(pk=product).first()
    if row is None:
        raise Refused(problem("BOOKS_018"))
    at = kept(by, row.book_id)
    take_turns(product)
    if Terms.objects.filter(pk=id, product=row).exists():
        return id
    if Terms.objects.filter(product=row, starts=draft.starts).exists():
        raise Refused(problem("LOANS_033", "starts", day=draft.starts))
    _write(by, id, row, draft, now)
    tell("terms_added", by, product, at, starts=str(draft.starts))
    return id


def _write(by: Viewer, id: UUID, product: Product, draft: TermsDraft, now: datetime) -> None:
    refuse_if(_faults(draft))
    chart = books.chart_of_book(product.book_id)
    principal, interest, fine = (chart.role(one).code for one in ROLES)
    Terms.objects.create(
        id=id, product=product, starts=draft.starts, method=draft.method, rate_ppm=draft.rate_ppm, step=draft.step,
        most_months=draft.most_months, penalty_ppm=draft.penalty_ppm, grace_days=draft.grace_days,
        loans_account=principal, interest_account=interest, penalty_account=fine, made_by_id=by.user_id, made_at=now,
    )  # fmt: skip


def _faults(draft: TermsDraft) -> Iterator[Problem]:
    """Rates beyond what terms may hold."""
    bounds = (("rate", _("Jasa setahun"), draft.rate_ppm), ("penalty", _("Denda sehari"), draft.penalty_ppm))
    for where, name, seen in bounds:
        if seen > MOST_PPM:
            told = {"seen": written(Fraction(seen, PPM_A_PERCENT), 0), "most": written(MOST_PPM // PPM_A_PERCENT, 0)}
            yield problem("LOANS_037", where, label=name, **told)


def _same_book(there: Product, book: UUID) -> UUID:
    if there.book_id != book:
        raise Refused(problem("LOANS_021", "id", seen=there.pk))
    return there.pk
