"""Applications: conditions and ceiling explained, each with its fact, from the day they were written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from sidamping.domain.loans.ceilings import Ceiling, Ceilings, Limit, ceiling
from sidamping.domain.loans.eligibility import eligibility
from sidamping.domain.money import rupiah
from sidamping.features.books import queries as books
from sidamping.features.books.queries import KeptBook
from sidamping.features.loans.models import APPROVED, Application, Decision
from sidamping.features.loans.queries.cards import loans_of, terms_line
from sidamping.features.loans.queries.conflicts import clashes_of, deciders_of
from sidamping.features.loans.queries.groups import arrears_of_group
from sidamping.features.loans.queries.lines import (
    ApplicationCard,
    ApplicationLine,
    Clash,
    ConditionLine,
    DecisionLine,
    Facts,
    WaiverLine,
)
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page, page_of
from sidamping.rules.finance import loan_ceilings, loan_conditions

SAVED = ("principal_savings", "mandatory_savings", "voluntary_savings", "time_deposits")
"""Roles of the accounts that together are a member's savings."""
SAVINGS, ARREARS, COLLATERAL = "savings", "arrears", "collateral"
FOUND = (SAVINGS, ARREARS, COLLATERAL)
"""Conditions that are read from the books and from what was pledged; nobody answers them."""


def facts_of(at: KeptBook, member: UUID, group: UUID | None, maker: UUID, on: date) -> Facts:
    """What an application rests on, looked up on a day; unscoped."""
    held = savings_of(at.id, member, on)
    arrears = sum(one.on(on).state.arrears for one in loans_of(at.id, [member]) if one.on(on).lent)
    waiting = arrears_of_group(at.id, group, on) if group else 0
    found = clashes_of(at.party_id, member, tuple(deciders_of(at.party_id, maker, on)), on)
    return Facts(on, held, arrears, waiting, found)


def savings_of(book_id: UUID, member: UUID, on: date) -> tuple[tuple[str, int], ...]:
    """The savings of a member by account at the end of a day, added up from postings; unscoped."""
    held = books.held_by(book_id, [member], on).get(member, ())
    return tuple((account.code, amount) for account, amount in held if account.role in SAVED)


def kept_facts(facts: Facts) -> dict[str, Any]:
    """As an application keeps them."""
    return {**asdict(facts), "on": facts.on.isoformat()}


def read_facts(kept: Mapping[str, Any]) -> Facts:
    """As an application kept them."""
    return Facts(
        date.fromisoformat(kept["on"]), tuple((code, amount) for code, amount in kept["held"]), kept["arrears"],
        kept["group_arrears"], tuple(Clash(**one) for one in kept["clashes"]),
    )


def conditions_of(row: Application, facts: Facts, area: str) -> tuple[ConditionLine, ...]:
    """The conditions of a day in an area, each met, not met or unanswered, and why."""
    told = {**row.answers, **dict(_found(row, facts))}
    answers = {code: said.get("met") for code, said in told.items()}
    lines = eligibility(loan_conditions(row.applied_on, area), answers).lines
    return tuple(
        ConditionLine(
            one.criterion.code, one.criterion.id, one.criterion.en, one.criterion.cite, one.state,
            told.get(one.criterion.code, {}).get("why", ""), one.criterion.code in FOUND,
        )
        for one in lines
    )


def ceiling_of(row: Application, facts: Facts, area: str) -> Ceiling:
    """How much may be lent at most, and by which limits."""
    return ceiling(loan_ceilings(row.applied_on, area), savings=facts.savings, collateral=row.collateral_value)


def application(viewer: Viewer, id: UUID) -> ApplicationCard | None:
    """One application; None for a stranger."""
    rows = _visible(viewer).filter(pk=id)
    joined = ("terms__product", "member", "group", "made_by", "decision__by", "loan", "book__party")
    row = rows.select_related(*joined).prefetch_related("waivers__by").first()
    return card_of(row) if row is not None else None


def card_of(row: Application) -> ApplicationCard:
    """An application row that came with everything it names."""
    facts, area = read_facts(row.facts), row.book.party.village_id
    decision, held = getattr(row, "decision", None), getattr(row, "loan", None)
    waivers = tuple(WaiverLine(str(one.by), one.by_id, one.on, one.why, tuple(one.kinds)) for one in row.waivers.all())
    return ApplicationCard(
        row.pk, row.book_id, row.member_id, row.member.name, row.group.name if row.group else "", row.group_id,
        terms_line(row.terms), row.applied_on, row.amount, row.months, row.purpose, row.collateral,
        row.collateral_value, str(row.made_by), row.made_by_id, row.made_at, facts, conditions_of(row, facts, area),
        ceiling_of(row, facts, area), waivers, _decided(decision), held.pk if held else None,
    )


def applications_page(viewer: Viewer, book_id: UUID, after: str = "") -> Page:
    """A page of the applications, the newest first; nothing for a stranger."""
    rows = _visible(viewer).filter(book_id=book_id)
    rows = rows.select_related("terms__product", "member", "decision", "loan")
    page = page_of(rows, order=("-applied_on", "-id"), after=after)
    return Page(tuple(_line(row) for row in page.rows), page.next_key)


def _visible(viewer: Viewer) -> QuerySet[Application]:
    """Those of members the viewer sees by name; an office above sees what a conflict of interest lays before it."""
    clashing = Q(book__in=books.readable(viewer)) & ~Q(facts__clashes=[])
    return Application.objects.filter(Q(book__in=books.readable_by_name(viewer)) | clashing)


def preview(area: str, on: date, savings: int) -> tuple[Ceilings, Limit]:
    """What savings alone allow on a day, before an application is written."""
    rules = loan_ceilings(on, area)
    return rules, ceiling(rules, savings=savings).binding


def _found(row: Application, facts: Facts) -> Iterator[tuple[str, dict[str, Any]]]:
    yield SAVINGS, {"met": facts.savings > 0, "why": rupiah(facts.savings)}
    late = facts.arrears + facts.group_arrears
    yield ARREARS, {"met": not late, "why": rupiah(late)}
    value = row.collateral_value
    yield COLLATERAL, {"met": value is not None, "why": "" if value is None else f"{row.collateral} {rupiah(value)}"}


def _decided(row: Decision | None) -> DecisionLine | None:
    if row is None:
        return None
    return DecisionLine(row.outcome, row.amount, row.months, row.on, row.why, str(row.by), row.basis)


def _line(row: Application) -> ApplicationLine:
    decision = getattr(row, "decision", None)
    state = decision.outcome if decision else "waiting"
    if state == APPROVED and getattr(row, "loan", None) is not None:
        state = "lent"
    return ApplicationLine(
        row.pk, row.member.name, row.terms.product.name, row.applied_on, row.amount, row.months, state
    )
