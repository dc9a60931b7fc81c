"""The entry that would book a distribution: out of the undistributed surplus, into funds and debts to members.

Only a proposal: it names roles of accounts, not accounts, and posts nothing. Refused unless the parts are the whole.
"""

from __future__ import annotations

from dataclasses import dataclass

from sidamping.domain.money import rupiah
from sidamping.domain.problems import Refused, problem
from sidamping.domain.shu.distribution import BASES, Distribution
from sidamping.domain.shu.request import PRINTED

UNDISTRIBUTED, MEMBERS_SHARE = "undistributed_surplus", "members_share_payable"
FUND_ROLES = {
    "cadangan": "fund_reserve", "dana_cadangan": "fund_reserve",
    "pengurus": "fund_board", "dana_pengurus": "fund_board",
    "karyawan": "fund_staff", "dana_karyawan": "fund_staff", "pendidikan": "fund_education",
    "dana_pendidikan": "fund_education", "sosial": "fund_social", "dana_sosial": "fund_social",
    "pembangunan": "fund_development", "dana_pembangunan": "fund_development",
}
"""The role of the account that takes a fund, by its usual names; another fund needs an account chosen for it."""


@dataclass(frozen=True)
class PostingLine:
    """A line of the proposed entry: the role of an account, a signed amount (debit above zero), and of whom."""

    role: str
    amount: int
    fund: str = ""
    member: str = ""


def posting(made: Distribution) -> tuple[PostingLine, ...]:
    """The lines of the entry, adding up to zero; Refused with SHU_007 while something is open."""
    why = _in_the_way(made)
    if why:
        raise Refused(problem("SHU_007", "", why=why))
    kept = [one for one in made.funds if one.key not in BASES and one.amount]
    funds = [PostingLine(FUND_ROLES.get(one.key, "fund"), -one.amount, fund=one.key) for one in kept]
    members = _members(made)
    whole = -sum(one.amount for one in (*funds, *members))
    return (PostingLine(UNDISTRIBUTED, whole), *funds, *members) if whole else ()


def _in_the_way(made: Distribution) -> str:
    """Why nothing may be posted; empty when all is well."""
    if made.request.form == PRINTED:
        return "rumus tercetak tidak membagi habis"
    if made.unnamed:
        return f"{rupiah(made.unnamed)} belum punya pos"
    if made.open_parts:
        return f"bagian {', '.join(made.open_parts)} belum dapat dihitung"
    pools, shares = sum(one.amount for one in made.pots), sum(one.total or 0 for one in made.shares)
    if not made.request.single and pools != shares:
        return f"bagian anggota {rupiah(shares)}, posnya {rupiah(pools)}"
    return ""


def _members(made: Distribution) -> list[PostingLine]:
    """One line for each member of a list; one for all of them where only one was asked for."""
    if made.request.single or not made.shares:
        return [PostingLine(MEMBERS_SHARE, -one.amount, fund=one.key) for one in made.pots if one.amount]
    return [
        PostingLine(MEMBERS_SHARE, -one.total, member=one.member.number) for one in made.shares if one.total
    ]
