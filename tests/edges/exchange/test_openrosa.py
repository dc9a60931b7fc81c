"""F4: a client written from the OpenRosa standard lists forms, fetches one and submits; it counts exactly once."""

from __future__ import annotations

import base64
import io
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4
from xml.etree import ElementTree

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from PIL import Image
from pyxform.validators.odk_validate import check_xform

from sidamping.edges.exchange.models import DevicePassword
from sidamping.edges.exchange.openrosa.passwords import make_password, revoke_password
from sidamping.edges.sync import services as sync
from sidamping.edges.sync import sweeping
from sidamping.edges.sync.models import Open, Record, Refusal, Variant
from sidamping.features.assessments.models import Filling
from sidamping.features.fieldwork.models import Visit, VisitRevision
from sidamping.platform.attachments import store
from tests.features.assessments import rounds
from tests.people import Cast, look

LIST = "{http://openrosa.org/xforms/xformsList}"
MESSAGE = "{http://openrosa.org/http/response}message"


@dataclass
class Collect:
    """A standard client with its own password; it speaks HTTPS and keeps no cookie."""

    name: str
    secret: str

    def call(self, method: str, url: str, *, secure: bool = True, **more: Any) -> HttpResponse:
        told = base64.b64encode(f"{self.name}:{self.secret}".encode()).decode()
        headers = {"HTTP_AUTHORIZATION": f"Basic {told}", "HTTP_X_OPENROSA_VERSION": "1.0"}
        return getattr(Client(), method)(url, secure=secure, **headers, **more)  # type: ignore[no-any-return]  # of the test client

    def forms(self) -> dict[str, str]:
        """Form id → where to fetch it."""
        root = ElementTree.fromstring(self.call("get", "/openrosa/formList").content)
        return {one.findtext(f"{LIST}formID", ""): one.findtext(f"{LIST}downloadUrl", "") for one in root}

    def submit(self, xml: str, **files: bytes) -> HttpResponse:
        parts = {"xml_submission_file": SimpleUploadedFile("form.xml", xml.encode(), "text/xml")}
        parts |= {name: SimpleUploadedFile(f"{name}.jpg", content, "image/jpeg") for name, content in files.items()}
        return self.call("post", "/openrosa/submission", data=parts)


@pytest.fixture
def collect(cast: Cast, now: datetime) -> Collect:
    return Collect("ratna", make_password(by=look(cast.ratna), label="ODK Collect", now=now))


def visit_xml(cast: Cast, id: UUID, result: str = "Buku kas rapi", **more: str) -> str:
    """What a client makes of the visit form."""
    told = {
        "sealed_at": "2026-11-05T08:00:00.000+08:00", "visited_on": "2026-11-04", "starts_at": "09:00:00.000+08:00",
        "ends_at": "10:30:00.000+08:00", "mode": "onsite", "met": str(cast.engagement.pk), "activity": "Pembukuan",
        "purpose": "Buku kas terisi", "result": result, "cost": "50000", **more,
    }
    inner = "".join(f"<{name}>{text}</{name}>" for name, text in told.items())
    meta = f'<orx:meta xmlns:orx="http://openrosa.org/xforms"><orx:instanceID>uuid:{id}</orx:instanceID></orx:meta>'
    return f'<data id="visit" version="0.x">{inner}{meta}</data>'


def picture() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(made, "JPEG")
    return made.getvalue()


def said(answer: HttpResponse) -> str:
    return ElementTree.fromstring(answer.content).findtext(MESSAGE, "")


def test_a_client_lists_fetches_and_submits_with_201_then_202(cast: Cast, collect: Collect) -> None:
    form = collect.call("get", collect.forms()["visit"])
    assert str(cast.engagement.pk) in form.content.decode()
    head = collect.call("head", "/openrosa/submission")
    assert (head.status_code, head["X-OpenRosa-Accept-Content-Length"]) == (204, "10485760")
    id = uuid4()
    answers = [collect.submit(visit_xml(cast, id)) for _ in range(3)]
    assert [one.status_code for one in answers] == [201, 202, 202]
    assert all(one["X-OpenRosa-Version"] == "1.0" for one in (form, head, *answers))
    revision = VisitRevision.objects.get(visit_id=id)
    assert (revision.mentor, revision.cost, f"{revision.starts_at:%H:%M}") == (cast.ratna, 50_000, "09:00")
    assert (Visit.objects.count(), Record.objects.get(pk=id).via) == (1, "openrosa")


