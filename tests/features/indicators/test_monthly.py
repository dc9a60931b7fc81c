"""A kept board goes out by e-mail once a month, with what its user may see, and ends where its reader says so (F6)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from typing import Any
from unittest import mock

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse

from sidamping.features.indicators.models import Delivery, SavedView, Subscription
from sidamping.features.indicators.queries.boards import board
from sidamping.features.indicators.queries.printed import board_paper
from sidamping.features.indicators.queries.wanted import read_wanted
from sidamping.features.indicators.services import send_due
from sidamping.features.indicators.services.monthly import MOST_ATTEMPTS
from sidamping.platform.access.models import Appointment
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.features.progress import cases
from tests.people import Cast

DECEMBER, DAY = datetime(2026, 12, 1, 1, tzinfo=UTC), date(2026, 12, 1)
TO = "yosef@kupang.example"


@pytest.fixture
def kept(cast: Cast, sign_in: Any) -> str:
    """Yosef's board of November, asked for by e-mail; one participant in his area."""
    cases.appoint_all(cast)
    cases.participant(cast, "Keripik")
    view = SavedView.objects.create(
        user=cast.yosef, name="TKM Kupang", address=f"/papan-angka/?bulan=2026-11&program={cases.TKM}&per=regency"
    )
    address = reverse("view_subscribe", args=[view.pk])
    assert sign_in(cast.yosef).post(address, {"email": TO}).status_code == 303
    return address


def due(now: datetime = DECEMBER) -> int:
    return send_due(now=now, on=DAY)


def test_F6_the_board_of_the_month_that_ended_is_sent_once(kept: str) -> None:
    assert [due(), due(), due(DECEMBER + timedelta(days=20))] == [1, 0, 0]
    (letter,) = mail.outbox
    assert letter.to == [TO]
    assert letter.subject == "TKM Kupang: November 2026"
    assert "Dikunjungi" in letter.body or "0 dari 1" in letter.body
    name, content, kind = letter.attachments[0]
    assert (name, content[:5], kind) == ("papan-angka-2026-11.pdf", b"%PDF-", "application/pdf")
    assert Activity.objects.filter(action="indicators.board_sent").count() == 1


def test_the_letter_holds_what_its_user_may_see_on_that_day_and_no_more(cast: Cast, kept: str) -> None:
    cases.participant(cast, "Kue Lontar")
    Subscription.objects.update(view=SavedView.objects.create(
        user=cast.maria, name="TTS", address=f"/papan-angka/?program={cases.TKM}&wilayah=53.01"
    ))
    due()
    assert "dari 2" not in mail.outbox[0].body and "Belum ada dampingan" in mail.outbox[0].body


def test_who_may_open_no_board_any_more_gets_none(cast: Cast, kept: str) -> None:
    Appointment.objects.filter(user=cast.yosef).update(ends="2026-11-30")
    assert due() == 0
    assert mail.outbox == []
    assert Delivery.objects.get().state == "closed"


def test_what_the_mail_server_does_not_take_is_kept_and_tried_again(cast: Cast, sign_in: Any, kept: str) -> None:
    with mock.patch("django.core.mail.EmailMessage.send", side_effect=SMTPServerDisconnected("gone away")):
        assert due() == 0
        assert due(DECEMBER + timedelta(minutes=30)) == 0
    assert Delivery.objects.values_list("state", "attempts").get() == ("waiting", 1)
    assert "gone away" in sign_in(cast.yosef).get(kept).content.decode()
    assert due(DECEMBER + timedelta(hours=1)) == 1
    assert len(mail.outbox) == 1


def test_a_board_that_cannot_be_composed_keeps_no_other_from_its_reader(cast: Cast, kept: str) -> None:
    broken = SavedView.objects.create(user=cast.sarlin, name="Papan\nProvinsi", address="/papan-angka/?per=regency")
    Subscription.objects.create(view=broken, email="sarlin@ntt.example", language="id", since=DAY.replace(month=11))
    Delivery.objects.create(subscription_id=broken.pk, month=date(2026, 11, 1), next_at=DECEMBER - timedelta(hours=1))
    assert due() == 1
    assert [letter.to for letter in mail.outbox] == [[TO]]
    told = Delivery.objects.values_list("state", "attempts", "fault").get(subscription_id=broken.pk)
    assert told == ("waiting", 1, "BadHeaderError")


def test_after_the_last_attempt_it_is_given_up_and_its_user_told(cast: Cast, sign_in: Any, kept: str) -> None:
    with mock.patch("django.core.mail.EmailMessage.send", side_effect=ConnectionRefusedError("no server")):
        for attempt in range(MOST_ATTEMPTS + 1):
            due(DECEMBER + timedelta(days=attempt * 7))
    assert Delivery.objects.values_list("state", "attempts").get() == ("given_up", MOST_ATTEMPTS)
    assert "Minta administrator" in sign_in(cast.yosef).get(kept).content.decode()


