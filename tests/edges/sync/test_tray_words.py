"""The tray tells what a record says in people's words: no codes, no ids, no JSON (F1, tray pages)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.domain.sync import Difference
from sidamping.edges.sync.tray.values import Reading
from sidamping.edges.sync.tray.words import compared
from sidamping.features.papers.models import Draft
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests.edges.sync.phones import Phone, visit_body
from tests.edges.sync.test_signed import carried
from tests.features.papers import desk
from tests.people import Cast

SignIn = Callable[[User], Client]
SHEET = """
Tanggal          | 4 Nov 2026
Jam mulai        | 09.00
Cara             | Kunjungan di tempat
Desa             | Bolok
Dampingan        | Merah Putih; Nama yang hadir: Ujang Mantap
Biaya            | Rp50.000
Janji | Merah Putih; Isi: Menyalin; Tugas siapa: Dampingan; Nama penanggung jawab: Ina; Batas waktu: 12 Nov 2026
"""


def told(client: Client, record: str, head: str = "Isi catatan") -> dict[str, str]:
    """Label → value of the block 'Isi catatan'."""
    page = client.get(reverse("tray_record", args=[record])).content.decode()
    block = page[page.index(f"{head}</h2>") :].split("</section>")[0]
    assert "{" not in block and "[" not in block
    return dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", block))


def visit(cast: Cast, **changes: Any) -> dict[str, Any]:
    promise = {
        "id": str(uuid7()), "engagement": str(cast.engagement.pk), "text": "Menyalin",
        "owner_side": "mentee", "owner_name": "Ina", "due": "2026-11-12",
    }
    return visit_body(cast.engagement, cost=50_000, follow_ups=[promise], **changes)


def test_a_visit_reads_as_its_writer_would_tell_it(cast: Cast, phone: Phone, now: datetime, sign_in: SignIn) -> None:
    sent = phone.seal("fieldwork.visit", visit(cast))
    phone.send(sent, now=now)
    expected = dict(re.split(r"\s*\| ", line) for line in SHEET.strip().splitlines())
    for who in (cast.ratna, cast.yosef):
        found = told(sign_in(who), sent["id"])
        assert {label: found[label] for label in expected} == expected


def test_a_correction_names_the_visit_it_corrects(cast: Cast, phone: Phone, now: datetime, sign_in: SignIn) -> None:
    sent = phone.seal("fieldwork.visit", visit(cast))
    edit = phone.seal("fieldwork.visit_revision", visit(cast, visit=sent["id"], reason="Jam"), replaces=sent["id"])
    phone.send(sent, edit, now=now)
    assert told(sign_in(cast.ratna), edit["id"])["Kunjungan"] == "Kunjungan, nomor 1"


def test_a_worksheet_is_told_by_the_labels_of_its_cells(
    cast: Cast, phone: Phone, now: datetime, sign_in: SignIn
) -> None:
    content = {"content": {"chart": "ya"}, "engagement": str(cast.engagement.pk), "kind": "structure", "seen": 0}
    sent = phone.seal("deliverables.sheet", content)
    phone.send(sent, now=now)
    found = told(sign_in(cast.ratna), sent["id"])
    [cell] = [label for label, value in found.items() if value == "ya"]
    assert "chart" not in cell and found["Jenis"] != "structure"


def test_words_of_a_paper_are_told_by_its_title_and_the_headings_of_its_parts(
    cast: Cast, phone: Phone, now: datetime, sign_in: SignIn
) -> None:
    desk.visit(cast, date(2026, 10, 12))
    about = {"kind": "lap-kegiatan", "period": "2026-10", "engagement": str(cast.engagement.pk)}
    client = sign_in(cast.ratna)
    key = carried(client, "@".join(about.values()))["words"][0]["key"]
    part = [{"key": key, "was": "", "text": "Ketua minta jadwal pagi."}]
    opening = phone.seal("papers.draft", {**about, "words": part})
    phone.send(opening, now=now)
    later = phone.seal("papers.draft", {"paper": str(Draft.objects.get().paper_id), "words": part})
    phone.send(later, now=now)
    found = told(client, opening["id"])
    assert "lap-kegiatan" not in found["Jenis"] and found["Masa"] == "Oktober 2026"
    assert "narrative" not in found["Uraian"] and found["Uraian"].endswith("Isi: Ketua minta jadwal pagi.")
    assert told(client, later["id"])["Laporan"] == f"{found['Jenis']}, Oktober 2026"


def test_a_content_that_nobody_can_read_is_shown_as_it_came_with_a_word_why(
    cast: Cast, phone: Phone, now: datetime, sign_in: SignIn
) -> None:
    sent = phone.seal("space.travel", "[1]")
    phone.send(sent, now=now)
    page = sign_in(cast.yosef).get(reverse("tray_record", args=[sent["id"]])).content.decode()
    assert "Catatan jenis lain (space.travel)" in page
    assert page.index("tidak dapat dibaca bagian demi bagian") < page.index(">[1]<")


def test_who_reads_english_reads_days_money_and_codes_in_english(
    cast: Cast, phone: Phone, now: datetime, sign_in: SignIn
) -> None:
    sent = phone.seal("fieldwork.visit", visit(cast))
    phone.send(sent, now=now)
    client = sign_in(cast.ratna)
    client.cookies["django_language"] = "en"
    page = client.get(reverse("tray_record", args=[sent["id"]])).content.decode()
    assert "Rp50,000" in page and "<dd>09:00</dd>" in page


def test_who_reads_english_reads_the_parts_of_a_paper_in_english(
    cast: Cast, phone: Phone, now: datetime, sign_in: SignIn
) -> None:
    about = {"kind": "lap-kegiatan", "period": "2026-10", "engagement": str(cast.engagement.pk)}
    part = [{"key": "narrative.note", "was": "", "text": "Ketua minta jadwal pagi."}]
    sent = phone.seal("papers.draft", {**about, "words": part})
    phone.send(sent, now=now)
    client = sign_in(cast.ratna)
    client.cookies["django_language"] = "en"
    found = told(client, sent["id"], "What the record says")
    assert found["Period"] == "October 2026" and "Further remarks" in found["Text"]


@pytest.mark.parametrize("empty", [None, "", [], {}])
def test_an_empty_field_and_a_missing_one_are_nothing_to_choose_between(empty: Any) -> None:
    found = compared((Difference("topics", None, empty), Difference("advice", empty, "Simpan kuitansi")), Reading())
    assert [(one.field, one.value, one.other) for one in found] == [("advice", "(kosong)", "Simpan kuitansi")]
