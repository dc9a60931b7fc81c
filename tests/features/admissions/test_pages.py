"""The pages of calls and applications: open to visitors, kept on a refusal, limited, scoped, few queries (B1, F10)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from sidamping.features.admissions import services
from sidamping.features.admissions.models import Application
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http import limits
from tests import people, places
from tests.features.admissions import rounds_of as told
from tests.features.admissions.rounds_of import Rounds

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[Any]]


@pytest.fixture
def rounds(db: None) -> Rounds:
    return told.rounds()


def sent(**changes: Any) -> dict[str, Any]:
    """What the form of a cooperative posts."""
    return {
        "id": str(uuid7()), "name": "KSP Tunas Harapan", "cooperative_kind": "savings_loan",
        "legal_number": "518/BH/XXI.3/2016", "village": places.BOLOK, "contact_name": "Bernadus Taek",
        "contact_position": "Ketua", "phone": "0812 3456 7000", "statement": "Laporan tepat waktu.",
        "answer_active": "yes", "answer_committed": "yes", "consent": "on", **changes,
    }  # fmt: skip


def picture(name: str = "akta.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, told.photo("deed").content, "image/jpeg")


def test_a_visitor_reads_the_calls_applies_and_keeps_a_receipt(rounds: Rounds, client: Client) -> None:
    assert "Pendampingan Koperasi Modern" in client.get(reverse("open_calls")).content.decode()
    page = client.get(reverse("open_call", args=[rounds.modern])).content.decode()
    assert "Akta dan pengesahan badan hukum" in page and "Penjaringan koperasi" in page
    form = reverse("apply", args=[rounds.modern])
    assert client.get(form).status_code == 200
    answer = client.post(form, sent(document_deed=picture()))
    row = Application.objects.get()
    assert answer.status_code == 302 and answer["Location"] == reverse("applied", args=[row.token])
    receipt = client.get(answer["Location"])
    shown = receipt.content.decode()
    assert "0001/KOPERASI-MODERN-USULAN/2026" in shown and "Bukti RAT terakhir" in shown
    assert "081234567000" not in shown and receipt["X-Robots-Tag"] == "noindex, nofollow"


def test_posting_the_same_page_twice_is_one_application(rounds: Rounds, client: Client) -> None:
    form, posted = reverse("apply", args=[rounds.modern]), sent()
    first, second = client.post(form, posted), client.post(form, posted)
    assert first["Location"] == second["Location"] and Application.objects.count() == 1


def test_a_refusal_keeps_what_was_written_and_names_the_files_to_choose_again(rounds: Rounds, client: Client) -> None:
    answer = client.post(reverse("apply", args=[rounds.modern]), sent(phone="12", document_deed=picture()))
    shown = answer.content.decode()
    assert answer.status_code == 422 and not Application.objects.exists()
    assert "PARTIES_006" in shown and "ADMISSIONS_023" in shown and "akta.jpg" in shown
    assert 'value="KSP Tunas Harapan"' in shown and "Laporan tepat waktu." in shown


def test_a_robot_that_fills_the_hidden_field_is_refused(rounds: Rounds, client: Client) -> None:
    answer = client.post(reverse("apply", args=[rounds.modern]), sent(website="https://contoh.id"))
    assert answer.status_code == 422 and "ADMISSIONS_005" in answer.content.decode()
    assert not Application.objects.exists()


def test_too_many_sendings_from_one_address_wait(
    rounds: Rounds, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sidamping.features.admissions.views.public.SENDINGS", 2)
    answers = [client.post(reverse("apply", args=[rounds.modern]), sent(name="")) for _ in range(3)]
    assert [one.status_code for one in answers] == [422, 422, 429]
    assert "ADMISSIONS_017" in answers[2].content.decode() and limits.WINDOW_MINUTES == 10


def test_villages_are_found_without_an_account_within_the_call(rounds: Rounds, client: Client) -> None:
    here = told.cohort(told.MODERN, "Kupang", area=places.KUPANG)
    found = client.get(reverse("apply_places", args=[here]), {"q": "Bolok"}).json()["results"]
    assert [one["code"] for one in found] == [places.BOLOK]
    assert client.get(reverse("apply_places", args=[here]), {"q": "Kuatae"}).json()["results"] == []


def test_a_village_typed_without_a_script_is_resolved_or_offered(rounds: Rounds, client: Client) -> None:
    form = reverse("apply", args=[rounds.modern])
    client.post(form, sent(village="", village_text="Bolok"))
    assert Application.objects.get().village_id == places.BOLOK


def test_an_applicant_adds_documents_and_withdraws_at_the_receipt(rounds: Rounds, client: Client) -> None:
    id = told.apply(rounds.modern, told.koperasi(), complete=False)
    token = Application.objects.get(pk=id).token
    added = client.post(reverse("applied_documents", args=[token]), {"document_deed": picture()}, follow=True)
    assert "1 dokumen diterima." in added.content.decode()
    wrong = client.post(reverse("applied_withdraw", args=[token]), {"reason": ""})
    assert wrong.status_code == 422 and "ADMISSIONS_010" in wrong.content.decode()
    client.post(reverse("applied_withdraw", args=[token]), {"reason": "no_time"})
    closed = client.post(reverse("applied_documents", args=[token]), {"document_board": picture()})
    assert closed.status_code == 422 and "ADMISSIONS_009" in closed.content.decode()


def test_an_unknown_receipt_is_not_found(rounds: Rounds, client: Client) -> None:
    assert client.get(reverse("applied", args=["x" * 43])).status_code == 404


def test_the_refused_applicant_reads_the_reasons_and_the_letter(rounds: Rounds, client: Client) -> None:
    id = told.apply(rounds.modern, told.koperasi())
    told.decide(people.look(rounds.pmo), id, "admin_check", "failed", reasons=("inactive",), note="Catatan dalam")
    token = Application.objects.get(pk=id).token
    shown = client.get(reverse("applied", args=[token])).content.decode()
    assert "Koperasi atau usaha tidak aktif" in shown and "Catatan dalam" not in shown and "Pmo Modern" not in shown
    assert client.get(reverse("applied_letter_pdf", args=[token])).content[:5] == b"%PDF-"


def test_an_officer_helps_and_it_is_written_down(rounds: Rounds, sign_in: SignIn) -> None:
    page = sign_in(rounds.pmo)
    assert "dibantu" in page.get(reverse("apply", args=[rounds.modern])).content.decode()
    page.post(reverse("apply", args=[rounds.modern]), sent())
    row = Application.objects.get()
    assert row.assisted and row.by == rounds.pmo


def test_the_list_shows_the_queue_in_few_queries(rounds: Rounds, sign_in: SignIn, at_most_queries: Limit) -> None:
    for number in range(6):
        draft = told.koperasi(name=f"K {number}", legal_number=f"{number}/BH/2020", phone=f"08120000100{number}")
        told.apply(rounds.modern, draft)
    page = sign_in(rounds.pmo)
    with at_most_queries(10):
        shown = page.get(reverse("applications")).content.decode()
    assert all(f"K {number}" in shown for number in range(6))


def test_the_list_opens_on_every_round_and_offers_each(
    rounds: Rounds, sign_in: SignIn, at_most_queries: Limit
) -> None:
    """B1: an officer of several rounds sees whoever waits, whatever the round."""
    later = told.cohort(told.MODERN, "Angkatan 2", call_opens=told.OPENS)
    told.apply(rounds.modern, told.koperasi(name="Satu"))
    told.apply(later, told.koperasi(name="Dua", legal_number="9/BH/2021", phone="081200000009"))
    page = sign_in(rounds.pmo)
    with at_most_queries(10):
        shown = page.get(reverse("applications")).content.decode()
    assert all(word in shown for word in ("Satu", "Dua", "Semua angkatan", "Angkatan 2"))
    assert "Satu" not in page.get(reverse("applications"), {"cohort": later}).content.decode()


def test_sources_are_told_in_words_and_one_of_two_numbers_is_enough(rounds: Rounds) -> None:
    page = Client().get(reverse("open_call", args=[rounds.modern])).content.decode()
    assert "model-koperasi-modern#" not in page and "Universitas Koperasi Indonesia" in page
    form = Client().get(reverse("apply", args=[rounds.modern])).content.decode()
    for field in ("legal_number", "nik_koperasi"):
        part = form[form.index(f'for="id_{field}"') :].split("<input")[0]
        assert "boleh kosong" not in part and "Cukup salah satu" in part
    answer = Client().post(reverse("apply", args=[rounds.modern]), sent(phone="", legal_number="", nik_koperasi=""))
    assert "ADMISSIONS_016" in answer.content.decode() and "NIK koperasi wajib" not in answer.content.decode()


def test_the_application_shows_everything_in_few_queries(
    rounds: Rounds, sign_in: SignIn, at_most_queries: Limit
) -> None:
    told.apply(rounds.modern, told.koperasi(name="Koperasi Tunas Harapan", legal_number="9/BH/2011"))
    id = told.apply(rounds.modern, told.koperasi())
    page = sign_in(rounds.pmo)
    with at_most_queries(10):
        shown = page.get(reverse("application", args=[id])).content.decode()
    assert "nama dan desa" in shown and "0812••••••00" in shown and "081234567000" not in shown


def test_an_officer_walks_an_applicant_through_every_page(rounds: Rounds, sign_in: SignIn) -> None:
    id = told.apply(rounds.modern, told.koperasi())
    pmo, dinas = sign_in(rounds.pmo), sign_in(rounds.dinas)
    decide = reverse("application_decide", args=[id])
    day = people.TODAY.isoformat()
    assert pmo.post(decide, {"id": uuid7(), "step": "admin_check", "outcome": "passed", "on": day}).status_code == 302
    called = {"id": uuid7(), "called_on": day, "result": "confirmed", "spoke_with": "Bernadus"}
    assert pmo.post(reverse("application_contact", args=[id]), called).status_code == 302
    said = {"id": uuid7(), "step": "contact_check", "outcome": "confirmed", "on": day}
    assert pmo.post(decide, said).status_code == 302
    proof = {"id": uuid7(), "step": "dinas_check", "outcome": "confirmed", "on": day, "file_letter": picture("s.jpg")}
    assert dinas.post(decide, proof).status_code == 302
    assert pmo.post(decide, {"id": uuid7(), "step": "identify", "outcome": "passed", "on": day}).status_code == 302
    accepted = pmo.post(reverse("application_accept", args=[id]), {"id": uuid7(), "on": day}, follow=True)
    assert "pendampingannya dibuka" in accepted.content.decode()


def test_wrong_decisions_come_back_with_their_codes(rounds: Rounds, sign_in: SignIn) -> None:
    id = told.apply(rounds.modern, told.koperasi())
    posted = {"id": uuid7(), "step": "admin_check", "outcome": "failed", "on": people.TODAY.isoformat()}
    answer = sign_in(rounds.pmo).post(reverse("application_decide", args=[id]), posted)
    assert answer.status_code == 422 and "PROGRAMMES_041" in answer.content.decode()


def test_strangers_find_nothing(rounds: Rounds, sign_in: SignIn) -> None:
    id = told.apply(rounds.modern, told.koperasi())
    for name in ("application", "application_decide", "application_contact", "application_documents"):
        assert sign_in(rounds.dinas_tts).get(reverse(name, args=[id])).status_code == 404
    assert Client().get(reverse("applications")).status_code == 302


def test_a_number_is_revealed_once_for_a_reason(rounds: Rounds, sign_in: SignIn) -> None:
    id = told.apply(rounds.modern, told.koperasi())
    page, address = sign_in(rounds.pmo), reverse("application_reveal", args=[id, "phone"])
    assert page.post(address, {"why": "x"}).status_code == 422
    assert "081234567000" in page.post(address, {"why": "Menghubungi ketua"}).content.decode()


def test_the_list_and_the_reasons_leave_as_workbooks(rounds: Rounds, sign_in: SignIn) -> None:
    id = told.apply(rounds.modern, told.koperasi())
    services.withdraw(by=None, token=Application.objects.get(pk=id).token, reason="health", on=people.TODAY)
    page = sign_in(rounds.pmo)
    rows = _rows(page, reverse("applications_export") + "?stage=all")
    assert rows[-1][2] == "KSP Tunas Harapan"
    counted = _rows(page, reverse("application_reasons_export"))
    assert counted[-1] == ["Ditarik pemohon", None, "Sakit atau meninggal", 1]


def _rows(page: Client, address: str) -> list[list[Any]]:
    content = b"".join(page.get(address).streaming_content)  # type: ignore[arg-type]  # a file
    sheet = load_workbook(BytesIO(content)).active
    assert sheet is not None
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_an_officer_who_helps_is_led_to_the_earlier_application_and_nobody_else(
    rounds: Rounds, sign_in: SignIn
) -> None:
    earlier = told.apply(rounds.modern, told.koperasi())
    form, link = reverse("apply", args=[rounds.modern]), reverse("application", args=[earlier])
    again = sent(name="Tunas", legal_number="518/bh/xxi.3 / 2016")
    refused = sign_in(rounds.pmo).post(form, again)
    assert refused.status_code == 422 and link in refused.content.decode()
    for reader in (Client(), sign_in(rounds.dinas_tts)):
        answer = reader.post(form, {**again, "id": str(uuid7())})
        assert answer.status_code == 302 and link not in answer.content.decode()
