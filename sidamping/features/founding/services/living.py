"""A ratified cooperative comes to life at once: legal entity in the register, members, officers, book; exactly once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import transaction

from sidamping.domain.founding.balance import Balance, paid_by_each
from sidamping.domain.founding.steps import FORMATION, RATIFIED
from sidamping.domain.founding.terms import ORGANS
from sidamping.domain.ledger.opening import OpeningRow
from sidamping.domain.parties import longest_end
from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.features.books import services as books
from sidamping.features.books.services import FoundedBook, FoundingMember
from sidamping.features.founding import queries
from sidamping.features.founding.models import Founder, Founding
from sidamping.features.founding.queries import FoundingCard, StepLine
from sidamping.features.founding.services.keeping import kept, tell
from sidamping.features.founding.services.packing import gaps_of
from sidamping.features.parties import queries as parties
from sidamping.features.parties import services as registers
from sidamping.features.parties.services import CooperativeDraft, PersonDraft, TermDraft
from sidamping.features.programmes import services as programmes
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns
from sidamping.rules.books import listing

CHARTS = {"savings_loan": "ksp"}
CHART = "sektor-riil"
"""The chart a cooperative's book is opened on by its kind; any other is of the real sector."""
SAVED = ("principal", "mandatory")
"""What stands in the name of each member."""


@dataclass(frozen=True)
class Mentoring:
    """A mentoring that begins with the cooperative: the programme, and its mentor if one is chosen."""

    programme: str
    mentor: UUID | None = None


@transaction.atomic
def bring_to_life(*, by: Viewer, founding: UUID, now: datetime, mentoring: Mentoring | None = None) -> UUID:
    """Everything in one transaction. Sent twice, the cooperative lives once."""
    if (there := _living(by, founding)) is not None:
        return there
    row = kept(by, founding)
    card, said = queries.founding(by, founding), queries.steps(founding)
    if card is None or not card.may_enliven:
        raise Refused(problem("FOUNDING_035"))
    refuse_if([*([] if RATIFIED in said else [problem("FOUNDING_033", "steps")]), *gaps_of(card, by)])
    people = list(Founder.objects.filter(founding=row, left_on=None).order_by("number"))
    _register(by, card, said)
    persons = [_person(by, card, one) for one in people]
    _seat(by, card, people, persons, said[FORMATION].day)
    book = _open_book(by, card, people, persons, said[RATIFIED].day, now)
    if mentoring is not None:
        programmes.open_engagement(by=by, mentee_id=card.party_id, programme=mentoring.programme, starts=by.on,
                                   mentor_id=mentoring.mentor)  # fmt: skip
    row.living_on, row.living_by_id, row.book_id = by.on, by.user_id, book
    row.save(update_fields=["living_on", "living_by", "book"])
    tell("brought_to_life", by, founding, row, legal_number=said[RATIFIED].number, members=len(people))
    return book


def _living(by: Viewer, founding: UUID) -> UUID | None:
    """The book of a cooperative that the viewer has brought to life already; two who press at once take turns."""
    take_turns(founding)
    return Founding.objects.filter(pk=founding, living_by_id=by.user_id).values_list("book_id", flat=True).first()


def _register(by: Viewer, card: FoundingCard, said: Mapping[str, StepLine]) -> None:
    """The pra-koperasi becomes a legal entity with its number."""
    held = registers.stored_draft(by=by, party_id=card.party_id, kind="cooperative")
    if held is None or not isinstance(held[0], CooperativeDraft):
        raise Refused(problem("FOUNDING_035"))
    ratified = said[RATIFIED]
    draft = replace(held[0], standing="registered", legal_number=ratified.number, legal_date=ratified.day,
                    founded_on=said[FORMATION].day)  # fmt: skip
    registers.change_cooperative(by=by, party_id=card.party_id, draft=draft, seen=held[1], keep=True)


def _person(by: Viewer, card: FoundingCard, one: Founder) -> UUID:
    """The founder in the register of persons: the one with that number, or a new one of the cooperative's village."""
    known = parties.holders_of_nik([one.nik]).get(one.nik)
    if known is not None:
        return known.id
    draft = PersonDraft(one.name, card.village_code, nik=one.nik, address=one.address)
    return registers.add_person(by=by, draft=draft, party_id=one.pk, keep=True)


def _seat(by: Viewer, card: FoundingCard, people: Sequence[Founder], persons: Sequence[UUID], since: date) -> None:
    """The first officers, from the formation meeting on for as long as the founders agreed."""
    organ_of = {one.code: one.parent for one in listing("board-positions")}
    years = {organ: getattr(card.terms, field) for field, organ in ORGANS.items()}
    for one, person in zip(people, persons, strict=True):
        if one.position:
            organ = organ_of[one.position]
            draft = TermDraft(person, organ, one.position, since, longest_end(since, years[organ]))
            registers.add_term(by=by, cooperative_id=card.party_id, draft=draft, term_id=uuid5(one.pk, one.position),
                               trusted=True)  # fmt: skip


def _open_book(
    by: Viewer, card: FoundingCard, people: Sequence[Founder], persons: Sequence[UUID], ratified: date, now: datetime
) -> UUID:
    """The book with the founders as its first members and the opening balance as a draft for the board to post."""
    chart = CHARTS.get(card.kind, CHART)
    members = tuple(
        FoundingMember(one.pk, one.represents_id or person, number)
        for number, (one, person) in enumerate(zip(people, persons, strict=True), 1)
    )
    founded = FoundedBook(card.party_id, chart, Month.of(ratified), ratified, members, _rows(card, chart, members))
    return books.open_founded_book(by=by, id=card.id, founded=founded, now=now)


def _rows(card: FoundingCard, chart: str, members: Sequence[FoundingMember]) -> tuple[OpeningRow, ...]:
    """The opening balance in the accounts of the chart, savings by member."""
    if card.opening is None or card.terms is None:
        return ()
    accounts = {one.code: one.parent for one in listing("founding-accounts")}
    own = {one.name: accounts.get(f"{chart}.{one.name}", accounts[one.name]) for one in fields(Balance)}
    each = paid_by_each(card.opening, len(members), card.terms.principal) or (0, 0)
    saved = zip(SAVED, each, strict=True)
    by_member = [
        OpeningRow(name, own[name], str(amount), str(one.number)) for name, amount in saved for one in members
    ]
    whole = [OpeningRow(name, own[name], str(getattr(card.opening, name))) for name in own if name not in SAVED]
    return (*whole, *by_member)
