"""Applications over the API: list, one, decide; scope, faults and repetition as on the pages."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from sidamping.features.admissions.models import Application, Decision
from sidamping.platform.access.models import User
from sidamping.platform.attachments.models import Attachment
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.features.admissions import rounds_of as told
from tests.features.admissions.rounds_of import Rounds

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/applications"
ID = uuid7()


@pytest.fixture
def rounds(db: None) -> Rounds:
    return told.rounds()


def _decide(page: Client, application: Any, **body: Any) -> Any:
    said = {"id": str(uuid7()), "step": "admin_check", "outcome": "passed", "on": str(people.TODAY), **body}
    return page.post(f"{ADDRESS}/{application}/decisions", said, content_type="application/json")


def test_the_api_lists_reads_and_decides(rounds: Rounds, sign_in: Callable[[User], Client]) -> None:
    id = told.apply(rounds.modern, told.koperasi())
    page = sign_in(rounds.pmo)
    [row] = page.get(ADDRESS).json()["rows"]
    assert (row["name"], row["state"], row["stage"], row["place"]) == ("KSP Tunas Harapan", "open", "admin_check", 1)
    card = page.get(f"{ADDRESS}/{id}").json()
    assert card["phone"] == "0812••••••00" and card["missing_documents"] == []
    new = str(uuid7())
    assert [_decide(page, id, id=new).status_code for _ in range(2)] == [200, 200]
    assert Decision.objects.count() == 1
    assert page.get(f"{ADDRESS}/{id}").json()["stage"] == "contact_check"


def _submit(page: Client, cohort: Any, **changes: Any) -> Any:
    draft = told.koperasi(**changes)
    names = ("kind", "name", "village", "phone", "contact_name", "contact_position", "statement", "consent",
             "cooperative_kind", "legal_number", "answers")
    said = {"id": str(ID), **{name: getattr(draft, name) for name in names}}
    return page.post(f"/api/v1/open-calls/{cohort}/applications", said, content_type="application/json")


def test_the_api_takes_an_application_once(rounds: Rounds, sign_in: Callable[[User], Client]) -> None:
    """B1: a helper is named, sent twice it is one, faults come with their codes."""
    page = sign_in(rounds.pmo)
    offered = {row["id"]: row for row in page.get("/api/v1/open-calls").json()}
    assert offered[str(rounds.modern)]["kinds"] == ["cooperative"]
    wrong = _submit(page, rounds.modern, phone="12")
    assert wrong.status_code == 422 and wrong.json()["problems"][0]["code"] == "PARTIES_006"
    answers = [_submit(page, rounds.modern) for _ in range(2)]
    assert [one.status_code for one in answers] == [200, 200]
    row = Application.objects.get()
    assert (row.pk, row.assisted, row.by) == (ID, True, rounds.pmo)
    assert row.token in answers[0].json()["receipt"]
    assert _submit(page, uuid7()).status_code == 404


def test_the_api_refuses_strangers_and_wrong_input(rounds: Rounds, sign_in: Callable[[User], Client]) -> None:
    id = told.apply(rounds.modern, told.koperasi())
    assert sign_in(rounds.dinas_tts).get(f"{ADDRESS}/{id}").status_code == 404
    assert Client().get(ADDRESS).status_code in (401, 403)
    wrong = _decide(sign_in(rounds.pmo), id, outcome="failed")
    assert wrong.status_code == 422 and wrong.json()["problems"][0]["code"] == "PROGRAMMES_041"


def _attach(page: Client, application: Any, **files: Any) -> Any:
    return page.post(f"{ADDRESS}/{application}/documents", files)


def _file(code: str, colour: str = "green") -> tuple[SimpleUploadedFile, str]:
    """A picture as a program sends it, with the hash it counted."""
    draft = told.photo(code, colour)
    return SimpleUploadedFile(draft.name, draft.content), sha256(draft.content).hexdigest()


def test_b1_files_are_attached_once_and_answered_with_size_and_hash(
    rounds: Rounds, sign_in: Callable[[User], Client]
) -> None:
    id = told.apply(rounds.modern, told.koperasi(), complete=False)
    page = sign_in(rounds.pmo)
    code = page.get(f"{ADDRESS}/{id}/documents").json()["documents"][0]["code"]
    for new in (1, 0):
        file, counted = _file(code)
        answer = _attach(page, id, **{code: file, f"{code}_sha256": counted})
        assert (answer.status_code, answer.json()["new"]) == (200, new)
    [kept] = answer.json()["documents"][0]["files"]
    stored = Attachment.objects.get(subject_id=id)
    assert (kept["sha256"], kept["size"], kept["media_type"]) == (stored.sha256, stored.size, "image/jpeg")


def test_files_are_read_by_what_they_are_and_compared_with_their_hash(
    rounds: Rounds, sign_in: Callable[[User], Client]
) -> None:
    id = told.apply(rounds.modern, told.koperasi(), complete=False)
    page = sign_in(rounds.pmo)
    code = page.get(f"{ADDRESS}/{id}/documents").json()["documents"][0]["code"]

    def codes(**files: Any) -> list[str]:
        answer = _attach(page, id, **files)
        assert answer.status_code == 422
        return [one["code"] for one in answer.json()["problems"]]

    assert codes(**{code: SimpleUploadedFile("surat.pdf", b"bukan PDF")}) == ["FILES_005"]
    assert codes(**{code: _file(code)[0], f"{code}_sha256": "0" * 64}) == ["ADMISSIONS_029"]
    assert codes(lain=_file("lain")[0]) == ["ADMISSIONS_020"]
    assert codes() == ["GENERAL_001"]
    assert codes(**{code: [_file(code)[0] for _ in range(13)]}) == ["ADMISSIONS_006"]
    assert not Attachment.objects.filter(subject_id=id).exists(), "half of a sending is no sending"


def test_the_sender_attaches_to_the_own_application_and_strangers_find_none(
    rounds: Rounds, sign_in: Callable[[User], Client]
) -> None:
    helper = people.user("helper", "Petugas Bantu")
    id = told.apply(rounds.modern, told.koperasi(), complete=False, by=people.look(helper))
    code = sign_in(rounds.pmo).get(f"{ADDRESS}/{id}/documents").json()["documents"][0]["code"]
    assert _attach(sign_in(helper), id, **{code: _file(code)[0]}).json()["new"] == 1
    for stranger in (rounds.dinas_tts, people.user("other", "Orang Lain")):
        page = sign_in(stranger)
        assert page.get(f"{ADDRESS}/{id}/documents").status_code == 404
        assert _attach(page, id, **{code: _file(code, "navy")[0]}).status_code == 404
