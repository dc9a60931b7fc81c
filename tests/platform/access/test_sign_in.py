"""Signing in: throttled with a clear message, ended for who is switched off, one page for a one-time password."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from sidamping.platform.access import services
from tests import people
from tests.people import Cast


def attempt(client: Client, password: str, username: str = "ratna") -> str:
    answer = client.post(reverse("account_login"), {"login": username, "password": password}, follow=True)
    return answer.content.decode()


def test_the_right_password_opens_the_door(cast: Cast) -> None:
    client = Client()
    answer = client.post(reverse("account_login"), {"login": "ratna", "password": people.PASSWORD})
    assert answer.status_code == 302 and "_auth_user_id" in client.session


def test_repeated_wrong_passwords_are_refused_with_a_clear_message(cast: Cast) -> None:
    client = Client()
    pages = [attempt(client, "salah-sekali") for _ in range(6)]
    assert pages[-1] != pages[0]
    refused = attempt(client, people.PASSWORD)
    assert "_auth_user_id" not in client.session
    assert "terlalu" in refused.lower() or "too many" in refused.lower()


def test_another_person_is_not_locked_out_by_the_wrong_passwords_of_one(cast: Cast) -> None:
    client = Client()
    for _ in range(6):
        attempt(client, "salah-sekali")
    other = Client(REMOTE_ADDR="10.0.0.7")
    other.post(reverse("account_login"), {"login": "yosef", "password": people.PASSWORD})
    assert "_auth_user_id" in other.session


def test_who_is_switched_off_cannot_sign_in(cast: Cast) -> None:
    services.deactivate_user(by=None, user=cast.ratna.id, on=people.TODAY)
    client = Client()
    attempt(client, people.PASSWORD)
    assert "_auth_user_id" not in client.session


def test_a_new_password_ends_the_sessions_of_the_old(cast: Cast) -> None:
    client = Client()
    client.post(reverse("account_login"), {"login": "ratna", "password": people.PASSWORD})
    services.set_password(by=None, user=cast.ratna.id, on=people.TODAY)
    answer = client.get(reverse("mentees"))
    assert answer.status_code == 302 and reverse("account_login") in answer["Location"]


def test_a_one_time_password_leads_to_choosing_a_new_one(cast: Cast) -> None:
    shown = services.set_password(by=None, user=cast.ratna.id, on=people.TODAY)
    client = Client()
    client.post(reverse("account_login"), {"login": "ratna", "password": shown})
    assert client.get(reverse("mentees"))["Location"] == reverse("account_change_password")
    assert client.get(reverse("account_change_password")).status_code == 200
    assert client.get(reverse("account_logout")).status_code == 200
