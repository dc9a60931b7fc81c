"""Codes by which a mentee agrees to a visit, and entries in the books of that day (B10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused
from sidamping.features.oversight import queries, services
from sidamping.features.oversight.models import CodeCard, CodeEntry
from sidamping.features.oversight.queries.codes import code_of
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.features.books import keeping
from tests.features.oversight.monitored import named, visit
from tests.people import Cast, look

SignIn = Callable[[User], Client]
ISSUED, VISITED = date(2026, 10, 1), date(2026, 10, 28)
OCTOBER = Month(2026, 10)


def codes(call: Callable[[], Any]) -> list[str]:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.codes


@pytest.fixture
def card(cast: Cast) -> UUID:
    """Yosef handed Merah Putih a card on 1 October."""
    return services.issue_codes(by=look(cast.yosef, ISSUED), id=named("card"), engagement=cast.engagement.pk, on=ISSUED)


def enter(cast: Cast, typed: str, *, who: User | None = None, on: date = people.TODAY, id: UUID | None = None) -> UUID:
    return services.enter_code(
        by=look(who or cast.ratna, on), id=id or uuid7(), visit=named("visit"), typed=typed, on=on
    )


def states(cast: Cast, word: str = "visit") -> dict[str, str]:
    rows = queries.evidence_of(look(cast.yosef), OCTOBER).rows
    return dict(next(one for one in rows if one.visit.id == named(word)).states)


def wrong(right: str) -> str:
    return f"{(int(right) + 1) % 1_000_000:06d}"


def test_b10_the_code_of_the_day_confirms_the_visit_once(cast: Cast, card: UUID) -> None:
    visit(cast.ratna, cast.engagement, on=VISITED)
    assert states(cast)["mentee_code"] == "missing"
    right = code_of(card, VISITED)
    first = enter(cast, f"{right[:3]} {right[3:]}")
    assert enter(cast, right) == enter(cast, wrong(right)) == first
    assert states(cast)["mentee_code"] == "confirmed"
    (ratna,) = queries.evidence_of(look(cast.yosef), OCTOBER).mentors
    assert (ratna.each["mentee_code"].part, ratna.outside.part, ratna.outside.whole) == (1, 1, 1)


def test_without_a_card_on_that_day_no_code_is_asked_for(cast: Cast) -> None:
    visit(cast.ratna, cast.engagement, on=VISITED)
    assert "mentee_code" not in states(cast)
    assert codes(lambda: enter(cast, "123456")) == ["OVERSIGHT_016"]
    services.issue_codes(by=look(cast.yosef), id=uuid7(), engagement=cast.engagement.pk, on=people.TODAY)
    assert "mentee_code" not in states(cast)


def test_the_code_of_another_day_or_of_an_older_card_is_wrong(cast: Cast, card: UUID) -> None:
    visit(cast.ratna, cast.engagement, on=VISITED)
    newer = services.issue_codes(
        by=look(cast.paulus, date(2026, 10, 20)), id=uuid7(), engagement=cast.engagement.pk, on=date(2026, 10, 20),
        why="Kartu hilang",
    )
    for typed in (code_of(newer, date(2026, 10, 27)), code_of(card, VISITED)):
        assert codes(lambda typed=typed: enter(cast, typed)) == ["OVERSIGHT_018"]
    enter(cast, code_of(newer, VISITED))


def test_wrong_codes_are_kept_and_after_eight_a_day_no_more_are_taken(cast: Cast, card: UUID) -> None:
    visit(cast.ratna, cast.engagement, on=VISITED)
    right, once = code_of(card, VISITED), uuid7()
    for _ in range(2):
        assert codes(lambda: enter(cast, wrong(right), id=once)) == ["OVERSIGHT_018"]
    for _ in range(7):
        assert codes(lambda: enter(cast, wrong(right))) == ["OVERSIGHT_018"]
    assert codes(lambda: enter(cast, "12")) == codes(lambda: enter(cast, right)) == ["OVERSIGHT_020"]
    assert CodeEntry.objects.filter(card=None).count() == 8
    enter(cast, right, on=date(2026, 11, 6))


def test_a_code_is_six_digits_and_comes_within_two_weeks(cast: Cast, card: UUID) -> None:
    visit(cast.ratna, cast.engagement, on=VISITED)
    assert codes(lambda: enter(cast, "48 29")) == ["OVERSIGHT_019"]
    assert codes(lambda: enter(cast, code_of(card, VISITED), on=date(2026, 11, 12))) == ["OVERSIGHT_017"]
    enter(cast, code_of(card, VISITED), on=date(2026, 11, 11))


def test_only_the_mentor_of_the_visit_enters_and_the_mentor_never_hands_out(cast: Cast, card: UUID) -> None:
    visit(cast.ratna, cast.engagement, on=VISITED)
    for who in (cast.yosef, cast.maria, cast.ujang):
        assert codes(lambda who=who: enter(cast, code_of(card, VISITED), who=who)) == ["OVERSIGHT_013"]
    named_ = {"id": uuid7(), "engagement": cast.engagement.pk, "on": people.TODAY, "why": "Baru"}
    assert codes(lambda: services.issue_codes(by=look(cast.ratna), **named_)) == ["OVERSIGHT_015"]
    assert codes(lambda: services.issue_codes(by=look(cast.maria), **named_)) == ["OVERSIGHT_001"]
    people.appoint(cast.ratna, "coordinator", area="53.01")
    assert codes(lambda: services.issue_codes(by=look(cast.ratna), **named_)) == ["OVERSIGHT_015"]


def test_a_card_is_handed_out_once_and_a_further_one_says_why(cast: Cast, card: UUID) -> None:
    again = {"engagement": cast.engagement.pk, "on": ISSUED}
    assert services.issue_codes(by=look(cast.yosef, ISSUED), id=card, **again) == card
    assert codes(lambda: services.issue_codes(by=look(cast.paulus), id=card, **again)) == ["OVERSIGHT_007"]
    assert codes(lambda: services.issue_codes(by=look(cast.yosef), id=uuid7(), **again)) == ["GENERAL_001"]
    assert CodeCard.objects.count() == 1


def test_the_database_keeps_cards_and_confirms_a_visit_once(cast: Cast, card: UUID) -> None:
    visit(cast.ratna, cast.engagement, on=VISITED)
    enter(cast, code_of(card, VISITED))
    with pytest.raises(IntegrityError), transaction.atomic():
        CodeEntry.objects.create(visit_id=named("visit"), card_id=card, by=cast.ratna, on=people.TODAY)
    for statement in ("UPDATE oversight_codecard SET starts = '2020-01-01'", "DELETE FROM oversight_codeentry"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_the_chair_reads_todays_code_the_office_prints_the_month_and_the_mentor_sees_neither(
    cast: Cast, card: UUID, sign_in: SignIn
) -> None:
    address = reverse("code_card", args=[cast.engagement.pk])
    today = code_of(card, people.TODAY)
    shown = sign_in(cast.ujang).get(address).content.decode()
    assert f"{today[:3]} {today[3:]}" in shown and "Terbitkan" not in shown
    tomorrow = code_of(card, date(2026, 11, 6))
    assert f"{tomorrow[:3]} {tomorrow[3:]}" not in shown
    printed = sign_in(cast.paulus).get(address, {"bulan": "2026-11"}).content.decode()
    assert f"{tomorrow[:3]} {tomorrow[3:]}" in printed
    assert sign_in(cast.ratna).get(address).status_code == 403
    people.appoint(cast.ratna, "coordinator", area="53.01")
    assert sign_in(cast.ratna).get(address).status_code == 404
    assert sign_in(cast.ujang).post(address, {"id": str(uuid7()), "why": "x"}).status_code == 422


def test_the_mentor_types_the_code_on_the_page_of_the_visit(cast: Cast, card: UUID, sign_in: SignIn) -> None:
    visit(cast.ratna, cast.engagement, on=VISITED)
    client, address = sign_in(cast.ratna), reverse("visit_code", args=[named("visit")])
    assert reverse("visit_code", args=[named("visit")]) in client.get(
        reverse("visit", args=[named("visit")])
    ).content.decode()
    right = code_of(card, VISITED)
    refused = client.post(address, {"id": str(uuid7()), "code": wrong(right)})
    assert refused.status_code == 422 and "OVERSIGHT_018" in refused.content.decode()
    assert client.post(address, {"id": str(uuid7()), "code": right}).status_code == 303
    assert "sudah menyetujui" in client.get(address).content.decode()
    assert sign_in(cast.maria).get(address).status_code == 404
    assert sign_in(cast.ujang).get(address).status_code == 403


def test_b10_an_entry_in_the_books_of_that_day_confirms_and_without_books_none_is_asked(cast: Cast) -> None:
    for word, day in (("one", 6), ("two", 13)):
        visit(cast.ratna, cast.engagement, word, date(2026, 10, day))
    assert "book_entry" not in states(cast, "one")
    book = keeping.opened(cast)
    keeping.posted(look(cast.ujang), book, keeping.savings(cast, 50_000, date(2026, 10, 6)))
    keeping.drafted(look(cast.ujang), book, keeping.savings(cast, 50_000, date(2026, 10, 13)))
    assert [states(cast, word)["book_entry"] for word in ("one", "two")] == ["confirmed", "missing"]
    (mentor,) = queries.evidence_of(look(cast.yosef), OCTOBER).mentors
    assert (mentor.each["book_entry"].part, mentor.each["book_entry"].whole) == (1, 2)


def test_the_list_of_visits_asks_the_database_at_most_ten_times(
    cast: Cast, card: UUID, sign_in: SignIn, django_assert_max_num_queries: Any
) -> None:
    for number in range(4):
        visit(cast.ratna, cast.engagement, f"v{number}", date(2026, 10, 1 + number))
    client = sign_in(cast.yosef)
    client.get(reverse("visit_proofs"), {"bulan": "2026-10"})
    with django_assert_max_num_queries(10):
        assert client.get(reverse("visit_proofs"), {"bulan": "2026-10"}).status_code == 200
