"""Issuing letters: numbered without a gap, frozen, once for an id, within the own area (B3, B12, F9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from pypdf import PdfReader

from sidamping.domain.papers.canonical import digest
from sidamping.domain.problems import Refused
from sidamping.features.letters import queries, services
from sidamping.features.letters.models import Letter
from sidamping.features.letters.render.pdf import pdf_of
from sidamping.platform.access.models import User
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.people import Cast, look

MODERN = "koperasi-modern-usulan"
REFUSAL = {
    "name": "KSP Tunas Harapan", "decided_on": date(2026, 3, 2),
    "reasons": ["Berkas RAT tidak ada", "Pengurus belum siap"],
}  # fmt: skip


@pytest.fixture
def pmo(cast: Cast) -> User:
    """The PMO of the recommended model in Kupang."""
    who = people.user("dorkas", "Dorkas Tefa", nip="198001012005012001")
    people.appoint(who, "pmo", area=places.KUPANG, programme=MODERN)
    return who


def refused(pmo: User, **changed: Any) -> UUID:
    """A letter of refusal issued by the PMO."""
    values = {"programme": MODERN, "kind": "refused", "recipient": "Ketua KSP Tunas Harapan", "place": "Kupang",
              "facts": REFUSAL, "on": date(2026, 3, 5), "regency": places.KUPANG, "id": uuid7()}  # fmt: skip
    return services.issue(by=look(pmo), **{**values, **changed})


def codes(act: Callable[[], Any]) -> list[str]:
    with pytest.raises(Refused) as found:
        act()
    return found.value.codes


def test_a_letter_gets_the_next_number_of_its_programme_kind_and_year(pmo: User) -> None:
    numbers = [Letter.objects.get(pk=refused(pmo)).number for _ in range(2)]
    later = Letter.objects.get(pk=refused(pmo, on=date(2027, 1, 4))).number
    other = Letter.objects.get(pk=refused(pmo, kind="invitation", facts={
        "event": "Pembekalan", "held_on": date(2026, 3, 20), "time": "09.00", "venue": "Aula",
    })).number  # fmt: skip
    assert numbers == ["001/TT/KOPERASI-MODERN-USULAN/III/2026", "002/TT/KOPERASI-MODERN-USULAN/III/2026"]
    assert later == "001/TT/KOPERASI-MODERN-USULAN/I/2027"
    assert other == "001/UN/KOPERASI-MODERN-USULAN/III/2026"


def test_a_refused_issue_leaves_no_gap(pmo: User) -> None:
    refused(pmo)
    assert codes(lambda: refused(pmo, facts={"name": "KSP"})) == ["LETTERS_002", "LETTERS_002"]
    assert Letter.objects.get(pk=refused(pmo)).seq == 2


def test_the_same_identifier_issues_once(pmo: User) -> None:
    id = uuid7()
    assert refused(pmo, id=id) == refused(pmo, id=id)
    assert Letter.objects.count() == 1
    assert Activity.objects.filter(action="letters.issued", subject_id=id).count() == 1


def test_the_same_identifier_with_other_content_is_refused(pmo: User) -> None:
    id = refused(pmo)
    assert codes(lambda: refused(pmo, id=id, recipient="Orang lain")) == ["LETTERS_007"]
    assert codes(lambda: refused(pmo, id=id, facts={**REFUSAL, "reasons": ["Lain"]})) == ["LETTERS_007"]


def test_every_fault_of_the_facts_is_told_at_once(pmo: User) -> None:
    facts = {"name": "KSP", "decided_on": "kemarin", "reasons": [], "nama": "salah ketik"}
    wrong = codes(lambda: refused(pmo, facts=facts, recipient="  "))
    assert wrong == ["LETTERS_005", "LETTERS_003", "LETTERS_004", "LETTERS_002"]


def test_an_unknown_kind_of_letter_is_refused(pmo: User) -> None:
    assert codes(lambda: refused(pmo, kind="surat-cinta")) == ["LETTERS_001"]


def test_nobody_issues_outside_the_own_programme_and_area(cast: Cast, pmo: User) -> None:
    assert codes(lambda: refused(pmo, regency=places.TTS)) == ["LETTERS_006"]
    assert codes(lambda: refused(pmo, programme="tpk-ntt-2018")) == ["LETTERS_006"]
    for stranger in (cast.ratna, cast.yosef, cast.ujang, cast.agnes):
        assert codes(lambda stranger=stranger: refused(stranger)) == ["LETTERS_006"]


def test_a_letter_without_an_area_belongs_to_the_office_that_issues_it(pmo: User) -> None:
    assert Letter.objects.get(pk=refused(pmo, regency="")).area == places.KUPANG


def test_a_mentor_issues_for_the_own_mentee_alone(cast: Cast) -> None:
    facts = {"mentee": "Merah Putih", "mentor": "Ratna Tefa", "period": "2026", "documents": ["Laporan tahunan"]}
    values: dict[str, Any] = {
        "programme": "tpk-ntt-2018", "kind": "handover-copy", "recipient": "Kepala Dinas", "place": "Kupang",
        "facts": facts, "on": people.TODAY, "engagement": cast.engagement.pk,
    }  # fmt: skip
    assert codes(lambda: services.issue(by=look(cast.maria), id=uuid7(), **values)) == ["LETTERS_006"]
    card = queries.letter_card(look(cast.dominggus), services.issue(by=look(cast.ratna), id=uuid7(), **values))
    assert card is not None
    assert (card.area, card.line.awaited) == (places.KUPANG, ("dinas_regency", "dinas_province"))
    assert card.content["signer"]["electronic"] is False


def test_what_a_letter_says_is_frozen_with_its_hash(pmo: User) -> None:
    row = Letter.objects.get(pk=refused(pmo))
    assert digest(row.content) == row.sha256
    assert row.content["signer"] == {
        "label": "a.n. Tim PMO Koperasi Modern", "name": "Dorkas Tefa", "nip": "198001012005012001", "electronic": True,
    }  # fmt: skip
    assert {"type": "list", "items": ["Berkas RAT tidak ada", "Pengurus belum siap"]} in row.content["paragraphs"]
    for statement in ("UPDATE letters_letter SET number = 'X'", "DELETE FROM letters_letter"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_the_file_is_the_same_bytes_and_says_who_and_why(pmo: User) -> None:
    card = queries.letter_card(look(pmo), refused(pmo))
    assert card is not None
    content = pdf_of(queries.sheet_of(card))
    assert content == pdf_of(queries.sheet_of(card)) == queries.letter_file(card.line.id)
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    for words in ("001/TT/KOPERASI-MODERN-USULAN/III/2026", "5 Maret 2026", "Ketua KSP Tunas Harapan",
                  "Pengurus belum siap", "Dorkas Tefa", card.sha256):
        assert words in text.replace("\n", " ") or words in text