def test_an_address_the_server_refuses_waits_for_another_one(cast: Cast, sign_in: Any, kept: str) -> None:
    refused = SMTPRecipientsRefused({TO: (550, b"unknown")})
    with mock.patch("django.core.mail.EmailMessage.send", side_effect=refused):
        due()
    assert due(DECEMBER + timedelta(days=9)) == 0
    sign_in(cast.yosef).post(kept, {"email": "dinas@kupang.example"})
    assert due(DECEMBER + timedelta(days=10)) == 1
    assert mail.outbox[0].to == ["dinas@kupang.example"]


@pytest.mark.parametrize("email", ["", "yosef", "a@b", "satu@x.example, dua@x.example"])
def test_a_wrong_address_is_told_and_kept_in_the_form(cast: Cast, sign_in: Any, kept: str, email: str) -> None:
    answer = sign_in(cast.yosef).post(kept, {"email": email})
    assert answer.status_code == 422
    page = answer.content.decode()
    code = "INDICATORS_021" if email else "INDICATORS_025"
    assert code in page.partition('id="id_email_fault"')[2].partition("</div>")[0]
    assert f'value="{email}"' in page or not email
    assert Subscription.objects.get().email == TO


def test_asked_for_twice_it_is_asked_for_once(cast: Cast, sign_in: Any, kept: str) -> None:
    sign_in(cast.yosef).post(kept, {"email": f" {TO} "})
    assert Activity.objects.filter(action="indicators.board_subscribed").count() == 1


def test_nobody_reaches_the_letters_of_another(cast: Cast, sign_in: Any, kept: str) -> None:
    for method in ("get", "post"):
        assert getattr(sign_in(cast.sarlin), method)(kept, {"email": TO}).status_code == 404
    assert sign_in(cast.sarlin).post(f"{kept}henti/").status_code == 404
    assert Subscription.objects.count() == 1


def test_a_comparison_that_was_kept_is_no_board_to_send(cast: Cast, sign_in: Any, kept: str) -> None:
    view = SavedView.objects.create(user=cast.yosef, name="Pivot", address="/papan-angka/pivot/?bulan=2026-11")
    assert sign_in(cast.yosef).get(reverse("view_subscribe", args=[view.pk])).status_code == 404


def test_its_user_ends_it_once(cast: Cast, sign_in: Any, kept: str) -> None:
    for _ in range(2):
        assert sign_in(cast.yosef).post(f"{kept}henti/").status_code == 303
    assert due() == 0
    assert Activity.objects.filter(action="indicators.board_unsubscribed").count() == 1


def test_the_address_in_the_letter_ends_it_without_signing_in(client: Any, kept: str) -> None:
    due()
    address = mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>").partition("8000")[2]
    assert address in mail.outbox[0].body
    assert client.get(address).status_code == 200 and Subscription.objects.count() == 1
    assert client.post(address).status_code == 200
    assert Subscription.objects.count() == 0
    assert client.get(address).status_code == 404
    assert client.get(address[:-3] + "xx/").status_code == 404


def test_the_database_keeps_one_letter_a_month_and_no_sent_one_without_its_hour(kept: str) -> None:
    due()
    row = Delivery.objects.get()
    with pytest.raises(IntegrityError, match="delivery_once_a_month"), transaction.atomic():
        Delivery.objects.create(id=uuid7(), subscription=row.subscription, month=row.month, next_at=DECEMBER)
    with pytest.raises(IntegrityError, match="delivery_sent_at_a_time"), transaction.atomic():
        Delivery.objects.update(sent_at=None)


def test_the_board_is_a_paper_for_whoever_opens_it(cast: Cast, sign_in: Any, kept: str) -> None:
    answer = sign_in(cast.yosef).get(reverse("figures_pdf"), {"bulan": "2026-10", "program": cases.TKM})
    assert answer["Content-Disposition"] == 'inline; filename="papan-angka-2026-10.pdf"'
    assert answer.content[:5] == b"%PDF-"
    assert sign_in(cast.ujang).get(reverse("figures_pdf")).status_code == 403


@pytest.mark.parametrize(("who", "month", "owner", "day"), [
    ("yosef", "2026-10", "Koordinator kab/kota, Kabupaten Kupang", "31 Okt 2026"),
    ("sarlin", "2026-11", "Sekretariat, Nusa Tenggara Timur", "5 Nov 2026 (bulan berjalan)"),
])
def test_the_paper_names_its_office_its_reader_and_a_month_that_runs(
    cast: Cast, kept: str, who: str, month: str, owner: str, day: str
) -> None:
    viewer = people.look(getattr(cast, who))
    paper = board_paper(board(viewer, read_wanted(viewer, {"bulan": [month], "program": [cases.TKM]})), viewer)
    assert paper.owner == owner
    assert (paper.lead[0], paper.lead[-1]) == (f"Keadaan per {day}", f"Dibuka oleh {viewer.name}")
