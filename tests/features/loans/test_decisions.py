"""Applications are decided by a second person, within the ceiling, and past no conflict of interest (A13, C34, E8)."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID

import pytest

from sidamping.domain.problems import Refused
from sidamping.features.books import services as bookkeeping
from sidamping.features.books.models import Member
from sidamping.features.loans import queries, services
from sidamping.features.loans.models import Application, Decision, Waiver
from sidamping.features.loans.queries import ApplicationCard
from sidamping.features.loans.services import Verdict
from sidamping.features.mentors.models import Interest
from sidamping.features.parties.models import BoardTerm, Person
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW
from tests.features.loans.lending import YES, Bank, approve, asked, codes, lent, opened_bank
from tests.people import Cast, look

DAY = date(2026, 2, 3)


@pytest.fixture
def bank(cast: Cast) -> Bank:
    return opened_bank(cast)


def card(bank: Bank, application: UUID) -> ApplicationCard:
    found = queries.application(look(bank.cast.wati), application)
    assert found is not None
    return found


def waive(bank: Bank, application: UUID, why: str = "Rapat pengawas menyetujui") -> None:
    services.waive(by=look(bank.cast.yosef), id=uuid7(), application=application, why=why, now=NOW)


def test_the_eight_conditions_are_each_met_or_not_with_their_reason(bank: Bank) -> None:
    """Markus has savings and no arrears, nobody knows his income, and he has nothing to pledge."""
    answers = {**YES, "income": (None, ""), "character": (False, "Pernah ingkar janji")}
    found = card(bank, asked(bank, bank.markus, 1_000_000, collateral="", collateral_value=None, answers=answers))
    assert [(one.code, one.state) for one in found.conditions] == [
        ("near", "met"), ("income", "unanswered"), ("savings", "met"), ("arrears", "met"), ("crime", "met"),
        ("character", "not_met"), ("education", "met"), ("collateral", "not_met"),
    ]
    assert [one.why for one in found.conditions if one.code in ("savings", "character")] == [
        "Rp500.000", "Pernah ingkar janji",
    ]


def test_unmet_conditions_are_passed_only_knowingly(bank: Bank) -> None:
    application = asked(bank, answers={**YES, "income": (False, "Musiman")})
    assert codes(lambda: approve(bank, application)) == ["LOANS_008"]
    approve(bank, application, override=True, why="Panen pasti; dijamin saudara")
    decision = Decision.objects.get()
    assert decision.basis["override"] and decision.basis["allowed"] == 6_000_000


def test_arrears_of_another_loan_speak_against_a_new_one(bank: Bank) -> None:
    """The instalment of 5 March is not paid: on 10 March 280,000 are late."""
    lent(bank)
    found = card(bank, asked(bank, amount=500_000, applied_on=date(2026, 3, 10)))
    assert [(one.state, one.why) for one in found.conditions if one.code == "arrears"] == [("not_met", "Rp280.000")]


@pytest.mark.parametrize(("amount", "value", "codes_told"), [
    (6_000_000, 8_000_000, []), (6_000_001, 9_000_000, ["LOANS_007"]), (6_000_000, 7_999_998, ["LOANS_007"]),
])
def test_the_ceiling_is_the_least_of_three_savings_and_75_percent_of_the_collateral(
    bank: Bank, amount: int, value: int, codes_told: list[str]
) -> None:
    """2,000,000 saved allow 6,000,000; 8,000,000 of collateral allow 6,000,000 as well."""
    application = asked(bank, amount=amount, collateral_value=value)
    if codes_told:
        assert codes(lambda: approve(bank, application, amount)) == codes_told
    else:
        approve(bank, application, amount)


def test_nobody_approves_more_than_was_asked_or_longer_than_the_product(bank: Bank) -> None:
    application = asked(bank)
    assert codes(lambda: approve(bank, application, 3_000_001, months=37)) == ["LOANS_035", "LOANS_024"]


def test_whoever_wrote_an_application_may_withdraw_but_not_decide_it(bank: Bank) -> None:
    application, wati = asked(bank), look(bank.cast.wati)
    verdict = Verdict("approved", DAY, "Baik", 3_000_000, 12)
    assert codes(lambda: services.decide(by=wati, id=application, verdict=verdict, now=NOW)) == ["LOANS_009"]
    services.decide(by=wati, id=application, verdict=Verdict("withdrawn", DAY, "Batal pinjam"), now=NOW)
    assert card(bank, application).state == "withdrawn"


def test_a_decision_stands_and_sent_twice_it_is_one(bank: Bank) -> None:
    application = asked(bank)
    approve(bank, application)
    approve(bank, application)
    assert Decision.objects.count() == 1
    assert codes(lambda: approve(bank, application, outcome="refused", why="Lain")) == ["LOANS_013"]


def chair_borrows(bank: Bank) -> UUID:
    """Ujang, the chair, is a member too and asks for a loan; Wati writes it down."""
    person = Person.objects.get(user=bank.cast.ujang)
    bookkeeping.admit_member(by=look(bank.cast.wati), id=uuid7(), book=bank.book, joined=date(2026, 1, 1),
                             person=person.party_id)
    return asked(bank, person.party_id, 500_000)


def test_a_member_of_the_board_never_decides_on_the_own_loan(bank: Bank) -> None:
    application = chair_borrows(bank)
    assert "LOANS_010" in codes(lambda: approve(bank, application, 500_000))
    assert {one.kind for one in card(bank, application).facts.clashes} == {"official", "own"}


def test_a_borrower_on_the_board_needs_another_persons_waiver(bank: Bank) -> None:
    """A13: flagged, and overridden by another person with a reason."""
    borrower = Member.objects.get(party_id=bank.yuliana).party
    BoardTerm.objects.create(cooperative=bank.cast.merah_putih, person_id=borrower.pk, organ="supervision",
                             position="supervisor", starts=date(2026, 1, 1), ends=date(2027, 1, 1))
    application = asked(bank)
    assert codes(lambda: approve(bank, application)) == ["LOANS_011"]
    wati = look(bank.cast.wati)
    assert codes(lambda: services.waive(by=wati, id=uuid7(), application=application, why="Boleh", now=NOW)) == [
        "LOANS_012",
    ]
    ratna = look(bank.cast.ratna)
    assert codes(lambda: services.waive(by=ratna, id=uuid7(), application=application, why="Boleh", now=NOW)) == [
        "BOOKS_018",
    ]
    waive(bank, application)
    approve(bank, application)
    assert (Waiver.objects.get().kinds, card(bank, application).state) == (["official"], "approved")


def test_the_mentor_and_the_mentors_relatives_need_a_waiver(bank: Bank) -> None:
    """C34: Ratna mentors the cooperative and has declared Yuliana as family."""
    Interest.objects.create(user=bank.cast.ratna, party_id=bank.yuliana, kind="family", note="Adik kandung",
                            starts=date(2026, 1, 1), declared_by=bank.cast.ratna)
    application = asked(bank)
    assert [(one.kind, one.says) for one in card(bank, application).facts.clashes] == [
        ("mentor", "Keluarga pemilik atau pengurus dampingan"),
    ]
    assert codes(lambda: approve(bank, application)) == ["LOANS_011"]
    waive(bank, application)
    approve(bank, application)


@pytest.mark.parametrize("who", ["ratna", "ujang"])
def test_what_was_declared_in_confidence_is_neither_kept_nor_told(bank: Bank, who: str) -> None:
    """Kept and told is the kind of interest; neither the words of the declaration, nor to the decider whose it is."""
    declared = getattr(bank.cast, who)
    Interest.objects.create(user=declared, party_id=bank.yuliana, kind="family", note="Adik kandung",
                            starts=date(2026, 1, 1), declared_by=declared)
    application = asked(bank)
    with pytest.raises(Refused) as refused:
        approve(bank, application)
    (told,) = refused.value.problems
    assert told.code == "LOANS_011" and "Keluarga pemilik" in told.text("id")
    assert "Adik kandung" not in told.text("id") and str(declared) not in told.text("id")
    waive(bank, application)
    approve(bank, application)
    kept = json.dumps([Application.objects.get().facts, Decision.objects.get().basis])
    assert "Keluarga pemilik" in kept and "Adik kandung" not in kept


def test_whoever_decides_and_is_bound_leaves_it_to_another(bank: Bank) -> None:
    Interest.objects.create(user=bank.cast.ujang, party_id=bank.yuliana, kind="partner", note="Usaha bersama",
                            starts=date(2026, 1, 1), declared_by=bank.cast.ujang)
    application = asked(bank)
    assert codes(lambda: approve(bank, application)) == ["LOANS_011"]
    ujang = look(bank.cast.ujang)
    assert codes(lambda: services.waive(by=ujang, id=uuid7(), application=application, why="Boleh", now=NOW)) == [
        "LOANS_012",
    ]


def test_nothing_is_waived_where_nothing_is_found_or_without_a_reason(bank: Bank) -> None:
    application = asked(bank)
    assert codes(lambda: waive(bank, application, " ")) == ["LOANS_029", "GENERAL_001"]


def test_only_a_member_of_the_day_may_apply(bank: Bank) -> None:
    stranger = bank.cast.keripik.owner_id
    assert codes(lambda: asked(bank, stranger)) == ["LOANS_005"]


def test_money_goes_out_only_after_an_approval(bank: Bank) -> None:
    handing = services.Handing(DAY, date(2026, 3, 5), "1110")
    assert codes(lambda: services.disburse(by=look(bank.cast.wati), id=uuid7(), application=asked(bank),
                                           handing=handing, now=NOW)) == ["LOANS_014"]
    application = asked(bank)
    approve(bank, application)
    early = services.Handing(DAY, date(2026, 2, 2), "1110")
    assert codes(lambda: services.disburse(by=look(bank.cast.wati), id=uuid7(), application=application,
                                           handing=early, now=NOW)) == ["LOANS_025"]
