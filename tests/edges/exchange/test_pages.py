"""The pages: a form to take along for every role, bringing one for four roles; looked at first, kept once."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pyxform.xls2xform import convert

from sidamping.edges.exchange import views
from sidamping.edges.exchange.xlsform.read import FormRead, read_workbook
from sidamping.edges.exchange.xlsform.template import template
from sidamping.edges.exchange.xlsform.workbook import MOST_BYTES
from sidamping.features.assessments.models import UploadedForm
from sidamping.platform.access.models import User
from sidamping.platform.activity.models import Activity
from tests.edges.exchange.sheets import SURVEY, form
from tests.people import Cast

IMPORT = "/instrumen/impor/"
SignIn = Callable[[User], Client]
Counted = Callable[[int], AbstractContextManager[Any]]


def body(answer: HttpResponse) -> bytes:
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # a file response


def send(client: Client, content: bytes, name: str = "formulir.xlsx") -> HttpResponse:
    return client.post(IMPORT, {"file": SimpleUploadedFile(name, content)})  # type: ignore[return-value]  # of the test client


def keep(client: Client, page: HttpResponse) -> HttpResponse:
    """Press the button of the preview."""
    fields = dict(re.findall(r'name="(upload|name)" value="([^"]*)"', page.content.decode()))
    return client.post(IMPORT, fields)  # type: ignore[return-value]  # of the test client


@pytest.mark.parametrize("who", ["ujang", "ratna", "yosef", "dominggus", "sarlin", "agnes", "anton"])
def test_every_role_takes_the_form_of_an_instrument_along(who: str, cast: Cast, sign_in: SignIn) -> None:
    answer = sign_in(getattr(cast, who)).get("/instrumen/ksp-health/xlsform/")
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == 'attachment; filename="ksp-health-2016-04-01.xlsx"'
    assert openpyxl.load_workbook(io.BytesIO(body(answer))).sheetnames == ["survey", "choices", "settings"]


def test_another_version_by_name_and_no_such_one(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.agnes)
    old = client.get("/instrumen/ksp-health/xlsform/", {"versi": "2009-12-01"})
    assert old["Content-Disposition"].endswith('"ksp-health-2009-12-01.xlsx"')
    for address in ("/instrumen/tiada/xlsform/", "/instrumen/ksp-health/xlsform/?versi=1900-01-01"):
        assert client.get(address).status_code == 404


def test_a_stranger_signs_in_first() -> None:
    for address in ("/instrumen/ksp-health/xlsform/", IMPORT, f"{IMPORT}templat.xlsx"):
        assert Client().get(address).status_code == 302


@pytest.mark.parametrize("who", ["ujang", "ratna", "yosef", "dominggus", "petronela"])
def test_other_roles_do_not_bring_instruments(who: str, cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(getattr(cast, who))
    assert client.get(IMPORT).status_code == 403
    assert send(client, form()).status_code == 403
    assert not UploadedForm.objects.exists()


def test_the_template_is_a_form_that_is_taken_as_it_stands(cast: Cast, sign_in: SignIn) -> None:
    taken = body(sign_in(cast.agnes).get(f"{IMPORT}templat.xlsx"))
    assert taken == template()
    assert read_workbook("templat.xlsx", taken).remarks == ()
    assert convert(xlsform=io.BytesIO(taken), validate=True).warnings == []


def test_it_is_looked_at_before_it_is_kept(
    cast: Cast, sign_in: SignIn, at_most_queries: Counted
) -> None:
    client = sign_in(cast.agnes)
    with at_most_queries(5):
        page = send(client, form())
    words = page.content.decode()
    assert page.status_code == 200
    assert all(text in words for text in ("Layanan warung", "layanan-kecil", "Petugas ramah", "Nilai kebersihan", "60"))
    assert not UploadedForm.objects.exists()
    kept = keep(client, page)
    assert (kept.status_code, kept["Location"]) == (302, reverse("instrument", args=["layanan-kecil"]))
    row = UploadedForm.objects.get()
    assert (row.name, row.filename, bytes(row.workbook)) == ("layanan-kecil", "formulir.xlsx", form())


def test_what_was_kept_is_read_like_any_instrument(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.agnes)
    keep(client, send(client, form()))
    page = client.get("/instrumen/layanan-kecil/").content.decode()
    assert "Layanan warung" in page and "Petugas ramah" in page and "/instrumen/layanan-kecil/xlsform/" in page
    assert client.get("/instrumen/").content.decode().count("/instrumen/layanan-kecil/") == 1
    assert client.get("/instrumen/layanan-kecil/kosong.pdf").status_code == 200


def test_sent_twice_it_is_kept_once(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.sarlin)
    page = send(client, form())
    assert [keep(client, page).status_code for _ in range(2)] == [302, 302]
    assert UploadedForm.objects.count() == 1
    assert Activity.objects.filter(action="assessments.form_added").count() == 1


def test_every_fault_is_shown_with_its_row_and_nothing_is_kept(cast: Cast, sign_in: SignIn) -> None:
    page = send(sign_in(cast.anton), form(SURVEY.replace("decimal ", "geopoint").replace("| 20", "| dua puluh")))
    words = page.content.decode()
    assert page.status_code == 422
    assert "EXCHANGE_004" in words and "EXCHANGE_015" in words
    assert '<td data-label="Baris">4</td>' in words and '<td data-label="Baris">3</td>' in words
    assert not UploadedForm.objects.exists()


def test_faults_are_told_in_english_too(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.paulus)
    client.cookies["django_language"] = "en"
    assert "is not supported" in send(client, form(SURVEY.replace("decimal ", "geopoint"))).content.decode()


@pytest.mark.parametrize("name, content, code", [
    ("formulir.xlsx", b"bukan excel", "SHEETS_001"), ("foto.xlsx", b"\x89PNG\r\n", "SHEETS_001"),
])
def test_what_is_no_workbook_is_refused(name: str, content: bytes, code: str, cast: Cast, sign_in: SignIn) -> None:
    page = send(sign_in(cast.agnes), content, name)
    assert page.status_code == 422
    assert code in page.content.decode()


def test_without_a_file_it_is_asked_for(cast: Cast, sign_in: SignIn) -> None:
    page = sign_in(cast.agnes).post(IMPORT)
    assert page.status_code == 422 and "SHEETS_009" in page.content.decode()


@pytest.mark.parametrize("upload", ["", "0" * 64, "../../etc/passwd", "A" * 64])
def test_a_made_up_upload_is_refused(upload: str, cast: Cast, sign_in: SignIn) -> None:
    page = sign_in(cast.agnes).post(IMPORT, {"upload": upload})
    assert page.status_code == 422 and "SHEETS_009" in page.content.decode()


def test_a_name_of_the_rulebook_cannot_be_kept(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.agnes)
    taken = body(client.get("/instrumen/ksp-ranking/xlsform/"))
    kept = keep(client, send(client, taken))
    assert kept.status_code == 422 and "EXCHANGE_029" in kept.content.decode()


def test_what_was_brought_is_taken_along_again(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.agnes)
    keep(client, send(client, form()))
    again = body(sign_in(cast.ratna).get("/instrumen/layanan-kecil/xlsform/"))
    assert read_workbook("lagi.xlsx", again).instrument.by_key["ramah"].weight == 20


def test_what_another_brought_is_not_kept_from_its_hash(cast: Cast, sign_in: SignIn) -> None:
    page = send(sign_in(cast.agnes), form())
    assert keep(sign_in(cast.sarlin), page).status_code == 422
    bare = hashlib.sha256(form()).hexdigest()
    for client in (sign_in(cast.sarlin), sign_in(cast.agnes)):
        refused = client.post(IMPORT, {"upload": bare})
        assert refused.status_code == 422 and "SHEETS_009" in refused.content.decode()
    assert not UploadedForm.objects.exists()
    assert keep(sign_in(cast.agnes), page).status_code == 302


def test_no_more_of_an_upload_is_read_than_a_form_may_have(
    cast: Cast, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []

    def look(name: str, content: bytes) -> FormRead:
        read.append(len(content))
        return read_workbook(name, content)

    monkeypatch.setattr(views, "read_workbook", look)
    page = send(sign_in(cast.agnes), b"x" * (MOST_BYTES + 1000))
    assert page.status_code == 422 and "EXCHANGE_025" in page.content.decode()
    assert read == [MOST_BYTES + 1]
