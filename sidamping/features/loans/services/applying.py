"""Writes an application down, with savings, arrears and conflicts of interest as they are found that day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books import queries as books
from sidamping.features.books.queries import KeptBook
from sidamping.features.loans.models import Application
from sidamping.features.loans.queries import (
    FOUND,
    TermsLine,
    every_terms,
    facts_of,
    group_of,
    kept_facts,
    terms_on,
)
from sidamping.features.loans.services.keeping import day_faults, kept, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns


@dataclass(frozen=True)
class ApplicationDraft:
    """An application as written; `answers` by condition: met or not (None: not known yet), and why."""

    member: UUID
    product: UUID
    applied_on: date
    amount: int
    months: int
    purpose: str
    collateral: str = ""
    collateral_value: int | None = None
    answers: Mapping[str, tuple[bool | None, str]] = field(default_factory=dict)


@transaction.atomic
def apply_for_loan(*, by: Viewer, id: UUID, book: UUID, draft: ApplicationDraft, now: datetime) -> UUID:
    """The application waits for another person's decision. Sent twice, it is one."""
    at = kept(by, book)
    take_turns(id)
    there = Application.objects.filter(pk=id).first()
    if there is not None:
        if there.book_id != book:
            raise Refused(problem("LOANS_021", "id", seen=id))
        return id
    terms = next((one for one in every_terms(by, book) if one.product_id == draft.product), None)
    if terms is None:
        raise Refused(problem("GENERAL_002", "product", label=_("Produk"), seen=draft.product))
    fitting = [one for one in terms_on(every_terms(by, book), draft.applied_on) if one.product_id == draft.product]
    refuse_if([*_faults(by, at, draft), *_of_terms(draft, fitting, terms)])
    group = group_of(book, draft.member)
    facts = facts_of(at, draft.member, group[0] if group else None, by.user_id, draft.applied_on)
    Application.objects.create(
        id=id, book_id=book, terms_id=fitting[0].id, member_id=draft.member, group_id=group[0] if group else None,
        applied_on=draft.applied_on, amount=draft.amount, months=draft.months, purpose=draft.purpose.strip(),
        collateral=draft.collateral.strip(), collateral_value=draft.collateral_value, answers=_answers(draft),
        facts=kept_facts(facts), made_by_id=by.user_id, made_at=now,
    )  # fmt: skip
    tell("applied", by, id, at, amount=draft.amount, months=draft.months)
    return id


def _faults(by: Viewer, at: KeptBook, draft: ApplicationDraft) -> Iterator[Problem]:
    yield from day_faults(draft.applied_on, at.starts, by, "applied_on")
    if draft.member not in books.member_names(at.id, draft.applied_on):
        yield problem("LOANS_005", "member", name=_("Orang ini"), day=draft.applied_on)
    if not draft.purpose.strip():
        yield problem("GENERAL_001", "purpose", label=_("Untuk apa"))
    if bool(draft.collateral.strip()) != (draft.collateral_value is not None):
        missing = _("taksiran harga") if draft.collateral.strip() else _("nama barang")
        where = "collateral_value" if draft.collateral.strip() else "collateral"
        yield problem("LOANS_034", where, missing=missing)


def _of_terms(draft: ApplicationDraft, fitting: list[TermsLine], known: TermsLine) -> Iterator[Problem]:
    """Terms in force on the day, a term within them, and a schedule that can be made."""
    if not fitting:
        told = {"product": known.product, "day": draft.applied_on, "starts": known.starts}
        yield problem("LOANS_006", "applied_on", **told)
        return
    terms = fitting[0]
    if draft.months > terms.most_months:
        told = {"months": draft.months, "most": terms.most_months, "product": terms.product}
        yield problem("LOANS_024", "months", **told)
        return
    try:
        terms.made(draft.amount, draft.months)
    except Refused as refused:
        yield from refused.problems


def _answers(draft: ApplicationDraft) -> dict[str, Any]:
    """What people answered; the conditions that are found in the books are not asked."""
    return {
        code: {"met": met, "why": why.strip()} for code, (met, why) in draft.answers.items() if code not in FOUND
    }
