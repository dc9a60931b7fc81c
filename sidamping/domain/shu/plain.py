"""A distribution as plain data for programs: whole rupiah, the exact figures beside them, warnings with codes."""

from __future__ import annotations

from typing import Any

from sidamping.domain.problems import Refused
from sidamping.domain.rounding import cents
from sidamping.domain.scoring.numbers import added, plain
from sidamping.domain.shu.distribution import Distribution, Share, exact_part
from sidamping.domain.shu.posting import posting
from sidamping.domain.shu.request import BUSINESS, CAPITAL, MEMBERS
from sidamping.domain.shu.slips import slips


def as_plain(made: Distribution) -> dict[str, Any]:
    """The whole result; a single member's share stands at the top, those of a list below `members`."""
    request = made.request
    told: dict[str, Any] = {
        "calculation": "shu", "form": request.form, "shu": request.surplus, "shu_distributable": made.distributable,
        "funds": [{"key": one.key, "percent": plain(one.percent), "amount": one.amount} for one in made.funds],
        "unallocated": made.unnamed,
        "pools": {one.key: one.amount for one in made.pots},
        "total_simpanan": request.totals.savings, "total_transaksi": request.totals.business,
    }
    told |= _single(made) if request.single else _list(made)
    warnings = [str(one) for one in made.warnings]
    return {**told, "complete": made.complete, "posting": _posting(made), "warnings": warnings}


def _single(made: Distribution) -> dict[str, Any]:
    """The one member's share in whole rupiah, exact with two decimals, and how it came about."""
    if not made.shares:
        return {}
    share = made.shares[0]
    exact = {pot.key: exact_part(pot, share.member, made.request) for pot in made.pots}
    known = {key: value for key, value in exact.items() if value is not None}
    told: dict[str, Any] = {one.key: None for one in made.pots}
    told |= {**_parts(share), "exact": {key: cents(value) for key, value in known.items()}}
    told["exact"]["total"] = None if share.total is None else cents(added(known.values()))
    told["others"] = {
        pot.key: pot.amount - part for pot in made.pots
        if (part := _parts(share).get(pot.key)) is not None and pot.basis is not None
    }
    told["steps"] = [f"{line.id}: {line.says}" for slip in slips(made) for line in slip.lines]
    return told


def _list(made: Distribution) -> dict[str, Any]:
    """Every member's share, and the sums that prove it."""
    rows: list[dict[str, Any]] = [
        {"no": one.member.number, "nama": one.member.name, "simpanan": one.member.savings,
         "transaksi": one.member.business, **_parts(one)}
        for one in made.shares
    ]
    sums = {key: sum(row[key] or 0 for row in rows) for key in (CAPITAL, BUSINESS, MEMBERS, "total")
            if any(key in row for row in rows)}
    return {"members": rows, "sums": sums}


def _parts(share: Share) -> dict[str, int | None]:
    """The parts that were asked for under their names, and the total."""
    parts = {CAPITAL: share.capital, BUSINESS: share.business, MEMBERS: share.together}
    return {**{key: value for key, value in parts.items() if value is not None}, "total": share.total}


def _posting(made: Distribution) -> list[dict[str, Any]] | None:
    """The proposed entry; None where nothing may be posted, which a warning has said already."""
    try:
        lines = posting(made)
    except Refused:
        return None
    return [
        {"role": one.role, "fund": one.fund, "member": one.member, "debit": max(one.amount, 0),
         "credit": max(-one.amount, 0)}
        for one in lines
    ]
