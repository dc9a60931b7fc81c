"""Plausible figures of the cooperatives' monthly development reports, the same for the same month of the story."""

from __future__ import annotations

from typing import Any

from sidamping.domain.papers.continuity import Figures

MONTHS_BEFORE = 7
"""Months of the book year before the story begins, for the opening figures of flows."""
THOUSAND = 1000
LENDERS = ("savings_loan",)


def figures_of(told: dict[str, Any], index: int) -> Figures:
    """What the mentor types for the month: opening figures in the first, 'tidak ada data' where nobody keeps it."""
    now = _stocks(told, index) | _flows(told, index)
    absent = {"other_receivables": "Belum dicatat terpisah"} if told.get("standing") == "pre" else {}
    opening = _stocks(told, -1) | {code: MONTHS_BEFORE * value for code, value in _flows(told, 0).items()}
    for code in absent:
        now.pop(code)
        opening.pop(code)
    remarks = {"members": "1 anggota baru"} if index else {}
    return Figures(opening=opening if index == 0 else {}, now=now, absent=absent, remarks=remarks)


def _stocks(told: dict[str, Any], index: int) -> dict[str, int]:
    members = int(told["members"]) + index + 1
    assets = _round(int(told["assets"]) * (100 + index) // 100)
    lends = told["kind"] in LENDERS
    return {
        "management": 3, "supervisors": 3 if told["members"] > 50 else 0, "members": members,
        "principal_savings": members * 100 * THOUSAND,
        "mandatory_savings": members * 20 * THOUSAND * (24 + index),
        "voluntary_savings": _round(assets // 5), "member_receivables": _round(assets * (6 if lends else 2) // 10),
        "other_receivables": 0, "grant_fund": 50_000 * THOUSAND if lends else 0, "total_assets": assets,
    }


def _flows(told: dict[str, Any], index: int) -> dict[str, int]:
    lends = told["kind"] in LENDERS
    turnover = _round(int(told["assets"]) * (30 + index) // 1000)
    income, costs = turnover, _round(turnover * 7 // 10)
    return {
        "loans_given": turnover * 2 if lends else 0, "instalments": _round(turnover * 17 // 10) if lends else 0,
        "income": income, "costs": costs, "surplus": income - costs,
    }


def _round(amount: int) -> int:
    return amount // THOUSAND * THOUSAND
