"""The sixteen books, the lines written here, offices with their terms, and what the articles ask (E1, C38)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.features.registers import queries, services
from sidamping.features.registers.models import Clause, Entry, Sighting
from sidamping.features.registers.queries.entries import in_sight
from sidamping.features.registers.services import Seen
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW, codes, opened, refused_by_database
from tests.people import TODAY, Cast, User, look

SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[object]]
CHAIR_STOOL = {"name": "Kursi plastik", "quantity": 20, "unit": "buah", "price": 1_500_000}


@pytest.fixture
def book(cast: Cast) -> UUID:
    return opened(cast)


def written(cast: Cast, book: UUID, register: str = "inventory", day: date = TODAY, **facts: object) -> UUID:
    return services.write_entry(
        by=look(cast.ujang), id=uuid7(), book=book, register=register, day=day, facts=facts or CHAIR_STOOL, now=NOW
    )


def states(cast: Cast, book: UUID) -> dict[str, str]:
    return {one.form.code: one.state for one in queries.book_states(book, TODAY, "53.01.22.2009")[0]}


def test_books_are_kept_written_seen_or_missing(cast: Cast, book: UUID) -> None:
    by = look(cast.ujang)
    written(cast, book)
    for register, seen in (("guests", Seen(True, date(2026, 10, 1), "Penuh")), ("mail", Seen(False))):
        services.see_book(by=by, id=uuid7(), book=book, register=register, seen=seen, now=NOW)
    found = states(cast, book)
    assert len(found) == 16
    assert [found[code] for code in ("members", "cash", "inventory", "guests", "mail", "events")] == [
        "kept", "kept", "written", "seen", "missing", "unknown",
    ]  # fmt: skip


def test_a_sighting_is_sound_and_the_latest_counts(cast: Cast, book: UUID) -> None:
    def see(register: str = "guests", **seen: object) -> list[str]:
        return codes(lambda: services.see_book(
            by=look(cast.ujang), id=uuid7(), book=book, register=register, seen=Seen(**seen), now=NOW,  # type: ignore[arg-type]  # fields by name
        ))  # fmt: skip

    assert see("nothing", present=True) == ["REGISTERS_002"]
    assert see(present=False, filled_until=TODAY) == ["REGISTERS_005"]
    assert see(present=True, filled_until=date(2026, 11, 6)) == ["REGISTERS_003"]
    assert see(present=True, file=("x.jpg", b"no picture")) == ["FILES_005"]
    assert not Sighting.objects.exists()


def test_a_line_has_the_next_number_and_is_struck_out_not_erased(cast: Cast, book: UUID) -> None:
    first, second = written(cast, book), written(cast, book)
    by = look(cast.ujang)
    services.write_entry(by=by, id=second, book=book, register="inventory", day=TODAY, facts=CHAIR_STOOL, now=NOW)
    assert list(Entry.objects.order_by("number").values_list("pk", "number")) == [(first, 1), (second, 2)]
    assert codes(lambda: services.strike_entry(by=by, entry=first, why=" ", now=NOW)) == ["GENERAL_001"]
    for _twice in range(2):
        services.strike_entry(by=by, entry=first, why="Salah hitung", now=NOW)
    page = queries.entries_page(by, book, "inventory")
    assert [(one.number, one.struck_why) for one in page.rows] == [(2, ""), (1, "Salah hitung")]
    assert queries.written(book, TODAY) == {"inventory": (1, TODAY)}


def test_a_line_is_checked_against_its_columns(cast: Cast, book: UUID) -> None:
    def write(register: str = "inventory", day: date = TODAY, **facts: object) -> list[str]:
        return codes(lambda: written(cast, book, register, day, **facts))

    assert write("cash") == ["REGISTERS_002"]  # kept by the system itself
    assert write(name="Kursi", quantity=-1, day=date(2026, 11, 6)) == ["REGISTERS_003", "REGISTERS_004"]
    assert write(name=" ", quantity="banyak") == ["GENERAL_001", "REGISTERS_004"]
    assert codes(lambda: services.write_entry(
        by=look(cast.ratna), id=uuid7(), book=book, register="inventory", day=TODAY, facts=CHAIR_STOOL, now=NOW
    )) == ["REGISTERS_001"]  # fmt: skip
    assert not Entry.objects.exists()


def test_articles_may_be_stricter_than_the_rule_never_looser(cast: Cast, book: UUID) -> None:
    def ask(key: str, value: int, since: date = date(2026, 1, 1), article: str = "AD 20") -> UUID:
        return services.set_clause(by=look(cast.ujang), id=uuid7(), book=book, key=key, value=value, since=since,
                                   article=article, now=NOW)  # fmt: skip

    for key, value in (("quorum", 49), ("invitation", 6), ("extraordinary-quorum", 66), ("management", 6)):
        assert codes(lambda key=key, value=value: ask(key, value)) == ["REGISTERS_007"], key
    assert codes(lambda: ask("nothing", 60)) == ["REGISTERS_006"]
    assert codes(lambda: ask("quorum", 60, date(2026, 11, 6), " ")) == ["GENERAL_001", "REGISTERS_003"]
    for key, value in (("quorum", 60), ("invitation", 14), ("extraordinary-quorum", 67), ("management", 3)):
        ask(key, value)
    beside = {one.key: one for one in queries.beside_the_rule(book, TODAY, "53.01.22.2009")}
    assert (str(beside["quorum"].rule), beside["quorum"].own and beside["quorum"].own.value) == ("1/2", 60)
    assert queries.clauses_on(book, date(2025, 12, 31)) == {}


def test_lines_sightings_and_clauses_stay_as_they_were_written(cast: Cast, book: UUID) -> None:
    entry = written(cast, book)
    by = look(cast.ujang)
    services.see_book(by=by, id=uuid7(), book=book, register="guests", seen=Seen(True), now=NOW)
    services.set_clause(by=by, id=uuid7(), book=book, key="quorum", value=60, since=TODAY, article="AD 20", now=NOW)
    services.strike_entry(by=by, entry=entry, why="Salah", now=NOW)
    for sql in (
        "UPDATE registers_entry SET facts = '{}'", "DELETE FROM registers_entry", "DELETE FROM registers_sighting",
        "UPDATE registers_entry SET struck_why = 'Lain'", "UPDATE registers_clause SET value = 51",
    ):
        assert refused_by_database((sql, [])) == "sealed", sql
    assert (Clause.objects.count(), Entry.objects.count()) == (1, 1)


def test_the_pages_lead_from_the_sixteen_books_to_a_line(
    cast: Cast, book: UUID, sign_in: SignIn, at_most_queries: Limit
) -> None:
    client = sign_in(cast.ujang)
    with at_most_queries(10):
        told = client.get(reverse("institution", args=[book])).content.decode()
    assert "Buku inventaris" in told and "belum diperiksa" in told and "7 dari 16" in told
    address = reverse("register", args=[book, "inventory"])
    typed = {"id": uuid7(), "day": "2026-11-05", "name": "Meja", "quantity": "", "price": "450.000"}
    answer = client.post(address, typed)
    assert answer.status_code == 422 and "Meja" in answer.content.decode()
    for _twice in range(2):
        assert client.post(address, {**typed, "quantity": "2"}).status_code == 303
    row = Entry.objects.get()
    assert row.facts == {"name": "Meja", "quantity": 2, "unit": "", "price": 450_000, "source": "", "place": "",
                         "condition": ""}  # fmt: skip
    assert "Rp450.000" in client.get(address).content.decode()
    strike = reverse("entry_strike", args=[row.pk])
    assert client.post(strike, {"why": ""}).status_code == 422
    assert client.post(strike, {"why": "Dobel"}).status_code == 303
    sight = reverse("book_sighting", args=[book, "guests"])
    assert client.post(sight, {"id": uuid7(), "present": "on", "filled_until": "2027-01-01"}).status_code == 422
    assert client.post(sight, {"id": uuid7(), "present": "on", "filled_until": "2026-11-01"}).status_code == 303
    for name in ("officers", "articles"):
        assert client.get(reverse(name, args=[book])).status_code == 200
    assert "Ujang Mantap" in client.get(reverse("officers", args=[book])).content.decode()
    clause = {"id": uuid7(), "key": "quorum", "value": "60", "since": "2026-11-01", "article": "AD 20"}
    assert client.post(reverse("articles", args=[book]), {**clause, "value": "40"}).status_code == 422
    assert client.post(reverse("articles", args=[book]), clause).status_code == 303


def test_a_term_longer_than_the_articles_allow_is_pointed_out(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client, page = sign_in(cast.ujang), reverse("officers", args=[book])
    assert "lebih lama dari" not in client.get(page).content.decode()
    services.set_clause(by=look(cast.ujang), id=uuid7(), book=book, key="management", value=3, since=date(2020, 1, 1),
                        article="AD Pasal 24", now=NOW)  # fmt: skip
    assert "lebih lama dari 3 tahun menurut AD Pasal 24" in client.get(page).content.decode()


def test_registers_that_name_people_are_for_whoever_sees_members(
    cast: Cast, book: UUID, sign_in: SignIn
) -> None:
    said = written(cast, book, "member-suggestions", name="Domi Tefa", suggestion="Buka sore")
    written(cast, book)
    office, mentor = sign_in(cast.yosef), sign_in(cast.ratna)
    named, things = (reverse("register", args=[book, one]) for one in ("member-suggestions", "inventory"))
    assert [client.get(named).status_code for client in (office, mentor)] == [404, 200]
    assert office.get(things).status_code == 200
    told = office.get(reverse("institution", args=[book])).content.decode()
    assert named not in told and things in told
    assert not queries.entries_page(look(cast.yosef), book, "member-suggestions").rows
    assert queries.entry(look(cast.yosef), said) is None
    assert queries.entry(look(cast.ratna), said) is not None


def test_words_are_sought_in_the_columns_that_are_shown(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    written(cast, book)
    client, address = sign_in(cast.ujang), reverse("register", args=[book, "inventory"])
    assert "Kursi plastik" in client.get(address, {"q": "kursi"}).content.decode()
    assert "Kursi plastik" not in client.get(address, {"q": "quantity"}).content.decode()  # the name of a column
    hidden = queries.entries_page(look(cast.ujang), book, "inventory", text="kursi", shown=["place"])
    assert not hidden.rows


def test_a_proof_is_kept_where_its_register_is(cast: Cast, book: UUID) -> None:
    ids = {}
    for register in ("guests", "inventory"):
        ids[register] = services.see_book(
            by=look(cast.ujang), id=uuid7(), book=book, register=register, seen=Seen(True), now=NOW
        )
    assert set(Sighting.objects.filter(in_sight(look(cast.yosef))).values_list("pk", flat=True)) == {ids["inventory"]}
    assert Sighting.objects.filter(in_sight(look(cast.ratna))).count() == 2


def test_the_mentor_reads_and_a_stranger_finds_nothing(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    entry = written(cast, book)
    mentor, stranger = sign_in(cast.ratna), sign_in(cast.maria)
    for name, key in (("institution", (book,)), ("officers", (book,)), ("articles", (book,)),
                      ("register", (book, "inventory"))):
        address = reverse(name, args=key)
        assert (mentor.get(address).status_code, stranger.get(address).status_code) == (200, 404), name
    for name, key in (("articles", (book,)), ("register", (book, "inventory"))):
        assert mentor.post(reverse(name, args=key), {}).status_code == 404
    assert mentor.get(reverse("entry_strike", args=[entry])).status_code == 403
    assert mentor.get(reverse("register", args=[book, "cash"])).status_code == 404


def test_a_book_is_judged_by_what_was_there_on_the_day(cast: Cast, book: UUID) -> None:
    written(cast, book)
    services.see_book(
        by=look(cast.ujang), id=uuid7(), book=book, register="guests", seen=Seen(True, TODAY), now=NOW
    )
    day_before = {one.form.code: one.state for one in queries.book_states(book, TODAY - timedelta(days=1), "53.01")[0]}
    assert (day_before["inventory"], day_before["guests"]) == ("unknown", "unknown")
    assert (states(cast, book)["inventory"], states(cast, book)["guests"]) == ("written", "seen")
