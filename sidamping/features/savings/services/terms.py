"""Writes the terms of a product from a day on; the product is made with its first terms. Older terms stay readable."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.chart import Account, Chart
from sidamping.domain.problems import Problem, problem, refuse_if
from sidamping.domain.savings.products import BEARING, FIXED, PPM_A_PERCENT, ROLES, TERM
from sidamping.domain.savings.products import Terms as Set
from sidamping.features.books import queries as books
from sidamping.features.savings.models import MOST_MONTHS, MOST_PPM, Product, Terms
from sidamping.features.savings.queries.products import savings_accounts
from sidamping.features.savings.services.keeping import kept, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns


@transaction.atomic
def set_terms(
    *, by: Viewer, id: UUID, book: UUID, kind: str, terms: Set, decided: str, now: datetime, account: str = ""
) -> UUID:
    """The terms of a kind of savings from a day on. Sent twice, they are written once."""
    card = kept(by, book)
    take_turns(book)
    if Terms.objects.filter(pk=id).exists():
        return id
    chart = books.chart_of_book(book)
    code = account or chart.role(ROLES[kind]).code
    row = Product.objects.filter(book_id=book, account=code).first()
    word = chart.role(ROLES[kind]).id
    refuse_if([*_faults(kind, word, terms), *_wrong_account(chart, code, kind, row)])
    if row is None:
        row = Product.objects.create(book_id=book, kind=kind, account=code)
    last = Terms.objects.filter(product=row).aggregate(last=Max("ordinal"))["last"] or 0
    Terms.objects.create(
        id=id, product=row, ordinal=last + 1, since=terms.since, amount=terms.amount, method=terms.method,
        rate_ppm=terms.rate_ppm, per=terms.per, step=terms.step, months=terms.months, break_ppm=terms.break_ppm,
        decided=decided.strip(), set_by_id=by.user_id, set_at=now,
    )  # fmt: skip
    tell("terms_set", by, row.pk, card, kind=kind, since=str(terms.since))
    return id


def _faults(kind: str, word: str, terms: Set) -> list[Problem]:
    """Figures that make no sense for the kind."""
    found = []
    bounds = [
        ("amount", _("Jumlah (Rp)"), terms.amount, 1 if kind in FIXED else 0, 10**12),
        ("rate", _("Bunga (persen)"), terms.rate_ppm, 0, MOST_PPM),
        ("break_percent", _("Potongan bila diambil lebih awal (persen)"), terms.break_ppm, 0, MOST_PPM),
        ("step", _("Dibulatkan ke kelipatan (Rp)"), terms.step, 1, 10**6),
        ("months", _("Jangka (bulan)"), terms.months, 1 if kind == TERM else 0, MOST_MONTHS),
    ]
    for where, label, seen, least, most in bounds:
        if not least <= seen <= most:
            times = PPM_A_PERCENT if most == MOST_PPM else 1
            told = {"seen": seen // times, "least": least // times, "most": most // times}
            found.append(problem("SAVINGS_010", where, label=label, **told))
    if kind in BEARING and kind != TERM and terms.rate_ppm and not terms.method:
        found.append(problem("SAVINGS_011", "method", kind=word, rate=terms.rate_ppm // PPM_A_PERCENT))
    return found


def _wrong_account(chart: Chart, code: str, kind: str, row: Product | None) -> list[Problem]:
    allowed = {one.code: one for one in savings_accounts(chart)}
    if code in allowed and _holds(allowed[code], kind) and (row is None or row.kind == kind):
        return []
    return [problem("SAVINGS_012", "account", seen=code[:20], kind=chart.role(ROLES[kind]).id)]


def _holds(account: Account, kind: str) -> bool:
    """An account with a savings role holds that kind; one without, of liabilities, may hold another voluntary one."""
    if account.role in ROLES.values():
        return account.role == ROLES[kind]
    return account.group == "liabilities" and kind not in FIXED
