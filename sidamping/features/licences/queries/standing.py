"""The legal standing of a cooperative at one sight: papers, what its licence asks, thresholds of size, tax, members."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.domain.licences.standing import MISSING, Threshold, last_tax_year
from sidamping.domain.licences.statements import YES
from sidamping.features.licences.queries.classes import Auditor, SizeClass, auditor_of, classes_of
from sidamping.features.licences.queries.figures import Figure, Figures, Said, figures_of, statements_of
from sidamping.features.licences.queries.papers import (
    ARTICLES,
    AUDIT,
    IDENTITY,
    LICENCE,
    REQUIREMENT,
    SAVINGS_LOAN,
    PaperLine,
    every_version,
    told,
)
from sidamping.features.licences.queries.scope import Standing, found
from sidamping.platform.access.viewer import Viewer
from sidamping.rules import licences as rules
from sidamping.rules.licences import Told


@dataclass(frozen=True)
class Measure:
    """A threshold of a rule beside what the cooperative has."""

    rule: Told
    figure: Figure
    threshold: Threshold


@dataclass(frozen=True)
class Tax:
    """The final tax: its rate and limit, and until which tax year; None where the day of the NPWP is not known."""

    rules: Mapping[str, Told]
    turnover: Measure
    until: int | None


@dataclass(frozen=True)
class Sign:
    """A sign that savings and loan reach beyond members: what was said, or what the book shows."""

    code: str
    said: Said | None
    booked: int | None

    @property
    def warns(self) -> bool:
        return bool(self.booked) or (self.said is not None and self.said.value == YES)


@dataclass(frozen=True)
class Sheet:
    """Everything of one cooperative on a day. `licensed`: it saves and lends, so the licence is asked of it."""

    standing: Standing
    figures: Figures
    identity: tuple[PaperLine, ...]
    articles: tuple[PaperLine, ...]
    licensed: bool
    unit: bool
    licence: PaperLine | None
    requirements: tuple[PaperLine, ...]
    required_by: Told | None
    issuer: Told | None
    capital: Measure | None
    separation: Measure | None
    audit: Measure | None
    auditor: Auditor | None
    classes: tuple[SizeClass, ...]
    tax: Tax | None
    members_only: Told | None
    signs: tuple[Sign, ...]

    @property
    def missing(self) -> int:
        """How many papers are not there."""
        papers = (*self.identity, *self.requirements, *((self.licence,) if self.licence else ()))
        return sum(one.state == MISSING for one in papers)


def sheet(viewer: Viewer, cooperative: UUID, on: date) -> Sheet | None:
    """The standing of a cooperative; None for a stranger."""
    standing = found(viewer, cooperative)
    if standing is None:
        return None
    papers = every_version([cooperative], on).get(cooperative, {})
    said = statements_of(cooperative)
    return _sheet(standing, papers, said, figures_of(viewer, cooperative, said, on), on)


def _sheet(
    of: Standing, papers: Mapping[str, Sequence[PaperLine]], said: Mapping[str, Said], figures: Figures, on: date
) -> Sheet:
    there = {kind: versions[-1] for kind, versions in papers.items()}
    own = of.kind == SAVINGS_LOAN
    licensed = own or bool(figures.unit) or SAVINGS_LOAN in there
    area = of.village_code
    required = rules.requirements(on, area) if licensed else None
    asked = told(of.id, there, REQUIREMENT) if licensed else ()
    members_only = rules.members_only(on, area) if licensed else None
    return Sheet(
        of, figures, told(of.id, there, IDENTITY), told(of.id, there, ARTICLES), licensed, licensed and not own,
        told(of.id, there, LICENCE)[0] if licensed else None,
        tuple(one for one in asked if required is not None and one.kind in required.value), required,
        rules.issuers(on, area).get(figures.level) if licensed else None,
        _measure(
            rules.least_capital(of.form, figures.level, unit=not own, on=on, area=area), figures.capital, licensed
        ),
        _measure(rules.separation(on, area), figures.assets, licensed and not own),
        _measure(rules.audit_from(on, area), figures.capital, licensed),
        auditor_of(papers.get(AUDIT, ()), on, area) if licensed else None,
        classes_of(figures, on, area) if licensed else (),
        _tax(there, figures, on, area), members_only, _signs(members_only, said, figures),
    )  # fmt: skip


def _measure(rule: Told | None, figure: Figure, asked: bool) -> Measure | None:
    if rule is None or not asked:
        return None
    return Measure(rule, figure, Threshold(int(rule.value), figure.amount))


def _tax(there: Mapping[str, PaperLine], figures: Figures, on: date, area: str) -> Tax | None:
    found_rules = rules.final_tax(on, area)
    years, limit, paper = found_rules.get("cooperative"), found_rules.get("turnover-limit"), there.get("npwp")
    turnover = _measure(limit, figures.turnover, True)
    if years is None or turnover is None:
        return None
    registered = paper.issued_on if paper is not None else None
    return Tax(found_rules, turnover, last_tax_year(registered, int(years.value)) if registered else None)


def _signs(rule: Told | None, said: Mapping[str, Said], figures: Figures) -> tuple[Sign, ...]:
    booked = {"non-members-borrow": figures.lent_outside.amount}
    return tuple(Sign(code, said.get(code), booked.get(code)) for code in rule.value) if rule is not None else ()
