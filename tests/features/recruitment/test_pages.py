"""The pages of recruitment as people use them: apply in public, decide, interview, rank, appoint, induct (B3, B4)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from sidamping.features.recruitment import queries
from sidamping.features.recruitment.models import Candidacy, Panelist
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import places
from tests.features.recruitment import calling
from tests.features.recruitment.calling import CV, FIRST, OPENS, TODAY, look
from tests.people import Cast

SignIn = Callable[[User], Client]


def filled(call: Any, **changes: Any) -> dict[str, Any]:
    """The public form as a browser sends it."""
    position = queries.public_call(call).positions[0].id  # type: ignore[union-attr]  # just opened
    return {
        "id": str(uuid7()), "position": str(position), "name": "Novita Ledoh", "nik": "5301056111910005",
        "phone": "0813-3900-0005", "village": places.BOLOK, "education": "bachelor", "experience": "Penyuluh",
        "origin": "public", "consent": "on", "cv": SimpleUploadedFile("cv.pdf", CV), **changes,
    }  # fmt: skip


def test_a_visitor_applies_and_reads_the_receipt(cast: Cast) -> None:
    call = calling.called(cast)
    client = Client()
    assert "Angkatan 1" in client.get(reverse("mentor_calls")).content.decode()
    answer = client.post(reverse("mentor_call", args=[call]), filled(call))
    assert answer.status_code == 303
    receipt = client.get(answer["Location"])
    assert receipt.status_code == 200 and "Novita Ledoh" in receipt.content.decode()
    assert receipt["X-Robots-Tag"] == "noindex, nofollow" and "no-store" in receipt["Cache-Control"]
    assert "5301056111910005" not in receipt.content.decode()
    assert client.get(reverse("mentor_receipt", args=["x" * 32])).status_code == 404


def test_a_faulty_application_keeps_what_was_written(cast: Cast) -> None:
    call = calling.called(cast)
    wrong = filled(call, nik="12", consent="", cv="")
    answer = Client().post(reverse("mentor_call", args=[call]), wrong)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert all(code in shown for code in ("PARTIES_001", "RECRUITMENT_011", "RECRUITMENT_009"))
    assert "Novita Ledoh" in shown and not Candidacy.objects.exists()


def test_what_must_be_written_is_not_marked_as_optional(cast: Cast) -> None:
    page = Client().get(reverse("mentor_call", args=[calling.called(cast)])).content.decode()
    for field in ("name", "nik", "phone", "cv"):
        label = page[page.index(f'for="id_{field}"') :].split("</label>")[0]
        assert "boleh kosong" not in label, field


def test_a_robot_that_fills_the_hidden_field_is_refused(cast: Cast) -> None:
    call = calling.called(cast)
    answer = Client().post(reverse("mentor_call", args=[call]), filled(call, website="http://x"))
    assert answer.status_code == 422 and "ADMISSIONS_005" in answer.content.decode()
    assert not Candidacy.objects.exists()


def test_an_officer_helps_and_somebody_with_an_account_applies_alone(cast: Cast, sign_in: SignIn) -> None:
    """B3: who helps is not the candidate; who applied with an account finds the receipt on the page of the call."""
    call = calling.called(cast)
    address = reverse("mentor_call", args=[call])
    assert sign_in(cast.paulus).post(address, filled(call, whose="other")).status_code == 303
    helped = Candidacy.objects.get()
    assert (helped.user, helped.assisted_by) == (None, cast.paulus)
    client = sign_in(cast.ratna)
    assert client.post(address, filled(call, whose="own", nik="5301055203900011")).status_code == 303
    assert reverse("mentor_receipt", args=[Candidacy.objects.get(user=cast.ratna).token]) in client.get(
        address
    ).content.decode()
    answer = client.post(address, filled(call, whose="own", nik="5301055203900011"))
    assert answer.status_code == 422 and "RECRUITMENT_008" in answer.content.decode()


def test_a_known_nik_is_answered_like_any_other(cast: Cast) -> None:
    """B3: the answer to a stranger tells nothing of who has applied."""
    call = calling.called(cast)
    answers = [Client().post(reverse("mentor_call", args=[call]), filled(call, name=name)) for name in ("Satu", "Dua")]
    assert [one.status_code for one in answers] == [303, 303]


def test_too_many_applications_from_one_address_wait(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sidamping.features.recruitment.views.public.SENDINGS", 2)
    address, client = reverse("mentor_call", args=[calling.called(cast)]), Client()
    answers = [client.post(address, {"name": "Novita Ledoh"}) for _ in range(3)]
    assert [one.status_code for one in answers] == [422, 422, 429]
    assert "ADMISSIONS_017" in answers[2].content.decode() and "Novita Ledoh" in answers[2].content.decode()


def test_the_picker_of_villages_is_open_to_visitors(cast: Cast) -> None:
    answer = Client().get(reverse("mentor_places"), {"q": "Bolok"})
    assert [one["code"] for one in answer.json()["results"]] == [places.BOLOK]


def test_the_pmo_opens_and_changes_a_call(cast: Cast, sign_in: SignIn) -> None:
    calling.offices(cast)
    host = calling.cohort(cast)
    client = sign_in(cast.paulus)
    assert client.get(reverse("call_open")).status_code == 200
    sent = {"id": str(uuid7()), "cohort": str(host), "opens": "2026-10-01", "closes": "2026-12-01",
            "wanted-marketing": "2", "need-marketing": "Pasar"}
    answer = client.post(reverse("call_open"), {**sent, "closes": "2026-09-01"})
    assert answer.status_code == 422 and "RECRUITMENT_003" in answer.content.decode()
    answer = client.post(reverse("call_open"), sent)
    assert answer.status_code == 303
    page = client.get(answer["Location"]).content.decode()
    assert "Manajemen pemasaran" in page
    call = answer["Location"].split("/")[2]
    changed = {key: sent[key] for key in ("opens", "closes", "wanted-marketing", "need-marketing")}
    changed["closes"] = "2026-12-15"
    assert client.post(reverse("call_change", args=[call]), changed).status_code == 422
    assert client.post(reverse("call_change", args=[call]), {**changed, "why": "Sepi"}).status_code == 303


def test_a_candidate_is_decided_on_the_own_page(cast: Cast, sign_in: SignIn) -> None:
    call = calling.called(cast)
    id = calling.applied(call)
    client = sign_in(cast.paulus)
    page = client.get(reverse("candidate", args=[id])).content.decode()
    assert "5301••••••••0004" in page and "5301051204870004" not in page
    sent = {"id": str(uuid7()), "stage": "administrative", "outcome": "refuse", "on": "2026-10-01"}
    address = reverse("candidate_decide", args=[id])
    answer = client.post(address, sent)
    assert answer.status_code == 422 and "PROGRAMMES_041" in answer.content.decode()
    assert client.post(address, {**sent, "reasons": ["documents"]}).status_code == 303
    assert "Dokumen tidak lengkap" in client.get(reverse("recruitment", args=[call])).content.decode()
    document = Candidacy.objects.get(pk=id).documents.first()
    file = client.get(reverse("candidate_file", args=[id, document.pk]))  # type: ignore[union-attr]  # one is there
    assert file["Content-Type"] == "application/pdf"
    assert sign_in(cast.maria).get(reverse("candidate", args=[id])).status_code == 403


def test_an_interviewer_marks_on_a_page_of_the_own(cast: Cast, sign_in: SignIn) -> None:
    call = calling.called(cast)
    id = calling.applied(call)
    calling.to_interview(cast, id)
    client = sign_in(cast.agnes)
    assert "Menunggu nilai Anda" in client.get(reverse("interviews")).content.decode()
    address = reverse("candidate_marks", args=[id])
    assert client.post(address, {"sikap": "80,5"}).status_code == 303
    assert 'value="80,5"' in client.get(address).content.decode()
    answer = client.post(address, {"sikap": "80", "serahkan": "1"})
    assert answer.status_code == 422 and "RECRUITMENT_019" in answer.content.decode()
    assert client.post(address, {**FIRST, "serahkan": "1"}).status_code == 303
    page = client.get(reverse("candidate", args=[id])).content.decode()
    assert "17,65 %" in page and "35,29 %" in page and "29,41 %" in page and "Sarlin Ndoen" in page
    assert sign_in(cast.paulus).get(address).status_code == 404


def test_a_panel_is_named_for_several_candidates_at_once(cast: Cast, sign_in: SignIn) -> None:
    call = calling.called(cast)
    ids = [calling.applied(call), calling.applied(call, "5301056111910005", name="Novita")]
    for id in ids:
        calling.decided(cast.paulus, id, "administrative", on=OPENS)
        calling.decided(cast.paulus, id, "competence", on=OPENS)
    client, address = sign_in(cast.paulus), reverse("call_panel", args=[call])
    sent = {"candidates": [str(id) for id in ids], "people": [str(cast.agnes.pk)], "on": "2026-10-10", "place": "Aula"}
    answer = client.post(address, sent)
    assert answer.status_code == 422 and "PROGRAMMES_044" in answer.content.decode()
    assert client.post(address, {**sent, "people": [str(cast.agnes.pk), str(cast.sarlin.pk)]}).status_code == 303
    assert Panelist.objects.count() == 4


def test_the_ranked_list_leaves_as_workbook_and_paper(cast: Cast, sign_in: SignIn) -> None:
    call = calling.called(cast)
    calling.chosen(cast, call)
    client = sign_in(cast.paulus)
    page = client.get(reverse("ranking", args=[call])).content.decode()
    assert "78,53" in page and "Bila sama: pengetahuan" in page
    book = openpyxl.load_workbook(BytesIO(b"".join(client.get(reverse("ranking_xlsx", args=[call])))))  # type: ignore[arg-type]  # a stream
    rows = [[cell.value for cell in row] for row in book.active.rows]  # type: ignore[union-attr]  # one sheet
    assert rows[-1][:2] == [1, "Melkianus Bire"] and "78,53" in rows[-1]
    assert client.get(reverse("ranking_pdf", args=[call])).content.startswith(b"%PDF")


def test_the_appointed_get_their_password_shown_once(cast: Cast, sign_in: SignIn) -> None:
    call = calling.called(cast)
    id = calling.chosen(cast, call)
    client, address = sign_in(cast.paulus), reverse("call_appoint", args=[call])
    assert 'value="melkianus.bire"' in client.get(address).content.decode()
    sent = {"on": "2026-10-20", "starts": "2026-10-20", "place": "Kupang", f"chosen-{id}": "on",
            f"username-{id}": "ratna"}
    answer = client.post(address, sent)
    assert answer.status_code == 422 and "ACCESS_008" in answer.content.decode()
    answer = client.post(address, {**sent, f"username-{id}": "melki"})
    assert answer.status_code == 200 and "melki" in answer.content.decode()
    assert "Ditetapkan" in client.get(reverse("recruitment", args=[call])).content.decode()


def test_attendance_is_ticked_on_one_page_and_printed(cast: Cast, sign_in: SignIn) -> None:
    call = calling.called(cast)
    id = calling.chosen(cast, call)
    calling.appointed(cast, call, id)
    client, address = sign_in(cast.paulus), reverse("induction", args=[call])
    assert "Wajib, belum dijadwalkan" in client.get(address).content.decode()
    sent = {"id": str(uuid7()), "code": "outputs", "on": "2026-10-25", "starts_at": "09:00", "place": ""}
    answer = client.post(address, sent)
    assert answer.status_code == 422 and "RECRUITMENT_025" in answer.content.decode()
    sent |= {"place": "Aula", "material": SimpleUploadedFile("materi.pdf", CV)}
    assert client.post(address, sent).status_code == 303
    second = calling.session(cast, Candidacy.objects.get(pk=id).call.cohort_id, "reporting", TODAY - timedelta(days=3))
    for session in (sent["id"], second):
        answer = client.post(reverse("induction_session", args=[session]), {"present": [str(id)]})
        assert answer.status_code == 303
    assert "Selesai" in client.get(address).content.decode()
    assert client.get(reverse("session_pdf", args=[second])).content.startswith(b"%PDF")
    mentor = sign_in(User.objects.get(username="melki"))
    User.objects.filter(username="melki").update(password_once=False)
    assert "Hadir" in mentor.get(reverse("inductions")).content.decode()
    assert mentor.get(reverse("session_file", args=[sent["id"]])).content == CV


@pytest.mark.parametrize("name", ["recruitment", "ranking", "induction", "call_appoint", "call_panel", "call_change"])
def test_another_area_does_not_see_the_call(cast: Cast, sign_in: SignIn, name: str) -> None:
    call = calling.called(cast)
    assert sign_in(cast.yosef).get(reverse(name, args=[call])).status_code == 404
    assert sign_in(cast.maria).get(reverse(name, args=[call])).status_code == 403


def test_the_pages_ask_the_database_seldom(
    cast: Cast, sign_in: SignIn, at_most_queries: Callable[[int], AbstractContextManager[Any]]
) -> None:
    call = calling.called(cast)
    calling.chosen(cast, call, "5301051204870009", name="Calon terpilih")
    for number in range(6):
        id = calling.applied(call, f"530105120487000{number}", name=f"Calon {number}")
        calling.to_interview(cast, id)
        calling.marked(cast, id)
    client = sign_in(cast.paulus)
    for name in ("recruitment", "ranking", "induction", "recruitments"):
        url = reverse(name, args=[call] if name != "recruitments" else [])
        client.get(url)
        with at_most_queries(10):
            client.get(url)
    assert look(cast.paulus)
