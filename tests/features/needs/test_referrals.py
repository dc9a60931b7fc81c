"""A referral waits until somebody writes what came of it; the overdue stand first (A10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from sidamping.domain.problems import Refused
from sidamping.features.needs import queries, services
from sidamping.features.needs.models import Referral
from sidamping.features.programmes.queries import told_together
from sidamping.platform.access.models import User
from tests.features.needs.writing import draft
from tests.people import TODAY, Cast, look


def codes(act: Callable[[], Any]) -> list[str]:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.codes


def test_an_open_referral_stands_on_the_list_and_tells_how_long_it_is_overdue(cast: Cast) -> None:
    services.refer(by=look(cast.ratna), draft=draft(cast.engagement.pk))
    line = queries.open_referrals(look(cast.ratna))[0]
    assert (line.provider, line.state, line.days_over) == ("Dinas Perdagangan", "overdue", 9)
    assert queries.open_referrals(look(cast.maria)) == ()


def test_it_is_closed_once_with_its_result(cast: Cast) -> None:
    id = services.refer(by=look(cast.ratna), draft=draft(cast.engagement.pk))
    close = services.close_referral
    assert codes(lambda: close(by=look(cast.ratna), referral=id, result=" ", on=TODAY)) == ["GENERAL_001"]
    close(by=look(cast.ratna), referral=id, result="Tiga pembeli baru", on=TODAY)
    close(by=look(cast.ratna), referral=id, result="Tiga pembeli baru", on=TODAY)
    assert codes(lambda: close(by=look(cast.ratna), referral=id, result="Lain", on=TODAY)) == ["NEEDS_010"]
    assert queries.open_referrals(look(cast.ratna)) == ()
    told = queries.closed(told_together(cast.engagement.pk, closed=queries.closed_told())["closed"])
    assert [(one.result, one.closed_on) for one in told] == [("Tiga pembeli baru", TODAY)]
    with pytest.raises(DatabaseError), transaction.atomic():
        Referral.objects.update(result="Diubah")


def test_wrong_input_gets_its_codes_together(cast: Cast) -> None:
    odd = draft(cast.engagement.pk, kind="gift", wanted="", due=date(2026, 10, 1))
    assert codes(lambda: services.refer(by=look(cast.ratna), draft=odd)) == ["NEEDS_003", "GENERAL_001", "NEEDS_009"]


def test_sent_twice_it_is_one_and_strangers_are_refused(cast: Cast) -> None:
    told = draft(cast.engagement.pk)
    assert services.refer(by=look(cast.ratna), draft=told) == services.refer(by=look(cast.ratna), draft=told)
    assert Referral.objects.count() == 1
    assert codes(lambda: services.refer(by=look(cast.maria), draft=draft(cast.engagement.pk))) == ["PROGRAMMES_001"]
    stranger = {"by": look(cast.maria), "referral": told.id, "result": "x", "on": TODAY}
    assert codes(lambda: services.close_referral(**stranger)) == ["NEEDS_008"]


def test_the_list_closes_a_referral_where_it_stands(cast: Cast, sign_in: Callable[[User], Client]) -> None:
    id = services.refer(by=look(cast.ratna), draft=draft(cast.engagement.pk))
    client, address = sign_in(cast.ratna), reverse("referral_close", args=[id])
    assert client.post(address, {"result": ""}).status_code == 422
    assert client.post(address, {"result": "Tiga pembeli baru"}).status_code == 303
    page = client.get(reverse("referrals") + "?selesai=1").content.decode()
    assert "Tiga pembeli baru" in page
    assert sign_in(cast.maria).post(address, {"result": "x"}).status_code == 404


def test_the_form_records_a_referral(cast: Cast, sign_in: Callable[[User], Client]) -> None:
    told = draft(cast.engagement.pk)
    parts = ("id", "kind", "topic", "wanted", "provider", "referred_on", "due")
    said = {name: str(getattr(told, name)) for name in parts}
    answer = sign_in(cast.ratna).post(reverse("referral_add", args=[cast.engagement.pk]), said)
    assert answer.status_code == 303
    page = sign_in(cast.ujang).get(reverse("needs", args=[cast.engagement.pk])).content.decode()
    assert "Pelatihan pasar daring" in page
