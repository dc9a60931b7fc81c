"""Benefits by area (B15): countable, dated, proven, withdrawn with a reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from sidamping.domain.problems import Refused
from sidamping.features.oversight import queries, services
from sidamping.features.oversight.forms import decimal
from sidamping.features.oversight.models import Benefit
from sidamping.platform.access.models import User
from tests import people
from tests.features.oversight.monitored import benefit, named, photo
from tests.people import Cast, look

SignIn = Callable[[User], Client]


def record(cast: Cast, word: str = "benefit", **changes: Any) -> UUID:
    draft = benefit(cast.engagement, word, **changes)
    return services.record_benefit(by=look(cast.ratna), draft=draft, on=people.TODAY)


def test_a_benefit_is_counted_by_area_with_its_unit(cast: Cast) -> None:
    record(cast)
    record(cast, "more", quantity=Decimal("3"), typed="3")
    record(cast, "other", area="finance", text="Pinjaman cair", quantity=Decimal("25000000"), unit="rupiah")
    viewer = look(cast.yosef)
    assert [(one.area, one.count, one.mentees) for one in queries.area_counts(viewer)] == [
        ("finance", 1, 1), ("market", 2, 1),
    ]
    assert queries.unit_sums(viewer)["market"] == (("toko", Decimal("5.00")),)


def test_a_withdrawn_benefit_stays_readable_and_counts_no_more(cast: Cast) -> None:
    id = record(cast)
    services.withdraw_benefit(by=look(cast.ratna), benefit=id, why="Salah catat", on=people.TODAY)
    services.withdraw_benefit(by=look(cast.ratna), benefit=id, why="Salah catat", on=people.TODAY)
    (line,) = queries.benefits_of(look(cast.yosef), cast.engagement.pk)
    assert (line.withdrawn_by, line.why, line.withdrawn_on) == ("Ratna Tefa", "Salah catat", people.TODAY)
    assert queries.area_counts(look(cast.yosef)) == ()
    with pytest.raises(Refused) as refused:
        services.withdraw_benefit(by=look(cast.paulus), benefit=id, why="Lain", on=people.TODAY)
    assert refused.value.codes == ["OVERSIGHT_009"]


def test_everything_wrong_with_a_benefit_is_told_at_once(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        record(cast, area="luck", happened_on=date(2026, 11, 6), text="", quantity=Decimal("-1"), typed="-1", unit="")
    assert refused.value.codes == ["GENERAL_002", "OVERSIGHT_002", "GENERAL_001", "OVERSIGHT_008", "GENERAL_001"]
    with pytest.raises(Refused) as empty:
        record(cast, quantity=None, typed="")
    assert empty.value.codes == ["GENERAL_001"]


def test_strangers_and_readers_write_none(cast: Cast) -> None:
    for who, codes in ((cast.maria, ["OVERSIGHT_001"]), (cast.yosef, ["OVERSIGHT_011"])):
        with pytest.raises(Refused) as refused:
            services.record_benefit(by=look(who), draft=benefit(cast.engagement), on=people.TODAY)
        assert refused.value.codes == codes


def test_sent_twice_it_is_kept_once(cast: Cast) -> None:
    assert record(cast) == record(cast)
    with pytest.raises(Refused) as refused:
        record(cast, text="Lain")
    assert refused.value.codes == ["OVERSIGHT_007"]
    assert Benefit.objects.count() == 1


def test_the_database_keeps_benefits(cast: Cast) -> None:
    record(cast)
    with pytest.raises(DatabaseError), transaction.atomic():
        Benefit.objects.update(quantity=9)


@pytest.mark.parametrize(("typed", "number"), [
    ("1.250.000", "1250000"), ("12,5", "12.5"), ("12.5", "12.5"), ("1.250,75", "1250.75"), ("3", "3"),
])
def test_numbers_are_read_as_people_type_them(typed: str, number: str) -> None:
    assert decimal(typed) == Decimal(number)


def test_the_page_keeps_a_photo_as_proof(cast: Cast, sign_in: SignIn) -> None:
    client, url = sign_in(cast.ratna), reverse("benefits", args=[cast.engagement.pk])
    sent = {
        "id": str(named("page")), "area": "digital", "happened_on": "06/10/2026", "text": "Akun toko daring",
        "quantity": "1", "unit": "akun", "file": SimpleUploadedFile("bukti.png", photo("teal")),
    }
    wrong = client.post(url, {**sent, "quantity": "banyak"})
    assert wrong.status_code == 422 and "OVERSIGHT_008" in wrong.content.decode()
    sent["file"] = SimpleUploadedFile("bukti.png", photo("teal"))
    assert client.post(url, sent).status_code == 303
    assert "Akun toko daring" in client.get(url).content.decode()
    file = reverse("benefit_file", args=[named("page")])
    assert client.get(file)["Content-Type"] == "image/jpeg"
    assert sign_in(cast.ujang).get(file).status_code == 200
    assert sign_in(cast.maria).get(file).status_code == 404
    assert sign_in(cast.maria).get(url).status_code == 404
    assert sign_in(cast.yosef).post(url, sent).status_code == 422


def test_the_page_takes_a_benefit_back(cast: Cast, sign_in: SignIn) -> None:
    id = record(cast)
    client, url = sign_in(cast.ratna), reverse("benefit_withdraw", args=[id])
    assert client.post(url, {"why": ""}).status_code == 422
    assert client.post(url, {"why": "Salah"}).status_code == 303
    assert sign_in(cast.maria).post(url, {"why": "Salah"}).status_code == 404
    assert "Salah" in client.get(reverse("benefits", args=[cast.engagement.pk])).content.decode()


def test_the_api_records_one(cast: Cast, sign_in: SignIn) -> None:
    url = f"/api/v1/engagements/{cast.engagement.pk}/benefits"
    body = {
        "id": str(named("api")), "area": "market", "happened_on": "2026-10-06", "text": "Toko", "quantity": "2",
        "unit": "toko",
    }
    assert sign_in(cast.ratna).post(url, body, "application/json").status_code == 201
    assert sign_in(cast.yosef).get(url).json()[0]["unit"] == "toko"
    assert sign_in(cast.maria).get(url).status_code == 404
