"""Pages that belong to no feature work for whom they are meant and stay closed for others."""

import os
import subprocess
import sys

import pytest
from django.test import Client
from django.urls import reverse

from tests import people

pytestmark = pytest.mark.django_db
PUBLIC = ["account_login", "about", "help", "health"]
PERSONAL = ["account_page", "account_change_password", "mfa_index"]


@pytest.mark.parametrize("name", PUBLIC)
def test_anybody_reads_the_public_pages(client: Client, name: str):
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", PERSONAL)
def test_personal_pages_ask_a_visitor_to_sign_in(client: Client, name: str):
    answer = client.get(reverse(name))
    assert answer.status_code == 302 and answer["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("name", PUBLIC[1:] + PERSONAL[:2])
def test_a_signed_in_person_reads_them_all(sign_in, ratna, name: str):
    assert sign_in(ratna).get(reverse(name)).status_code == 200


def test_health_tells_the_version_and_that_the_database_answers(client: Client):
    assert client.get(reverse("health")).content.decode().splitlines()[0] == "baik"


def test_about_names_the_licence_of_the_area_data(client: Client):
    page = client.get(reverse("about")).content.decode()
    assert "Contains information from idn-area-data" in page and "Open Database License" in page


def test_a_person_signs_in_with_name_and_password(client: Client, ratna):
    answer = client.post(reverse("account_login"), {"login": ratna.username, "password": people.PASSWORD})
    assert answer.status_code == 302
    assert client.get(reverse("account_page")).status_code == 200


def test_a_wrong_password_is_told_and_opens_nothing(client: Client, ratna):
    answer = client.post(reverse("account_login"), {"login": ratna.username, "password": "salah-sekali"})
    assert b'class="faults"' in answer.content
    assert client.get(reverse("account_page")).status_code == 302


def test_guessing_passwords_is_throttled(client: Client, ratna):
    for _ in range(6):
        answer = client.post(reverse("account_login"), {"login": ratna.username, "password": "tebak"})
    assert "Terlalu banyak" in answer.content.decode()
    answer = client.post(reverse("account_login"), {"login": ratna.username, "password": people.PASSWORD})
    assert answer.status_code != 302


def test_nobody_signs_up_by_themselves(client: Client):
    assert client.get("/akun/signup/").status_code == 404


def test_own_account_shows_the_roles_of_today_with_their_area(sign_in, ratna):
    page = sign_in(ratna).get(reverse("account_page")).content.decode()
    assert "Ratna" in page and "5 Jan 2026" in page


def test_a_chair_reads_for_which_cooperative_the_role_is(sign_in, ujang):
    page = sign_in(ujang).get(reverse("account_page")).content.decode()
    assert "Merah Putih" in page and "seluruh Indonesia" not in page


def test_own_account_never_shows_a_role_that_has_ended(sign_in, ratna):
    people.appoint(ratna, "assessor", starts=people.START, ends=people.START)
    page = sign_in(ratna).get(reverse("account_page")).content.decode()
    assert "Penilai" not in page


def test_the_chosen_language_is_kept(client: Client):
    answer = client.post(reverse("language"), {"language": "en", "next": reverse("about")})
    assert answer.status_code == 302 and answer["Location"] == reverse("about")
    assert b'<html lang="en"' in client.get(reverse("about")).content


def test_an_english_phone_still_gets_indonesian_until_its_owner_chooses(client: Client):
    assert b'<html lang="id"' in client.get(reverse("about"), headers={"accept-language": "en-US"}).content


def test_the_language_switch_sends_nobody_to_a_foreign_site(client: Client):
    answer = client.post(reverse("language"), {"language": "en", "next": "https://example.org/"})
    assert answer["Location"] == "/"


def test_a_missing_page_offers_a_way_on(client: Client):
    answer = client.get("/tidak-ada/")
    assert answer.status_code == 404 and b'href="/"' in answer.content


def test_an_expired_form_is_explained_kindly(ratna):
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(reverse("account_login"), {"login": "ratna", "password": "x"})
    assert answer.status_code == 403 and "terlalu lama" in answer.content.decode()


def test_a_failure_page_shows_no_trace(client: Client, settings):
    from sidamping.edges.web import views

    client.raise_request_exception = False
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(views, "__version__", property(lambda: 1 / 0))
        patch.setattr(views, "connection", None)
        answer = client.get(reverse("health"))
    assert answer.status_code == 500 and b"Traceback" not in answer.content and b"Ke beranda" in answer.content


@pytest.mark.parametrize(("https", "seconds"), [("0", 0), ("1", 365 * 24 * 3600)])
def test_with_https_browsers_are_told_to_stay_with_it(settings, https: str, seconds: int):
    asked = "import sidamping.config.settings as s; print(s.SECURE_HSTS_SECONDS)"
    environment = {**os.environ, "SIDAMPING_HTTPS": https}
    told = subprocess.run([sys.executable, "-c", asked], env=environment, capture_output=True, check=True)
    settings.SECURE_HSTS_SECONDS = int(told.stdout)
    answer = Client().get(reverse("about"), secure=True)
    assert answer.headers.get("Strict-Transport-Security") == (f"max-age={seconds}" if seconds else None)
