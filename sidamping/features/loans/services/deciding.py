"""Decides on applications: by a second person, within the ceiling, and past no conflict of interest unseen (A13)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.loans.ceilings import Ceiling
from sidamping.domain.loans.eligibility import MET
from sidamping.domain.money import rupiah
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books import queries as books
from sidamping.features.books.queries import KeptBook
from sidamping.features.loans.models import APPROVED, WITHDRAWN, Application, Decision, Waiver
from sidamping.features.loans.queries import (
    Clash,
    ConditionLine,
    Facts,
    application,
    ceiling_of,
    clashes_of,
    conditions_of,
    deciders_of,
    facts_of,
    grounds,
    is_bound,
    kept_facts,
)
from sidamping.features.loans.queries.conflicts import OWN
from sidamping.features.loans.services.keeping import day_faults, kept, tell
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import label

WAIVERS = (*roles.BOARD, *roles.OVERSEERS)
"""Who may let a conflict in: another of the board, or an office above the cooperative; never a mentor."""
LIMITS = "loan-limits"


@dataclass(frozen=True)
class Verdict:
    """What is decided; amount and months only when approved. `override` approves although conditions are not met."""

    outcome: str
    on: date
    why: str
    amount: int | None = None
    months: int | None = None
    override: bool = False


@transaction.atomic
def decide(*, by: Viewer, id: UUID, verdict: Verdict, now: datetime) -> None:
    """The decision, with everything it rested on. The same decision sent twice counts once."""
    row, at = _kept(by, id)
    there = Decision.objects.select_related("by").filter(application=row).first()
    if there is not None:
        if (there.by_id, there.outcome, there.amount) == (by.user_id, verdict.outcome, verdict.amount):
            return
        told = {"outcome": label("loan-outcomes", there.outcome, reader_language()), "name": str(there.by)}
        raise Refused(problem("LOANS_013", "", **told))
    facts = facts_of(at, row.member_id, row.group_id, row.made_by_id, verdict.on)
    found = clashes_of(at.party_id, row.member_id, [by.user_id], verdict.on)
    conditions = conditions_of(row, facts, at.village_code)
    limit = ceiling_of(row, facts, at.village_code)
    refuse_if([
        *_plain(by, row, verdict), *_second(by, row, at, verdict, found),
        *(_approval(row, verdict, conditions, limit) if verdict.outcome == APPROVED else ()),
    ])
    approved = verdict.outcome == APPROVED
    Decision.objects.create(
        application=row, outcome=verdict.outcome, amount=verdict.amount if approved else None,
        months=verdict.months if approved else None, on=verdict.on, why=verdict.why.strip(), by_id=by.user_id,
        basis=_basis(facts, conditions, limit, found, verdict), made_at=now,
    )  # fmt: skip
    tell("decided", by, id, at, verdict.why.strip(), outcome=verdict.outcome)


@transaction.atomic
def waive(*, by: Viewer, id: UUID, application: UUID, why: str, now: datetime) -> None:
    """Another person lets the conflicts of an application in. Sent twice, it counts once."""
    row = Application.objects.select_related("made_by").filter(pk=application).first()
    at = books.kept_book(by, row.book_id) if row is not None else None
    if row is None or at is None or not by.has(*WAIVERS):
        raise Refused(problem("BOOKS_018"))
    take_turns(application)
    if Waiver.objects.filter(pk=id, application=row).exists():
        return
    found = clashes_of(at.party_id, row.member_id, tuple(deciders_of(at.party_id, row.made_by_id, by.on)), by.on)
    faults = []
    if by.user_id == row.made_by_id or is_bound(by, row.member_id):
        faults.append(problem("LOANS_012"))
    if not found:
        faults.append(problem("LOANS_029"))
    if not why.strip():
        faults.append(problem("GENERAL_001", "why", label=_("Alasan")))
    refuse_if(faults)
    kinds = sorted({one.kind for one in found} - {OWN})
    Waiver.objects.create(
        id=id, application=row, kinds=kinds, why=why.strip(), on=by.on, by_id=by.user_id, made_at=now
    )
    tell("waived", by, application, at, why.strip(), kinds=kinds)


def _kept(by: Viewer, id: UUID) -> tuple[Application, KeptBook]:
    take_turns(id)
    if application(by, id) is None:
        raise Refused(problem("BOOKS_018"))
    row = Application.objects.select_related("terms__product", "made_by", "book__party").get(pk=id)
    return row, kept(by, row.book_id)


def _plain(by: Viewer, row: Application, verdict: Verdict) -> Iterator[Problem]:
    yield from day_faults(verdict.on, row.applied_on, by, "on")
    if not verdict.why.strip():
        yield problem("GENERAL_001", "why", label=_("Alasan"))


def _second(
    by: Viewer, row: Application, at: KeptBook, verdict: Verdict, found: Iterable[Clash]
) -> Iterator[Problem]:
    """Whoever wrote the application may only withdraw it; whoever is bound needs another person's waiver."""
    if verdict.outcome == WITHDRAWN:
        return
    kinds = {one.kind for one in found}
    if by.user_id == row.made_by_id:
        others = deciders_of(at.party_id, row.made_by_id, by.on)
        yield problem("LOANS_009", "", others=", ".join(others.values()) or str(_("pengurus lain")))
    if OWN in kinds:
        yield problem("LOANS_010")
        return
    waived = {kind for one in row.waivers.all() if one.by_id != by.user_id for kind in one.kinds}
    open_ = [one for one in found if one.kind not in waived]
    if open_:
        yield problem("LOANS_011", "", grounds=grounds(open_, reader_language()))


def _approval(
    row: Application, verdict: Verdict, conditions: Iterable[ConditionLine], limit: Ceiling
) -> Iterator[Problem]:
    amount, months = verdict.amount or 0, verdict.months or 0
    if amount < 1:
        yield problem("GENERAL_001", "amount", label=_("Jumlah disetujui"))
    if amount > row.amount:
        yield problem("LOANS_035", "amount", amount=rupiah(amount), asked=rupiah(row.amount))
    if limit.over(amount):
        told = {"amount": rupiah(amount), "allowed": rupiah(limit.allowed), "over": rupiah(limit.over(amount))}
        yield problem("LOANS_007", "amount", **told, limit=label(LIMITS, limit.binding.kind, reader_language()))
    if not 1 <= months <= row.terms.most_months:
        terms = row.terms
        yield problem("LOANS_024", "months", months=months, most=terms.most_months, product=terms.product.name)
    unmet = [one for one in conditions if one.state != MET]
    if unmet and not verdict.override:
        words = ", ".join(one.en if reader_language() == "en" else one.id for one in unmet)
        yield problem("LOANS_008", "override", conditions=words)


def _basis(
    facts: Facts, conditions: Iterable[ConditionLine], limit: Ceiling, found: Iterable[Clash], verdict: Verdict
) -> dict[str, Any]:
    """What the decision rested on, kept as it was."""
    return {
        "facts": kept_facts(facts), "conditions": [asdict(one) for one in conditions], "override": verdict.override,
        "limits": [{**asdict(one), "factor": str(one.factor)} for one in limit.limits], "allowed": limit.allowed,
        "clashes": [asdict(one) for one in found],
    }  # fmt: skip