def test_every_form_is_valid_for_javarosa(cast: Cast, collect: Collect, tmp_path: Any) -> None:
    rounds.opened(look(cast.ratna), cast.engagement.mentee_id, instrument="modern-coop")
    for number, url in enumerate(collect.forms().values()):
        path = tmp_path / f"{number}.xml"
        path.write_bytes(collect.call("get", url).content)
        assert check_xform(str(path)) == []


def test_the_client_is_told_how_large_a_photo_is_kept(cast: Cast, collect: Collect) -> None:
    xml = collect.call("get", collect.forms()["visit"]).content.decode()
    assert xml.count('orx:max-pixels="1600"') == 3


def test_an_open_round_is_a_form_whose_answers_reach_the_filling(cast: Cast, now: datetime) -> None:
    """A12: the version of the form says against which state it was filled in."""
    round_ = rounds.opened(rounds.agnes(cast), cast.engagement.mentee_id)
    client = Collect("agnes", make_password(by=rounds.agnes(cast), label="Kobo", now=now))
    url = client.forms()[f"round-{round_}"]
    model = client.call("get", url).content.decode()
    version = model.partition(f'id="round-{round_}" version="')[2].partition('"')[0]
    told = "<aspek><inputs.total_aset>900000000</inputs.total_aset><answers.mu.1>ya</answers.mu.1></aspek>"
    meta = f"<meta><instanceID>uuid:{uuid4()}</instanceID></meta>"
    xml = f'<data id="round-{round_}" version="{version}">{told}{meta}</data>'
    assert client.submit(xml).status_code == 201
    assert Filling.objects.get(assessment=round_).data["inputs"] == {"total_aset": 900_000_000}


def test_a_photo_that_comes_later_joins_its_visit_once(cast: Cast, collect: Collect, now: datetime) -> None:
    id = uuid4()
    xml = visit_xml(cast, id, photo_1="foto.jpg")
    assert collect.submit(xml).status_code == 201
    for _ in range(2):
        assert collect.submit(xml, foto=picture()).status_code == 202
    sweeping.sweep(now=now, seconds=5)
    assert len(store.pictures_of([id])[id]) == 1


def test_other_content_under_the_same_name_is_kept_as_a_variant(cast: Cast, collect: Collect) -> None:
    id = uuid4()
    collect.submit(visit_xml(cast, id))
    answer = collect.submit(visit_xml(cast, id, "Lain sekali"))
    assert answer.status_code == 202
    assert Variant.objects.filter(record=id).count() == 1
    assert VisitRevision.objects.get(visit_id=id).result == "Buku kas rapi"


def test_a_form_nobody_can_understand_waits_for_people_and_says_so(cast: Cast, collect: Collect) -> None:
    id = uuid4()
    answer = collect.submit(visit_xml(cast, id, mode="dreamt"))
    assert answer.status_code == 201
    assert said(answer).startswith("Diterima. Perlu dilihat:")
    assert Open.objects.get(pk=id).state == "attention"


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        ("<data", "EXCHANGE_039"),
        ('<!DOCTYPE d [<!ENTITY a "aa">]><data>&a;</data>', "EXCHANGE_039"),
        ("<data id='visit'><meta><instanceID>1</instanceID></meta></data>", "EXCHANGE_040"),
    ],
)
def test_what_is_no_form_is_refused_and_stays_on_the_phone(collect: Collect, xml: str, code: str) -> None:
    answer = collect.submit(xml)
    assert answer.status_code == 400
    assert code in said(answer)
    assert Record.objects.count() == 0
    assert [one["code"] for one in Refusal.objects.get(device__label="ODK Collect").problems] == [code]


