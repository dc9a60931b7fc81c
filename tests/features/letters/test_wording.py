"""An office's own text of a letter: checked name by name, kept in versions, given up for the standard again (B3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.domain.letters.forms import LetterText
from sidamping.domain.problems import Refused
from sidamping.features.letters import queries, services
from sidamping.features.letters.models import Letter, Wording
from sidamping.platform.access.models import User
from sidamping.rules.letters import letter_form
from tests import people, places
from tests.features.letters import desk
from tests.people import Cast, look

OWN = "Kami mohon maaf, {name} belum dapat diterima menurut keputusan {decided_on}:\n{reasons}"


@pytest.fixture
def pmo(cast: Cast) -> User:
    return desk.pmo()


def standard() -> LetterText:
    return letter_form("refused", date(2026, 3, 5)).text


def save(who: User, now: datetime, *, programme: str = desk.MODERN, area: str = places.KUPANG, **parts: Any) -> int:
    text = replace(standard(), **parts)
    return services.save_template(by=look(who), programme=programme, kind="refused", area=area, text=text, now=now)


def codes(act: Callable[[], Any]) -> list[str]:
    with pytest.raises(Refused) as found:
        act()
    return found.value.codes


def test_the_next_letter_uses_the_offices_text_and_earlier_ones_stay(pmo: User, now: datetime) -> None:
    before = Letter.objects.get(pk=desk.refusal(pmo))
    assert save(pmo, now, body=OWN, number="{seq:02d}/PMO-TT/{year}") == 1
    after = Letter.objects.get(pk=desk.refusal(pmo))
    assert after.number == "02/PMO-TT/2026" and after.wording is not None
    told = "Kami mohon maaf, KSP Tunas Harapan belum dapat diterima menurut keputusan 2 Maret 2026:"
    assert {"type": "text", "text": told} in after.content["paragraphs"]
    assert Letter.objects.get(pk=before.pk).content == before.content


def test_the_same_text_again_is_no_new_version(pmo: User, now: datetime) -> None:
    assert save(pmo, now) == 0
    assert [save(pmo, now, body=OWN) for _ in range(2)] == [1, 1]
    assert Wording.objects.count() == 1


def test_an_office_goes_back_to_the_standard_and_the_history_stays(pmo: User, now: datetime) -> None:
    save(pmo, now, body=OWN)
    by = look(pmo)
    again = {"programme": desk.MODERN, "kind": "refused", "area": places.KUPANG, "now": now}
    assert [services.use_standard(by=by, **again) for _ in range(2)] == [2, 2]
    card = queries.wording_card(by, desk.MODERN, "refused", places.KUPANG)
    assert card is not None and not card.own and card.text == standard()
    assert [(one.revision, one.own) for one in card.changes] == [(2, False), (1, True)]
    assert {one.by for one in card.changes} == {"Dorkas Tefa"}


def test_every_fault_of_a_text_is_told_with_its_code(pmo: User, now: datetime) -> None:
    faults = codes(lambda: save(
        pmo, now, number="TT/{tahun}", subject="", body="Untuk {name} dan {nama}", closing="Salam {", signer="x" * 200,
    ))  # fmt: skip
    assert sorted(faults) == sorted([
        "LETTERS_008", "LETTERS_011", "LETTERS_010", "LETTERS_008", "LETTERS_009", "LETTERS_020", "LETTERS_021",
        "LETTERS_021",
    ])  # fmt: skip
    assert Wording.objects.count() == 0


def test_two_kinds_of_letters_never_share_a_number(pmo: User, now: datetime) -> None:
    pattern = letter_form("accepted", date(2026, 3, 5)).text.number
    assert codes(lambda: save(pmo, now, number=pattern)) == ["LETTERS_012"]


def test_two_editors_notice_each_other(pmo: User, now: datetime) -> None:
    save(pmo, now, body=OWN)
    text = replace(standard(), body=OWN + " Salam.")
    over = {"programme": desk.MODERN, "kind": "refused", "area": places.KUPANG, "text": text, "now": now, "seen": 0}
    assert codes(lambda: services.save_template(by=look(pmo), **over)) == ["LETTERS_013"]


def test_nobody_words_the_letters_of_another_office(cast: Cast, pmo: User, now: datetime) -> None:
    for who in (cast.yosef, cast.ratna, cast.dominggus, cast.paulus):
        assert codes(lambda who=who: save(who, now, body=OWN)) == ["LETTERS_014"]
    assert codes(lambda: save(pmo, now, area=places.TTS, body=OWN)) == ["LETTERS_014"]
    assert codes(lambda: save(pmo, now, area="", body=OWN)) == ["LETTERS_014"]


def test_the_text_of_the_nearest_office_holds(cast: Cast, pmo: User, now: datetime) -> None:
    province = people.user("paula", "Paula Riwu")
    people.appoint(province, "pmo", area=places.NTT, programme=desk.MODERN)
    save(province, now, area=places.NTT, body="Provinsi. " + OWN)
    assert "Provinsi. Kami" in str(Letter.objects.get(pk=desk.refusal(pmo)).content)
    save(pmo, now, body="Kabupaten. " + OWN)
    assert "Kabupaten. Kami" in str(Letter.objects.get(pk=desk.refusal(pmo)).content)
    assert "Provinsi. Kami" in str(Letter.objects.get(pk=desk.refusal(province, regency=places.TTS)).content)


def test_the_page_keeps_what_was_written_and_shows_the_faults_and_the_preview(pmo: User) -> None:
    client, address = Client(), reverse("letter_wording", args=[desk.MODERN, "refused"])
    client.force_login(pmo)
    fields = {"number": standard().number, "subject": "Hasil", "body": "Untuk {nama}", "signer": "PMO", "seen": "0"}
    wrong = client.post(address, fields)
    assert wrong.status_code == 422
    assert "LETTERS_008" in wrong.content.decode() and "Untuk {nama}" in wrong.content.decode()
    shown = client.post(address, {**fields, "body": OWN, "preview": "1"})
    assert shown.status_code == 200 and "Kami mohon maaf, KSP Tunas Harapan" in shown.content.decode()
    assert Wording.objects.count() == 0
    assert client.post(address, {**fields, "body": OWN}).status_code == 303
    assert Wording.objects.get().text["body"] == OWN
    assert client.get(reverse("letter_wording_pdf", args=[desk.MODERN, "refused"])).content[:5] == b"%PDF-"
    assert client.post(address, {"standard": "1", "seen": "1"}).status_code == 303
    assert Wording.objects.count() == 2
