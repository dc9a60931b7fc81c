"""What an office does with a letter: acknowledges it once, or declares it void with a reason (B12, F9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from sidamping.domain.problems import Refused
from sidamping.features.letters import queries, services
from sidamping.features.letters.models import Acknowledgement, Letter, Void
from sidamping.features.letters.queries import LetterFilter
from sidamping.platform.access.models import User
from sidamping.platform.activity.models import Activity
from tests import people, places
from tests.features.letters import desk
from tests.people import Cast, look


@pytest.fixture
def pmo(cast: Cast) -> User:
    return desk.pmo()


def codes(act: Callable[[], Any]) -> list[str]:
    with pytest.raises(Refused) as found:
        act()
    return found.value.codes


def test_the_office_of_the_regency_sees_and_acknowledges_a_copy_once(cast: Cast, now: datetime) -> None:
    """B12: a copy of the reports goes to the office, which says that it holds it."""
    copy, office = desk.copy_of(cast), look(cast.dominggus)
    assert [one.id for one in queries.waiting_letters(office)] == [copy]
    for _ in range(2):
        services.acknowledge(by=office, letter=copy, now=now, remark="Diarsipkan")
    card = queries.letter_card(look(cast.ratna), copy)
    assert card is not None
    assert [(one.role, one.by, one.remark) for one in card.acknowledgements] == [
        ("dinas_regency", "Dominggus Lay", "Diarsipkan")
    ]
    assert (card.line.state, card.line.awaited) == ("acknowledged", ("dinas_province",))
    assert Activity.objects.filter(action="letters.acknowledged", subject_id=copy).count() == 1
    assert queries.waiting_letters(office) == ()
    assert [one.id for one in queries.waiting_letters(look(cast.petronela))] == [copy]


def test_who_is_late_is_told_who_was_first(cast: Cast, now: datetime) -> None:
    copy, other = desk.copy_of(cast), people.user("nona", "Nona Lay")
    people.appoint(other, "dinas_regency", area=places.KUPANG)
    services.acknowledge(by=look(cast.dominggus), letter=copy, now=now)
    assert codes(lambda: services.acknowledge(by=look(other), letter=copy, now=now)) == ["LETTERS_016"]


def test_only_the_asked_offices_acknowledge_within_their_area(cast: Cast, now: datetime) -> None:
    copy = desk.copy_of(cast)
    for who, code in ((cast.yosef, "LETTERS_015"), (cast.ratna, "LETTERS_015"), (cast.maria, "LETTERS_022")):
        assert codes(lambda who=who: services.acknowledge(by=look(who), letter=copy, now=now)) == [code]
    far = people.user("marten", "Marten Nabu")
    people.appoint(far, "dinas_regency", area=places.TTS)
    assert codes(lambda: services.acknowledge(by=look(far), letter=copy, now=now)) == ["LETTERS_022"]


def test_a_notice_to_a_whole_province_is_read_and_acknowledged_in_its_regencies(cast: Cast, now: datetime) -> None:
    """B3: the offices learn who will mentor in their area."""
    province = people.user("paula", "Paula Riwu")
    people.appoint(province, "pmo", area=places.NTT, programme=desk.MODERN)
    office = people.user("marten", "Marten Nabu")
    people.appoint(office, "dinas_regency", area=places.TTS, programme=desk.MODERN)
    facts = {"names": ["Ratna Tefa"], "area": "Prov. NTT", "starts": people.TODAY}
    notice = desk.refusal(province, kind="dinas-notice", facts=facts, regency=places.NTT)
    decision = desk.refusal(province, regency=places.NTT)
    assert [one.id for one in queries.waiting_letters(look(office))] == [notice]
    services.acknowledge(by=look(office), letter=notice, now=now)
    assert queries.letter_card(look(office), decision) is None
    assert queries.letter_card(look(cast.dominggus), notice) is None


def test_a_letter_is_declared_void_with_a_reason_and_never_deleted(pmo: User, now: datetime) -> None:
    letter, by = desk.refusal(pmo), look(pmo)
    assert codes(lambda: services.declare_void(by=by, letter=letter, why="  ", now=now)) == ["LETTERS_017"]
    for _ in range(2):
        services.declare_void(by=by, letter=letter, why="Nama keliru", now=now)
    assert Void.objects.get().why == "Nama keliru"
    card = queries.letter_card(by, letter)
    assert card is not None and (card.line.state, card.may) == ("void", frozenset())
    assert Letter.objects.get(pk=desk.refusal(pmo)).seq == 2
    assert [one.id for one in queries.letters_page(by, LetterFilter(state="void")).rows] == [letter]
    assert Activity.objects.filter(action="letters.voided").count() == 1


def test_a_void_letter_is_not_acknowledged_any_more(cast: Cast, now: datetime) -> None:
    copy = desk.copy_of(cast)
    services.declare_void(by=look(cast.sarlin), letter=copy, why="Laporan salah", now=now)
    assert codes(lambda: services.acknowledge(by=look(cast.dominggus), letter=copy, now=now)) == ["LETTERS_019"]
    assert Acknowledgement.objects.count() == 0


def test_others_do_not_declare_a_letter_void(cast: Cast, now: datetime) -> None:
    copy = desk.copy_of(cast)
    for who, code in ((cast.yosef, "LETTERS_018"), (cast.dominggus, "LETTERS_018"), (cast.maria, "LETTERS_022")):
        void = {"letter": copy, "why": "Coba", "now": now}
        assert codes(lambda who=who, void=void: services.declare_void(by=look(who), **void)) == [code]


def test_an_answer_names_a_letter_within_scope(cast: Cast, pmo: User) -> None:
    first = desk.refusal(pmo)
    answered = queries.letter_card(look(pmo), desk.refusal(pmo, reply_to=first))
    assert answered is not None and answered.reply_to == first
    copy = desk.copy_of(cast)
    assert codes(lambda: desk.refusal(pmo, reply_to=copy)) == ["LETTERS_022"]


def test_the_public_page_says_valid_or_void_and_no_name(pmo: User, now: datetime) -> None:
    letter = Letter.objects.get(pk=desk.refusal(pmo))
    answer = Client().get(f"/cek/surat/{letter.token}/")
    text = answer.content.decode()
    assert answer.status_code == 200 and answer["X-Robots-Tag"] == "noindex, nofollow"
    assert "Surat ini terdaftar dan berlaku" in text and letter.number in text and letter.sha256 in text
    assert "Tunas Harapan" not in text and "RAT" not in text
    services.declare_void(by=look(pmo), letter=letter.pk, why="Nama keliru", now=now)
    assert "Surat ini sudah dibatalkan" in Client().get(f"/cek/surat/{letter.token}/").content.decode()
    assert Client().get("/cek/surat/salah/").status_code == 404
