"""The eight adjustments at the end of a period as proposals: plain questions in, the lines of an adjusting entry out.

Each function proposes and posts nothing; no difference gives no lines. Accounts are named by their codes.
"""

from __future__ import annotations

from fractions import Fraction

from sidamping.domain.ledger.entries import Line
from sidamping.domain.money import rupiah
from sidamping.domain.problems import Refused, problem
from sidamping.domain.rounding import round_to

Lines = tuple[Line, ...]


def supplies(*, booked: int, counted: int, supplies: str, expense: str) -> Lines:
    """Supplies that are used up: what the books say less what is still there."""
    _within("perlengkapan", counted, booked)
    return _moved(booked - counted, expense, supplies)


def inventory(*, booked: int, counted: int, inventory: str, cost: str) -> Lines:
    """Goods as counted: what is missing becomes cost, what was found makes cost less."""
    _not_negative("persediaan", counted)
    return _moved(booked - counted, cost, inventory)


def prepaid(*, paid: int, months: int, elapsed: int, taken: int, expense: str, prepaid: str) -> Lines:
    """The part of an expense paid ahead that has been lived through, less what was taken of it before."""
    return _moved(_part("beban dibayar di muka", paid, months, elapsed) - taken, expense, prepaid)


def unearned(*, received: int, months: int, elapsed: int, taken: int, unearned: str, income: str) -> Lines:
    """The part of an income received ahead that is earned by now, less what was taken of it before."""
    return _moved(_part("pendapatan diterima di muka", received, months, elapsed) - taken, unearned, income)


def accrued_expense(*, owed: int, booked: int, expense: str, payable: str) -> Lines:
    """An expense of the period that is not paid yet, less what the books carry already."""
    _not_negative("beban yang masih harus dibayar", owed)
    return _moved(owed - booked, expense, payable)


def accrued_income(*, earned: int, booked: int, receivable: str, income: str) -> Lines:
    """An income of the period that is not received yet, less what the books carry already."""
    _not_negative("pendapatan yang masih harus diterima", earned)
    return _moved(earned - booked, receivable, income)


def depreciation(
    *, cost: int, residual: int, life: int, elapsed: int, taken: int, expense: str, accumulated: str
) -> Lines:
    """Straight-line depreciation up to now, less what was taken before: the last month takes the rest of the value."""
    _within("penyusutan aktiva tetap", residual, cost)
    worn = _part("penyusutan aktiva tetap", cost - residual, life, min(elapsed, life))
    return _moved(worn - taken, expense, accumulated)


def doubtful(*, wanted: int, booked: int, expense: str, allowance: str) -> Lines:
    """The allowance for receivables that may not come in: more of it is an expense, less of it gives some back."""
    _not_negative("piutang tak tertagih", wanted)
    return _moved(wanted - booked, expense, allowance)


def _moved(amount: int, debit: str, credit: str) -> Lines:
    """The amount from one account to the other; below zero the other way round; nothing for nothing."""
    return (Line(debit, amount), Line(credit, -amount)) if amount else ()


def _part(kind: str, whole: int, months: int, elapsed: int) -> int:
    """So many months of the whole; rounded once from the start, so that all months give the whole."""
    if not 0 <= elapsed <= months or months < 1:
        raise Refused(problem("BOOKS_013", "", kind=kind, seen=f"{elapsed} bulan", other=f"{months} bulan"))
    return round_to(Fraction(whole * elapsed, months))


def _within(kind: str, part: int, whole: int) -> None:
    if not 0 <= part <= whole:
        raise Refused(problem("BOOKS_013", "", kind=kind, seen=rupiah(part), other=rupiah(whole)))


def _not_negative(kind: str, amount: int) -> None:
    if amount < 0:
        raise Refused(problem("BOOKS_013", "", kind=kind, seen=rupiah(amount), other=rupiah(0)))
