"""A loan, an application that waits and a joint liability group of the book's member, for each side of the matrix."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sidamping.features.books.models import Book, Member
from sidamping.features.loans import services
from sidamping.features.loans.models import Decision, Loan, Proposal
from sidamping.features.loans.services import ApplicationDraft, Handing, TermsDraft
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.habits.books import NOW

DAY = date(2026, 10, 5)


def borrowed(book: UUID, member: UUID, decider: User) -> dict[str, Any]:
    """Whoever opened the book writes; the decision is put beside it as another person's."""
    by = people.look(User.objects.get(pk=Book.objects.get(pk=book).opened_by_id))
    party = Member.objects.get(pk=member).party_id
    terms = TermsDraft(date(2026, 1, 1), "flat", 120_000, 24)
    product = services.add_product(by=by, id=uuid7(), book=book, name="Usaha", draft=terms, now=NOW)
    group = services.form_group(by=by, id=uuid7(), book=book, name="Mawar", formed=DAY, now=NOW)
    draft = ApplicationDraft(party, product, DAY, 1_000_000, 10, "Modal")
    waiting, granted = (
        services.apply_for_loan(by=by, id=uuid7(), book=book, draft=draft, now=NOW) for _ in range(2)
    )
    Decision.objects.create(application_id=granted, outcome="approved", amount=1_000_000, months=10, on=DAY, why="Baik",
                            basis={}, by=decider, made_at=NOW)
    services.disburse(by=by, id=uuid7(), application=granted, handing=Handing(DAY, DAY, "1110"), now=NOW)
    loan = Loan.objects.get(application=granted)
    proposal = Proposal.objects.create(
        loan=loan, months=6, method="flat", first_due=DAY, why="Panen gagal", asked_by_id=by.user_id, asked_at=NOW
    )
    return {"loan": loan.pk, "loan_request": waiting, "group": group, "loan_proposal": proposal.pk}
