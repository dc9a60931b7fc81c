"""A ratified cooperative comes to life at once and once: register, members, officers, book (E19)."""

from __future__ import annotations

from datetime import date

import pytest

from sidamping.features.books import services as books
from sidamping.features.books.models import Book, Member, Voucher
from sidamping.features.founding import queries, services
from sidamping.features.founding.models import Founding
from sidamping.features.parties.models import BoardTerm, Cooperative, Person
from sidamping.features.programmes import services as programmes
from sidamping.features.programmes.models import Engagement
from sidamping.platform.activity.models import Activity
from sidamping.rules.founding import article_parts
from tests.features.founding.group import Group, begun, nik, ready
from tests.features.meetings.meeting import at, said
from tests.people import PROGRAMME, TODAY, Cast, appoint, look, person


def enliven(group: Group) -> None:
    services.bring_to_life(by=group.by(), founding=group.id, now=at(TODAY))


@pytest.mark.django_db
def test_one_click_makes_the_legal_entity_its_members_officers_and_opening_book(cast: Cast) -> None:
    group = ready(cast)
    known = person("Pendiri 2", "53.01.05.1002", nik=nik(2))
    group.reach()
    enliven(group)
    own = Cooperative.objects.get(pk=Founding.objects.get(pk=group.id).party_id)
    assert (own.standing, own.legal_number, own.legal_date) == (
        "registered", "AHU-0000123.AH.01.26.2026", date(2026, 10, 20)
    )  # fmt: skip
    book = Book.objects.get(party_id=own.pk)
    assert book.starts == date(2026, 10, 1)
    numbers = Member.objects.filter(book=book).order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, 10))
    assert Member.objects.get(book=book, number=2).party_id == known.pk, "whom the register knows is not doubled"
    assert Person.objects.get(nik=nik(1)).party.name == "Pendiri 1"
    terms = BoardTerm.objects.filter(cooperative=own).order_by("position").values_list("position", "starts", "ends")
    assert list(terms) == [
        (one, date(2026, 9, 20), date(2031, 9, 19)) for one in ("chair", "head_supervisor", "secretary", "treasurer")
    ]
    voucher = Voucher.objects.get(book=book)
    assert (voucher.nature, voucher.posted) == ("opening", False)
    sums: dict[str, int] = {}
    for line in voucher.lines:
        sums[line["account"]] = sums.get(line["account"], 0) + line["amount"]
    assert sums == {"1110": 990_000, "3110": -900_000, "3120": -90_000}


@pytest.mark.django_db
def test_the_board_posts_the_opening_balance_that_was_founded(cast: Cast) -> None:
    group = ready(cast)
    group.reach()
    enliven(group)
    voucher = Voucher.objects.get(book__party=Founding.objects.get(pk=group.id).party_id)
    appoint(cast.wati, "treasurer", subject=voucher.book.party_id)
    books.post_voucher(by=look(cast.wati), voucher=voucher.pk, now=at(TODAY))
    voucher.refresh_from_db()
    assert voucher.posted


@pytest.mark.django_db
def test_pressed_twice_the_cooperative_lives_once(cast: Cast) -> None:
    group = ready(cast)
    group.reach()
    enliven(group)
    before = Activity.objects.count()
    enliven(group)
    books_made = Book.objects.filter(party__name__startswith="Koperasi Produsen").count()
    assert (books_made, Activity.objects.count()) == (1, before)


@pytest.mark.django_db
def test_nothing_is_made_before_the_ratification(cast: Cast) -> None:
    group = ready(cast)
    group.reach("submitted")
    assert said(lambda: enliven(group)) == ["FOUNDING_033"]
    assert not Book.objects.filter(party__name__startswith="Koperasi Produsen").exists()
    assert not Person.objects.filter(nik=nik(1)).exists()


@pytest.mark.django_db
def test_a_pra_koperasi_is_mentored_from_the_first_day_and_goes_on_when_it_lives(cast: Cast) -> None:
    group = begun(cast)
    party = Founding.objects.get(pk=group.id).party_id
    programmes.open_engagement(
        by=look(cast.yosef), mentee_id=party, programme=PROGRAMME, starts=TODAY, mentor_id=cast.ratna.pk
    )
    assert Cooperative.objects.get(pk=party).standing == "pre"
    group = Group(cast, group.id)
    group.add(9)
    assert Engagement.objects.get(mentee=party).starts == TODAY


@pytest.mark.django_db
def test_a_coordinator_opens_the_mentoring_with_the_same_click(cast: Cast) -> None:
    group = ready(cast)
    group.reach()
    mentoring = services.Mentoring(PROGRAMME, cast.ratna.pk)
    services.bring_to_life(by=look(cast.yosef), founding=group.id, now=at(TODAY), mentoring=mentoring)
    made = Engagement.objects.get(mentee=Founding.objects.get(pk=group.id).party_id)
    assert made.assignments.get().mentor_id == cast.ratna.pk


@pytest.mark.django_db
def test_what_lives_is_founded_no_more(cast: Cast) -> None:
    group = ready(cast)
    group.reach()
    enliven(group)
    assert said(lambda: group.add(1)) == ["FOUNDING_002"]
    other = look(cast.yosef)
    assert said(lambda: services.bring_to_life(by=other, founding=group.id, now=at(TODAY))) == ["FOUNDING_002"]


@pytest.mark.django_db
def test_what_lives_is_warned_of_no_more(cast: Cast) -> None:
    group = ready(cast)
    services.ask_for(by=group.by(), founding=group.id, asked=20, office="Dinas")
    assert [one.code for one in queries.warnings(group.card(), 9, TODAY)] == ["FOUNDING_037"]
    group.reach()
    enliven(group)
    assert list(queries.warnings(group.card(), 9, TODAY)) == []


@pytest.mark.django_db
def test_the_articles_share_the_surplus_in_the_order_of_the_pots(cast: Cast) -> None:
    group = begun(cast)
    group.add(9)
    group.agree()
    part = next(one for one in article_parts(TODAY)[0] if one.code == "surplus")
    told = queries.starter(part, group.card(), queries.founders(group.id), "id").splitlines()
    assert told[1:4] == ["- Cadangan: 30%", "- Jasa usaha anggota: 40%", "- Jasa modal anggota: 30%"]


@pytest.mark.django_db
def test_the_founders_chair_prepares_everything_but_does_not_enter_the_register(cast: Cast) -> None:
    group = ready(cast)
    group.reach()
    appoint(cast.wati, "chair", subject=Founding.objects.get(pk=group.id).party_id)
    chair = look(cast.wati)
    services.ask_for(by=chair, founding=group.id, asked=20, office="Dinas")
    assert said(lambda: services.bring_to_life(by=chair, founding=group.id, now=at(TODAY))) == ["FOUNDING_035"]
