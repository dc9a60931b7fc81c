"""Sheets made with the mentee: who writes, what is frozen, who reviews, who never sees (B7, A8, A9, E20)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from PIL import Image
from pypdf import PdfReader

from sidamping.domain.problems import Refused
from sidamping.features.deliverables import queries, services
from sidamping.features.deliverables.models import Version
from sidamping.platform.access.models import User
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests.people import Cast, look

CANVAS = {
    "value": "Renyah tanpa pengawet\nHarga tetap", "customers": "Warung sekitar", "costs": "Pisang\nMinyak",
    "revenue": "Penjualan keripik",
}


@pytest.fixture
def begun(cast: Cast, today: date) -> UUID:
    return services.begin_sheet(
        by=look(cast.ratna), id=uuid7(), engagement_id=cast.engagement.pk, kind="bmc", on=today
    )


@pytest.fixture
def handed_in(cast: Cast, begun: UUID, now: datetime) -> UUID:
    services.save_sheet(by=look(cast.ratna), sheet=begun, typed=CANVAS, seen=0, now=now)
    services.hand_in(by=look(cast.ratna), sheet=begun, now=now)
    return begun


def codes(act: Callable[[], Any]) -> list[str]:
    with pytest.raises(Refused) as refused:
        act()
    return [one.code for one in refused.value.problems]


def test_a_sheet_of_a_kind_is_begun_once(cast: Cast, begun: UUID, today: date) -> None:
    again = services.begin_sheet(
        by=look(cast.ratna), id=uuid7(), engagement_id=cast.engagement.pk, kind="bmc", on=today
    )
    assert again == begun
    assert Activity.objects.filter(action="deliverables.begun").count() == 1


def test_only_the_mentor_in_charge_begins_and_writes(cast: Cast, begun: UUID, today: date, now: datetime) -> None:
    for other in (cast.maria, cast.yosef, cast.ujang):
        by = look(other)
        begin = {"id": uuid7(), "engagement_id": cast.engagement.pk, "kind": "swot", "on": today}
        assert codes(lambda by=by, begin=begin: services.begin_sheet(by=by, **begin)) == ["DELIVERABLES_002"]
        save = {"sheet": begun, "typed": CANVAS, "seen": 0, "now": now}
        assert codes(lambda by=by, save=save: services.save_sheet(by=by, **save)) == ["DELIVERABLES_002"]


def test_two_writers_notice_each_other_and_nothing_is_lost(cast: Cast, begun: UUID, now: datetime) -> None:
    by = look(cast.ratna)
    assert services.save_sheet(by=by, sheet=begun, typed=CANVAS, seen=0, now=now) == 1
    assert services.save_sheet(by=by, sheet=begun, typed=CANVAS, seen=0, now=now) == 1  # sent twice
    other = {**CANVAS, "value": "Lain"}
    assert codes(lambda: services.save_sheet(by=by, sheet=begun, typed=other, seen=0, now=now)) == ["DELIVERABLES_003"]
    found = queries.sheet(by, begun)
    assert found is not None
    assert found.content["value"] == ["Renyah tanpa pengawet", "Harga tetap"]


def test_what_is_missing_is_told_at_once_when_a_sheet_is_handed_in(cast: Cast, begun: UUID, now: datetime) -> None:
    assert codes(lambda: services.hand_in(by=look(cast.ratna), sheet=begun, now=now)) == ["DELIVERABLES_005"] * 4
    assert not Version.objects.exists()


def test_handed_in_twice_is_one_version_that_the_database_keeps(cast: Cast, handed_in: UUID, now: datetime) -> None:
    services.hand_in(by=look(cast.ratna), sheet=handed_in, now=now)
    assert Version.objects.filter(sheet=handed_in).count() == 1
    for statement in (
        "UPDATE deliverables_version SET content = '{}'", "DELETE FROM deliverables_version",
        "UPDATE deliverables_sheet SET kind = 'swot'",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_while_it_waits_nobody_writes(cast: Cast, handed_in: UUID, now: datetime) -> None:
    save = {"sheet": handed_in, "typed": {}, "seen": 1, "now": now}
    assert codes(lambda: services.save_sheet(by=look(cast.ratna), **save)) == ["DELIVERABLES_014"]


def test_a_return_says_why_and_opens_the_next_version(cast: Cast, handed_in: UUID, now: datetime) -> None:
    ratna, yosef = look(cast.ratna), look(cast.yosef)
    version = queries.sheet(yosef, handed_in).newest.id  # type: ignore[union-attr]  # it was just handed in
    act = {"sheet": handed_in, "version": version, "now": now}
    assert codes(lambda: services.review(by=yosef, verdict="returned", **act)) == ["DELIVERABLES_015"]
    services.review(by=yosef, verdict="returned", remark="Lengkapi mitra.", **act)
    services.review(by=yosef, verdict="returned", remark="Lengkapi mitra.", **act)  # sent twice
    mended = {**CANVAS, "partners": "Toko Maju"}
    services.save_sheet(by=ratna, sheet=handed_in, typed=mended, seen=1, now=now)
    services.hand_in(by=ratna, sheet=handed_in, now=now)
    found = queries.sheet(yosef, handed_in)
    assert found is not None
    verdicts = [(one.number, one.review.verdict if one.review else "") for one in found.versions]
    assert verdicts == [(2, ""), (1, "returned")]
    assert "partners" not in found.versions[1].content


def test_an_accepted_sheet_shows_its_version_until_a_change_is_handed_in(
    cast: Cast, handed_in: UUID, now: datetime, sign_in: Callable[[User], Client]
) -> None:
    ratna, yosef = look(cast.ratna), look(cast.yosef)
    version = queries.sheet(yosef, handed_in).newest.id  # type: ignore[union-attr]  # it was just handed in
    services.review(by=yosef, sheet=handed_in, version=version, verdict="accepted", now=now)
    assert codes(lambda: services.hand_in(by=ratna, sheet=handed_in, now=now)) == ["DELIVERABLES_019"]
    services.save_sheet(by=ratna, sheet=handed_in, typed={**CANVAS, "value": "Isi baru"}, seen=1, now=now)
    pdf = sign_in(cast.ratna).get(reverse("sheet_pdf", args=[handed_in]))
    text = PdfReader(BytesIO(pdf.content)).pages[0].extract_text()
    assert "Isi baru" not in text
    assert "Versi 1" in text
    found = queries.sheet(ratna, handed_in)
    assert found is not None
    assert (found.content["value"][0], found.draft["value"], found.unsent) == (
        "Renyah tanpa pengawet", ["Isi baru"], True,
    )
    assert queries.sheet(yosef, handed_in).draft == {}  # type: ignore[union-attr]  # as above
    services.hand_in(by=ratna, sheet=handed_in, now=now)
    assert Version.objects.filter(sheet=handed_in).count() == 2


def test_two_long_names_do_not_become_one_sheet(cast: Cast, today: date) -> None:
    begin = {"engagement_id": cast.engagement.pk, "kind": "bmc", "on": today, "name": "n" * 81}
    assert codes(lambda: services.begin_sheet(by=look(cast.ratna), id=uuid7(), **begin)) == ["DELIVERABLES_020"]


def test_nobody_reviews_what_they_wrote_or_what_is_not_theirs(cast: Cast, handed_in: UUID, now: datetime) -> None:
    version = queries.sheet(look(cast.ratna), handed_in).newest.id  # type: ignore[union-attr]  # it was just handed in
    act = {"sheet": handed_in, "version": version, "verdict": "accepted", "now": now}
    for other in (cast.ratna, cast.maria, cast.ujang):
        by = look(other)
        assert codes(lambda by=by: services.review(by=by, **act)) == ["DELIVERABLES_016"]


def test_a_draft_is_read_by_its_mentor_and_its_cooperative_only(cast: Cast, begun: UUID) -> None:
    seen = {who.username: queries.sheet(look(who), begun) is not None
            for who in (cast.ratna, cast.ujang, cast.yosef, cast.maria)}  # fmt: skip
    assert seen == {"ratna": True, "ujang": True, "yosef": False, "maria": False}


def test_a_profile_takes_from_the_records_what_is_known(cast: Cast, today: date, now: datetime) -> None:
    by = look(cast.ratna)
    id = services.begin_sheet(by=by, id=uuid7(), engagement_id=cast.engagement.pk, kind="pos", on=today)
    found = queries.sheet(by, id)
    assert found is not None
    identity = dict(found.facts[0].rows)
    assert identity["Nama"] == cast.merah_putih.party.name
    typed = {"products": "Simpan pinjam", "potentials": "Anggota rajin", "target": "Buku kas harian"}
    services.save_sheet(by=by, sheet=id, typed=typed, seen=0, now=now)
    services.hand_in(by=by, sheet=id, now=now)
    cast.merah_putih.party.name = "Nama baru"
    cast.merah_putih.party.save()
    frozen = queries.sheet(look(cast.yosef), id)
    assert frozen is not None
    assert dict(frozen.facts[0].rows)["Nama"] == identity["Nama"]


def test_a_catalogue_is_written_with_a_photo_and_printed(
    cast: Cast, today: date, sign_in: Callable[[User], Client]
) -> None:
    id = services.begin_sheet(
        by=look(cast.ratna), id=uuid7(), engagement_id=cast.engagement.pk, kind="product-catalogue", on=today
    )
    client, drawn = sign_in(cast.ratna), BytesIO()
    Image.new("RGB", (40, 30), "teal").save(drawn, "PNG")
    sent = {
        "seen": "0", "order": "Telepon 0813", "products-1-name": "Keripik pisang", "products-1-price": "15.000",
        "products-1-photo-file": SimpleUploadedFile("keripik.png", drawn.getvalue(), "image/png"),
    }
    answer = client.post(reverse("sheet_edit", args=[id]), sent)
    assert answer.status_code == 303
    page = client.get(reverse("sheet", args=[id])).content.decode()
    assert "Rp15.000" in page
    assert "foto" in page
    pdf = client.get(reverse("sheet_pdf", args=[id]))
    text = PdfReader(BytesIO(pdf.content)).pages[0].extract_text()
    assert "Keripik pisang" in text
    assert "Rp15.000" in text
    assert len(PdfReader(BytesIO(pdf.content)).pages) == 1


def test_a_wrong_row_keeps_what_was_typed_and_names_its_place(
    cast: Cast, today: date, sign_in: Callable[[User], Client]
) -> None:
    id = services.begin_sheet(
        by=look(cast.ratna), id=uuid7(), engagement_id=cast.engagement.pk, kind="business-plan", on=today
    )
    sent = {"seen": "0", "product": "Keripik", "income-1-what": "Warung", "income-1-amount": "banyak"}
    answer = sign_in(cast.ratna).post(reverse("sheet_edit", args=[id]), sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "DELIVERABLES_010" in page
    assert 'value="banyak"' in page
    found = queries.sheet(look(cast.ratna), id)
    assert found is not None
    assert found.content == {}


def test_a_sheet_of_businesses_is_not_begun_for_a_cooperative(cast: Cast, today: date) -> None:
    begin = {"engagement_id": cast.engagement.pk, "kind": "cash-flow", "on": today}
    assert codes(lambda: services.begin_sheet(by=look(cast.ratna), id=uuid7(), **begin)) == ["DELIVERABLES_001"]


@pytest.mark.parametrize("kind", ["bmc", "swot", "stakeholder-map", "business-plan", "pos", "action-plan",
                                  "business-network", "terms-of-reference", "product-catalogue"])  # fmt: skip
def test_every_kind_prints_on_one_page_even_empty(
    cast: Cast, today: date, kind: str, sign_in: Callable[[User], Client]
) -> None:
    host = cast.engagement.pk
    id = services.begin_sheet(by=look(cast.ratna), id=uuid7(), engagement_id=host, kind=kind, on=today)
    pdf = sign_in(cast.ratna).get(reverse("sheet_pdf", args=[id]))
    assert len(PdfReader(BytesIO(pdf.content)).pages) == 1


def test_the_pages_ask_the_database_at_most_ten_times(
    cast: Cast, handed_in: UUID, sign_in: Callable[[User], Client], at_most_queries: Any
) -> None:
    client = sign_in(cast.ratna)
    for address in (reverse("sheets", args=[cast.engagement.pk]), reverse("sheet", args=[handed_in])):
        with at_most_queries(10):
            assert client.get(address).status_code == 200
