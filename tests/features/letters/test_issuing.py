"""Issuing letters: numbered without a gap, frozen, once for an id, within the own area (B3, B12, F9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from pypdf import PdfReader

from sidamping.domain.papers.canonical import digest
from sidamping.domain.problems import Refused
from sidamping.features.letters import queries
from sidamping.features.letters.models import Letter
from sidamping.features.letters.render.pdf import pdf_of
from sidamping.platform.access.models import User
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.features.letters import desk
from tests.features.letters.desk import refusal
from tests.people import Cast, look


@pytest.fixture
def pmo(cast: Cast) -> User:
    return desk.pmo()


def codes(act: Callable[[], Any]) -> list[str]:
    with pytest.raises(Refused) as found:
        act()
    return found.value.codes


def test_a_letter_gets_the_next_number_of_its_programme_kind_and_year(pmo: User) -> None:
    numbers = [Letter.objects.get(pk=refusal(pmo)).number for _ in range(2)]
    later = Letter.objects.get(pk=refusal(pmo, on=date(2027, 1, 4))).number
    other = Letter.objects.get(pk=refusal(pmo, kind="invitation", facts={
        "event": "Pembekalan", "held_on": date(2026, 3, 20), "time": "09.00", "venue": "Aula",
    })).number  # fmt: skip
    assert numbers == ["001/TT/KOPERASI-MODERN-USULAN/III/2026", "002/TT/KOPERASI-MODERN-USULAN/III/2026"]
    assert later == "001/TT/KOPERASI-MODERN-USULAN/I/2027"
    assert other == "001/UN/KOPERASI-MODERN-USULAN/III/2026"


def test_a_refused_issue_leaves_no_gap(pmo: User) -> None:
    refusal(pmo)
    assert codes(lambda: refusal(pmo, facts={"name": "KSP"})) == ["LETTERS_002", "LETTERS_002"]
    assert Letter.objects.get(pk=refusal(pmo)).seq == 2


def test_the_same_identifier_issues_once(pmo: User) -> None:
    id = uuid7()
    assert refusal(pmo, id=id) == refusal(pmo, id=id)
    assert Letter.objects.count() == 1
    assert Activity.objects.filter(action="letters.issued", subject_id=id).count() == 1


def test_the_same_identifier_with_other_content_is_refused(pmo: User) -> None:
    id = refusal(pmo)
    assert codes(lambda: refusal(pmo, id=id, recipient="Orang lain")) == ["LETTERS_007"]
    assert codes(lambda: refusal(pmo, id=id, facts={**desk.REFUSAL, "reasons": ["Lain"]})) == ["LETTERS_007"]


def test_every_fault_of_the_facts_is_told_at_once(pmo: User) -> None:
    facts = {"name": "KSP", "decided_on": "kemarin", "reasons": [], "nama": "salah ketik"}
    wrong = codes(lambda: refusal(pmo, facts=facts, recipient="  "))
    assert wrong == ["LETTERS_005", "LETTERS_003", "LETTERS_004", "LETTERS_002"]


def test_an_unknown_kind_of_letter_is_refused(pmo: User) -> None:
    assert codes(lambda: refusal(pmo, kind="surat-cinta")) == ["LETTERS_001"]


def test_nobody_issues_outside_the_own_programme_and_area(cast: Cast, pmo: User) -> None:
    assert codes(lambda: refusal(pmo, regency=places.TTS)) == ["LETTERS_006"]
    assert codes(lambda: refusal(pmo, programme="tpk-ntt-2018")) == ["LETTERS_006"]
    for stranger in (cast.ratna, cast.yosef, cast.ujang, cast.agnes):
        assert codes(lambda stranger=stranger: refusal(stranger)) == ["LETTERS_006"]


def test_a_letter_without_an_area_belongs_to_the_office_that_issues_it(pmo: User) -> None:
    assert Letter.objects.get(pk=refusal(pmo, regency="")).area == places.KUPANG


def test_a_mentor_issues_for_the_own_mentee_alone(cast: Cast) -> None:
    hers = {"programme": people.PROGRAMME, "engagement": cast.engagement.pk}
    assert codes(lambda: refusal(cast.maria, **hers)) == ["LETTERS_006"]
    card = queries.letter_card(look(cast.dominggus), desk.copy_of(cast))
    assert card is not None
    assert (card.area, card.line.awaited) == (places.KUPANG, ("dinas_regency", "dinas_province"))
    assert card.content["signer"]["electronic"] is False


def test_what_a_letter_says_is_frozen_with_its_hash(pmo: User) -> None:
    row = Letter.objects.get(pk=refusal(pmo))
    assert digest(row.content) == row.sha256
    assert row.content["signer"] == {
        "label": "a.n. Tim PMO Koperasi Modern", "name": "Dorkas Tefa", "nip": "198001012005012001", "electronic": True,
    }  # fmt: skip
    assert {"type": "list", "items": ["Berkas RAT tidak ada", "Pengurus belum siap"]} in row.content["paragraphs"]
    for statement in ("UPDATE letters_letter SET number = 'X'", "DELETE FROM letters_letter"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_the_file_is_the_same_bytes_and_says_who_and_why(pmo: User) -> None:
    card = queries.letter_card(look(pmo), refusal(pmo))
    assert card is not None
    content = pdf_of(queries.sheet_of(card))
    assert content == pdf_of(queries.sheet_of(card)) == queries.letter_file(card.line.id)
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    for words in ("001/TT/KOPERASI-MODERN-USULAN/III/2026", "5 Maret 2026", "Ketua KSP Tunas Harapan",
                  "Pengurus belum siap", "Dorkas Tefa", card.sha256):
        assert words in text.replace("\n", " ") or words in text
