"""Savings of the tests: Wati keeps the book of Merah Putih and writes, Ujang checks and posts; three members save."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.domain.ledger.entries import Line
from sidamping.domain.savings.products import MANDATORY, PRINCIPAL, TERM, VOLUNTARY, Terms
from sidamping.features.books import services as books
from sidamping.features.books.models import Member
from sidamping.features.books.services import VoucherDraft
from sidamping.features.savings import services
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import CASH, NOW, opened
from tests.features.books.keeping import MANDATORY as WAJIB
from tests.features.books.keeping import VOLUNTARY as SUKARELA
from tests.people import Cast, look

POKOK, PENYERTAAN, BERJANGKA = "3110", "3130", "2112"
SINCE = date(2026, 1, 1)


@dataclass(frozen=True)
class Saving:
    """The book, who writes, who posts, and the members: Yuliana from January, Domi from June, Rosa from October."""

    cast: Cast
    book: UUID
    writer: Viewer
    poster: Viewer
    yuliana: UUID
    domi: UUID
    rosa: UUID

    def party(self, member: UUID) -> UUID:
        return Member.objects.get(pk=member).party_id


def saving(cast: Cast) -> Saving:
    """Principal 100.000, mandatory 20.000 a month, voluntary 6 percent a year on the lowest balance."""
    book = opened(cast, alone=False)
    writer, poster = look(cast.wati), look(cast.ujang)
    members = [
        books.admit_member(by=writer, id=uuid7(), book=book, joined=joined, name=name, keep=True)
        for name, joined in (("Yuliana Bano", date(2026, 1, 10)), ("Domi Taek", date(2026, 6, 1)),
                             ("Rosa Neno", date(2026, 10, 20)))
    ]
    for kind, terms in (
        (PRINCIPAL, Terms(SINCE, 100_000)), (MANDATORY, Terms(SINCE, 20_000)),
        (VOLUNTARY, Terms(SINCE, method="lowest", rate_ppm=60_000)),
        (TERM, Terms(SINCE, rate_ppm=90_000, months=6, break_ppm=10_000)),
    ):
        services.set_terms(by=writer, id=uuid7(), book=book, kind=kind, terms=terms, decided="RAT 2026", now=NOW)
    return Saving(cast, book, writer, poster, *members)


def put(kept: Saving, member: UUID, account: str, amount: int, day: date) -> UUID:
    """A receipt of one account, posted by the second person; a withdrawal with an amount below zero."""
    id, party = uuid7(), str(kept.party(member))
    kind = "BKM" if amount > 0 else "BKK"
    draft = VoucherDraft(kind, day, "Simpanan", (Line(CASH, amount), Line(account, -amount, party)))
    books.draft_voucher(by=kept.writer, id=id, book=kept.book, draft=draft, now=NOW)
    post(kept, id)
    return id


def post(kept: Saving, voucher: UUID) -> None:
    books.post_voucher(by=kept.poster, voucher=voucher, now=NOW)


__all__ = ["BERJANGKA", "CASH", "NOW", "PENYERTAAN", "POKOK", "SUKARELA", "WAJIB", "Saving", "post", "put", "saving"]
