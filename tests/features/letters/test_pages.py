"""Pages and interface of letters: found by scope and filter, read whole, few questions to the database (F10)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.features.letters import queries
from sidamping.features.letters.queries import LetterFilter
from sidamping.platform.access.models import User
from tests import places
from tests.features.letters import desk
from tests.people import Cast, look

SignIn = Callable[[User], Client]
ROOT = "/api/v1"


@pytest.fixture
def pmo(cast: Cast) -> User:
    return desk.pmo()


def test_a_letter_is_seen_by_its_programme_and_area(cast: Cast, pmo: User) -> None:
    modern, copy = desk.refusal(pmo), desk.copy_of(cast)
    seen = {
        who.username: {one.id for one in queries.letters_page(look(who)).rows}
        for who in (pmo, cast.ratna, cast.ujang, cast.yosef, cast.petronela, cast.maria, cast.agnes, cast.anton)
    }
    assert seen == {
        "dorkas": {modern}, "ratna": {copy}, "ujang": {copy}, "yosef": {copy}, "petronela": {copy}, "maria": set(),
        "agnes": set(), "anton": set(),
    }  # fmt: skip


def test_a_list_is_narrowed_by_kind_year_state_and_words(cast: Cast, pmo: User) -> None:
    letter, by = desk.refusal(pmo), look(pmo)
    desk.refusal(pmo, recipient="Orang lain")
    found = [
        LetterFilter(kind="refused", text="tunas"), LetterFilter(year=2026, text="001/TT"),
        LetterFilter(programme=desk.MODERN, state="valid", text="Tunas"),
    ]  # fmt: skip
    for wanted in found:
        assert [one.id for one in queries.letters_page(by, wanted).rows] == [letter]
    for nothing in (LetterFilter(kind="sk"), LetterFilter(year=2025), LetterFilter(state="void")):
        assert queries.letters_page(by, nothing).rows == ()


def test_letters_of_a_mentoring_stand_with_it(cast: Cast) -> None:
    copy = desk.copy_of(cast)
    assert [one.id for one in queries.letters_of(look(cast.yosef), engagement=cast.engagement.pk)] == [copy]
    assert queries.letters_of(look(cast.maria), engagement=cast.engagement.pk) == ()


def test_the_pages_ask_little_of_the_database(
    cast: Cast, sign_in: SignIn, at_most_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    copies = [desk.copy_of(cast) for _ in range(6)]
    client = sign_in(cast.dominggus)
    for address in (reverse("letters"), reverse("letter", args=[copies[0]])):
        with at_most_queries(10):
            assert client.get(address).status_code == 200


def test_the_office_reads_acknowledges_and_downloads(cast: Cast, sign_in: SignIn) -> None:
    copy, office = desk.copy_of(cast), sign_in(cast.dominggus)
    assert "Menunggu tanda terima Anda" in office.get(reverse("letters")).content.decode()
    page = office.get(reverse("letter", args=[copy])).content.decode()
    assert "Terima surat" in page and "Laporan tahunan" in page
    assert office.post(reverse("letter_acknowledge", args=[copy]), {"remark": "Arsip"}).status_code == 303
    assert "Arsip" in office.get(reverse("letter", args=[copy])).content.decode()
    assert office.get(reverse("letter_pdf", args=[copy])).content[:5] == b"%PDF-"
    assert sign_in(cast.maria).get(reverse("letter", args=[copy])).status_code == 404
    late = sign_in(cast.sarlin).post(reverse("letter_acknowledge", args=[copy]))
    assert late.status_code == 422 and "LETTERS_015" in late.content.decode()


def test_a_reason_is_asked_for_before_a_letter_becomes_void(cast: Cast, sign_in: SignIn) -> None:
    copy, keeper = desk.copy_of(cast), sign_in(cast.sarlin)
    wrong = keeper.post(reverse("letter_void", args=[copy]), {"why": ""})
    assert wrong.status_code == 422 and "LETTERS_017" in wrong.content.decode()
    assert keeper.post(reverse("letter_void", args=[copy]), {"why": "Salah alamat"}).status_code == 303
    assert "Salah alamat" in keeper.get(reverse("letter", args=[copy])).content.decode()


def test_programs_list_read_and_act_within_scope(cast: Cast, sign_in: SignIn, now: datetime) -> None:
    copy, office, maria = desk.copy_of(cast), sign_in(cast.dominggus), sign_in(cast.maria)
    rows = office.get(f"{ROOT}/letters?kind=handover-copy&state=waiting").json()["rows"]
    assert [(one["id"], one["number"]) for one in rows] == [(str(copy), "001/TB/TPK-NTT-2018/XI/2026")]
    said = {"remark": ""}
    for _ in range(2):
        answer = office.post(f"{ROOT}/letters/{copy}/acknowledge", said, content_type="application/json")
        assert answer.status_code == 200 and answer.json()["letter"]["state"] == "acknowledged"
    assert maria.get(f"{ROOT}/letters/{copy}").status_code == 404
    assert maria.get(f"{ROOT}/letters").json()["rows"] == []
    assert Client().get(f"{ROOT}/letters").status_code == 401
    void = sign_in(cast.yosef).post(f"{ROOT}/letters/{copy}/void", {"why": "x"}, content_type="application/json")
    assert void.status_code == 422 and void.json()["problems"][0]["code"] == "LETTERS_018"
    done = sign_in(cast.sarlin).post(f"{ROOT}/letters/{copy}/void", {"why": "Salah"}, content_type="application/json")
    assert done.json()["void_why"] == "Salah"
    assert queries.letter_card(look(cast.sarlin), copy).area == places.KUPANG  # type: ignore[union-attr]  # it is there
