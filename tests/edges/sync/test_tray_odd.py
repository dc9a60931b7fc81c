"""The tray opens for whatever a phone handed in: a record that no reader can understand is shown as far as it goes."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.edges.sync.models import Record, Resolution
from sidamping.platform.access.models import User
from tests.edges.sync.phones import Phone, changed, hash_of, visit_body
from tests.people import Cast

SignIn = Callable[[User], Client]
FIELDS = (
    "materials", "strokes", "village", "kind", "content", "assessment", "values", "book", "side", "amount", "cost",
    "category", "month", "starts_at", "visited_on", "words", "visit", "engagement", "presences", "findings", "topics",
    "follow_ups", "signer", "mode", "id", "xml", "reason", "name",
)  # fmt: skip
"""Every field that a reader of the tray treats in a way of its own."""
ODD: tuple[Any, ...] = (5, True, "99999999999999999999-01", [7, None, {"id": 7}], {"id": [7], "rows": [{"x": 7}]})
KINDS = (
    "fieldwork.visit", "fieldwork.visit_revision", "deliverables.sheet", "assessments.answers", "books.small",
    "papers.draft", "oversight.seal",
)  # fmt: skip


def settle(client: Client, record: str) -> int:
    """Take the other content in every field that the page offers; the status of the answer."""
    address = reverse("tray_record", args=[record])
    page = client.get(address)
    assert page.status_code == 200
    variant = Record.objects.get(pk=record).variants.get()
    picks = {f"pick-{cell.field}": "other" for _, sides in page.context["variants"] for cell in sides}
    sent = {"variant": variant.pk, "all": "other", "why": "Dicoba", **picks}
    return client.post(reverse("tray_choose", args=[record]), sent).status_code


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: type(odd).__name__)
def test_a_record_of_odd_values_opens_and_is_chosen_without_a_fault(
    cast: Cast, phone: Phone, client: Client, now: datetime, odd: Any
) -> None:
    body = dict.fromkeys(FIELDS, odd)
    for kind in KINDS:
        first = phone.seal(kind, body | {"paper": str(uuid4())})
        phone.send(first, now=now)
        phone.send(changed(first, activity="Lain"), now=now)
        assert settle(client, first["id"]) == 422


def test_a_choice_without_a_reason_comes_back_with_what_was_picked(
    cast: Cast, phone: Phone, client: Client, now: datetime
) -> None:
    first = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    phone.send(first, now=now)
    phone.send(changed(first, result="Lain", advice="Simpan kuitansi"), now=now)
    variant = Record.objects.get(pk=first["id"]).variants.get()
    sent = {"variant": variant.pk, "pick-result": "held", "pick-advice": "other", "why": " "}
    answer = client.post(reverse("tray_choose", args=[first["id"]]), sent)
    page = answer.content.decode()
    assert answer.status_code == 422 and not Resolution.objects.exists()
    assert 'name="pick-advice" value="other" checked' in page and 'name="pick-result" value="held" checked' in page
    assert f'id="why-{variant.pk}-f"' in page and page.count("GENERAL_001") == 2


def test_a_phone_is_not_revoked_without_a_reason(cast: Cast, phone: Phone, client: Client) -> None:
    Phone(cast.ratna).known(phone.start)
    answer = client.post(reverse("tray_phone_revoke", args=[phone.id]), {"why": ""})
    page = answer.content.decode()
    assert answer.status_code == 422 and page.count('aria-invalid="true"') == 1
    assert page.index(str(phone.id)[-8:]) < page.index(f'id="why-{phone.id}-f"')


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: type(odd).__name__)
def test_an_odd_other_content_beside_a_sound_one_is_refused_in_words(
    cast: Cast, phone: Phone, client: Client, now: datetime, odd: Any
) -> None:
    first = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    phone.send(first, now=now)
    phone.send(changed(first, **dict.fromkeys(FIELDS, odd)), now=now)
    assert settle(client, first["id"]) == 422


@pytest.mark.parametrize("body", ["{ini bukan catatan", json.dumps(["Buku", "Oktober"])])
def test_other_content_that_cannot_be_read_is_shown_as_it_came_before_and_after_the_choice(
    cast: Cast, phone: Phone, client: Client, now: datetime, body: str
) -> None:
    first = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    phone.send(first, now=now)
    phone.send(first | {"body": body, "sha256": hash_of(body)}, now=now)
    address = reverse("tray_record", args=[first["id"]])
    as_it_came = body.replace('"', "&quot;")
    assert as_it_came in client.get(address).content.decode()
    sent = {"variant": Record.objects.get().variants.get().pk, "why": "Tidak terbaca"}
    assert client.post(reverse("tray_choose", args=[first["id"]]), sent).status_code == 302
    assert Resolution.objects.get().choice == "kept" and as_it_came in client.get(address).content.decode()
