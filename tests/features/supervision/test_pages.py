"""Pages of supervision: the office walks from plan to warning, the board answers, wrong input comes back (E14)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import asdict
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from sidamping.features.parties.models import Cooperative
from sidamping.features.supervision.models import Answer, Examination, Finding, Sanction
from sidamping.platform.database.ids import uuid7
from tests.features.supervision.examining import HEAD, assigned, planned, reported, warned
from tests.people import Cast, User

SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[object]]
PDF = b"%PDF-1.4 1 0 obj<<>>endobj trailer<<>> %%EOF"


def test_an_office_plans_assigns_finds_and_reports(cast: Cast, sign_in: SignIn) -> None:
    office = sign_in(cast.dominggus)
    plan = {
        "id": str(uuid7()), "way": "active", "timing": "incidental", "purpose": "repressive", "matter": "Simpanan",
        "starts": "2026-11-09", "ends": "2026-11-10",
    }  # fmt: skip
    address = f"{reverse('examination_add')}?koperasi={cast.merah_putih.party_id}"
    for _ in range(2):
        assert office.post(address, plan).status_code == 303
    id = Examination.objects.get().pk
    assert office.post(reverse("letterhead"), asdict(HEAD)).status_code == 303
    team = {"name0": "Dominggus Lay", "nip0": "19691231 200003 1 009"}
    short = office.post(reverse("examination_assign", args=[id]), {**team, "nip0": "123"})
    assert short.status_code == 422 and "SUPERVISION_024" in short.content.decode()
    assert office.post(reverse("examination_assign", args=[id]), team).status_code == 303
    told = {"id": str(uuid7()), "area": "risk", "text": "Pinjaman tanpa agunan", "advice": "Nilai ulang",
            "charged": "Manajer", "due": "2026-11-20"}  # fmt: skip
    assert office.post(reverse("finding_add", args=[id]), told).status_code == 303
    assert office.post(reverse("examination_report", args=[id]), {"summary": "Perlu perbaikan."}).status_code == 303
    printed = office.get(reverse("examination_report_pdf", args=[id]))
    words = "".join(page.extract_text() for page in PdfReader(BytesIO(printed.content)).pages)
    assert "Pinjaman tanpa agunan" in words and "Manajer" in words and "Perlu perbaikan." in words
    letter = office.get(reverse("assignment_pdf", args=[id]))
    words = " ".join("".join(page.extract_text() for page in PdfReader(BytesIO(letter.content)).pages).split())
    assert "Dominggus Lay, NIP 196912312000031009" in words


def test_an_office_looks_up_whom_to_examine(cast: Cast, sign_in: SignIn) -> None:
    office, address = sign_in(cast.dominggus), reverse("examination_add")
    assert f"?koperasi={cast.merah_putih.party_id}" in office.get(address, {"q": "merah"}).content.decode()
    for text in ("tidak ada", "Kuatae"):
        assert "?koperasi=" not in office.get(address, {"q": text}).content.decode()
    for named in (cast.foreign_cooperative.party_id, uuid7(), "bukan-pengenal"):
        assert office.get(address, {"koperasi": str(named)}).status_code == 404


def test_an_office_says_how_its_letters_are_headed(cast: Cast, sign_in: SignIn) -> None:
    office, address = sign_in(cast.dominggus), reverse("letterhead")
    assert address in office.get(reverse("examinations")).content.decode()
    assert 'value="Pemerintah Kabupaten Kupang"' in office.get(address).content.decode()
    wrong = office.post(address, {**asdict(HEAD), "nip": "1970"})
    assert wrong.status_code == 422 and HEAD.address in wrong.content.decode()
    assert "SUPERVISION_024" in wrong.content.decode()
    assert office.post(address, asdict(HEAD)).status_code == 303
    assert HEAD.title in office.get(address).content.decode()
    assert office.get(address, {"kantor": "dinas_regency-53.07"}).status_code == 404


def test_a_group_being_founded_is_refused_with_the_reason(cast: Cast, sign_in: SignIn) -> None:
    Cooperative.objects.filter(pk=cast.merah_putih.pk).update(standing="pre")
    address = f"{reverse('examination_add')}?koperasi={cast.merah_putih.party_id}"
    told = sign_in(cast.dominggus).get(address, follow=True).content.decode()
    assert "SUPERVISION_025" in told and f"?koperasi={cast.merah_putih.party_id}" not in told


@pytest.mark.parametrize(
    "name, given, code",
    [
        ("examination_assign", {"name0": ""}, ""),
        ("finding_add", {"id": str(uuid7()), "area": "risk", "text": "Temuan", "advice": "Saran", "charged": "Ketua",
                         "due": "2026-11-05"}, "SUPERVISION_009"),
        ("sanction_add", {"id": str(uuid7()), "kind": "dissolution", "reason": "Segera"}, "SUPERVISION_010"),
    ],
)  # fmt: skip
def test_wrong_input_comes_back_with_its_code(
    cast: Cast, sign_in: SignIn, name: str, given: dict[str, str], code: str
) -> None:
    id = planned(cast) if name == "examination_assign" else assigned(cast)
    answer = sign_in(cast.dominggus).post(reverse(name, args=[id]), given)
    assert answer.status_code == 422
    assert code in answer.content.decode()
    assert all(value in answer.content.decode() for value in given.values())


def test_a_sanction_out_of_order_keeps_what_was_typed(cast: Cast, sign_in: SignIn) -> None:
    id, _ = reported(cast)
    given = {"id": str(uuid7()), "kind": "revocation", "reason": "Tidak ditindaklanjuti"}
    answer = sign_in(cast.dominggus).post(reverse("sanction_add", args=[id]), given)
    assert answer.status_code == 422 and not Sanction.objects.exists()
    assert "SUPERVISION_014" in answer.content.decode() and "Tidak ditindaklanjuti" in answer.content.decode()


def test_the_board_answers_with_a_file_and_the_office_opens_it(cast: Cast, sign_in: SignIn) -> None:
    _, finding = reported(cast)
    given = {"id": str(uuid7()), "text": "Kas dihitung", "file": SimpleUploadedFile("bukti.pdf", PDF)}
    address = reverse("finding", args=[finding])
    assert sign_in(cast.ujang).post(address, given).status_code == 303
    said = Answer.objects.get()
    office = sign_in(cast.dominggus)
    assert office.get(reverse("answer_file", args=[said.pk])).content == PDF
    assert office.post(address, given).status_code == 404
    assert office.post(reverse("answer_judge", args=[said.pk]), {"settled": "yes"}).status_code == 303
    assert "selesai" in office.get(address).content.decode()


def test_strangers_are_told_that_there_is_none(cast: Cast, sign_in: SignIn) -> None:
    id, finding = reported(cast)
    sanction = warned(cast, id)
    for who, status in ((cast.ratna, 403), (cast.yosef, 403), (cast.petronela, 404)):
        client = sign_in(who)
        for name, key in (("examination", id), ("finding", finding), ("sanction_pdf", sanction)):
            assert client.get(reverse(name, args=[key])).status_code == status
    assert sign_in(cast.ujang).get(reverse("sanction_lift", args=[sanction])).status_code == 403


def test_pages_ask_little(cast: Cast, sign_in: SignIn, at_most_queries: Limit) -> None:
    id, finding = reported(cast)
    warned(cast, id)
    office = sign_in(cast.dominggus)
    for address in (reverse("examinations"), reverse("examination", args=[id]), reverse("finding", args=[finding]),
                    reverse("sanction_add", args=[id])):  # fmt: skip
        with at_most_queries(15):
            assert office.get(address).status_code == 200
    assert Finding.objects.count() == 1