def test_a_file_that_is_no_photo_hinders_nothing_and_is_told_on_its_phone(cast: Cast, collect: Collect) -> None:
    answer = collect.submit(visit_xml(cast, uuid4(), photo_1="foto.jpg"), foto=b"bukan foto")
    assert answer.status_code == 201 and Visit.objects.count() == 1
    told = Refusal.objects.get(device__label="ODK Collect")
    assert (told.name, told.is_file) == ("foto.jpg", True)
    assert told.problems[0]["id"] in said(answer)


def test_nobody_gets_in_without_a_device_password_in_force(cast: Cast, collect: Collect, now: datetime) -> None:
    for name, secret in (("ratna", "salah"), ("maria", collect.secret), ("", "")):
        answer = Collect(name, secret).call("get", "/openrosa/formList")
        assert (answer.status_code, answer["WWW-Authenticate"][:5]) == (401, "Basic")
    assert "EXCHANGE_041" in said(collect.call("get", "/openrosa/formList", secure=False))
    revoke_password(by=look(cast.ratna), id=DevicePassword.objects.get().pk, now=now)
    assert collect.submit(visit_xml(cast, uuid4())).status_code == 401


def test_a_lost_phone_revoked_on_the_tray_gets_in_no_more(cast: Cast, collect: Collect, now: datetime) -> None:
    device = DevicePassword.objects.get().device_id
    sync.revoke(by=look(cast.yosef), device=device, why="HP hilang", now=now)
    assert collect.call("get", "/openrosa/formList").status_code == 401


def test_a_form_of_somebody_else_is_not_there(cast: Cast, collect: Collect) -> None:
    round_ = rounds.opened(rounds.agnes(cast), cast.engagement.mentee_id)
    answer = collect.call("get", f"/openrosa/form/round-{round_}")
    assert (answer.status_code, "EXCHANGE_038" in said(answer)) == (404, True)
    id = uuid4()
    inner = f"<inputs.total_aset>1</inputs.total_aset><meta><instanceID>uuid:{id}</instanceID></meta>"
    xml = f'<data id="round-{round_}" version="0.a">{inner}</data>'
    collect.submit(xml)
    assert Open.objects.get(pk=id).state == "attention"


@pytest.mark.django_db(transaction=True)
def test_eight_equal_submissions_at_once_are_one_visit(cast: Cast, collect: Collect) -> None:
    id, answers = uuid4(), list[int]()

    def send() -> None:
        try:
            answers.append(collect.submit(visit_xml(cast, id)).status_code)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=send) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(answers) == 8 and set(answers) <= {201, 202}
    assert (Visit.objects.count(), Record.objects.count()) == (1, 1)


def test_a_password_is_shown_once_and_revoked_by_its_owner_alone(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.ratna)
    page = client.post(reverse("device_passwords"), {"label": "Samsung A10"})
    assert page.context["secret"] in page.content.decode()
    assert page.context["secret"] not in client.get(reverse("device_passwords")).content.decode()
    row = DevicePassword.objects.get()
    revoke = reverse("device_password_revoke", args=[row.pk])
    assert sign_in(cast.maria).post(revoke).status_code == 404
    assert sign_in(cast.ratna).post(revoke).status_code == 302
    row.refresh_from_db()
    assert row.revoked_at is not None


def test_a_password_without_a_name_is_refused_with_its_code(cast: Cast, sign_in: Any) -> None:
    page = sign_in(cast.ratna).post(reverse("device_passwords"), {"label": " "})
    assert page.status_code == 422
    assert [one.code for one in page.context["problems"]] == ["EXCHANGE_037"]


def test_a_clock_far_ahead_is_told_as_doubtful(cast: Cast, collect: Collect, now: datetime) -> None:
    id = uuid4()
    ahead = (now + timedelta(days=5)).isoformat()
    collect.submit(visit_xml(cast, id, sealed_at=ahead))
    assert Record.objects.get(pk=id).doubts
