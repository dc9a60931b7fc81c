"""Works handed in as files with a checklist, proofs, what a programme asks, and who reviews it (B7, B8, S1 table 2)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from pypdf import PdfReader

from sidamping.domain.problems import Refused
from sidamping.features.deliverables import queries, services
from sidamping.features.deliverables.models import Version
from sidamping.features.needs.models import Need
from sidamping.features.programmes.models import Assignment, Engagement, Path, StepRecord
from sidamping.platform.access.models import User
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from sidamping.rules.books import codes_of
from sidamping.rules.deliverables import deliverable_kind, deliverable_kinds
from tests import people, places
from tests.people import Cast, look

MODERN, PINNED = "koperasi-modern-usulan", "koperasi-modern-usulan/2024-01-01"
STARTS = date(2026, 7, 1)
SignIn = Callable[[User], Client]


@pytest.fixture
def host(cast: Cast) -> Engagement:
    """Merah Putih in the recommended model, carried by Ratna, with the theme governance."""
    path = Path.objects.create(subject="mentee", programme=MODERN, pinned=PINNED, starts=STARTS)
    row = Engagement.objects.create(
        id=path.pk, path=path, programme=MODERN, pinned=PINNED, mentee=cast.merah_putih.party,
        village_id=places.BOLOK, regency=places.KUPANG, starts=STARTS,
    )
    Assignment.objects.create(engagement=row, mentor=cast.ratna, starts=STARTS)
    people.appoint(cast.ratna, "mentor", area=places.KUPANG, programme=MODERN)
    people.appoint(cast.yosef, "coordinator", area=places.KUPANG, programme=MODERN)
    Need.objects.create(
        engagement=row, number=1, determined_on=STARTS, types=["hb"], themes=["governance"], priority=2,
        by=cast.paulus,
    )
    return row


@pytest.fixture
def pmo(host: Engagement) -> User:
    who = people.user("dorkas", "Dorkas Tefa")
    people.appoint(who, "pmo", area=places.NTT, programme=MODERN)
    return who


def photo(colour: str = "teal") -> bytes:
    out = BytesIO()
    Image.new("RGB", (6, 6), colour).save(out, "PNG")
    return out.getvalue()


def codes(act: Callable[[], Any]) -> list[str]:
    with pytest.raises(Refused) as found:
        act()
    return found.value.codes


def begin(cast: Cast, host: Engagement, kind: str) -> UUID:
    return services.begin_sheet(by=look(cast.ratna), id=uuid7(), engagement_id=host.pk, kind=kind, on=people.TODAY)


def filled(cast: Cast, sheet: UUID, kind: str) -> dict[str, Any]:
    """Everything the kind asks for: ticks, and one photo behind each proof."""
    typed: dict[str, Any] = {}
    for cell in deliverable_kind(kind, people.TODAY).cells:
        if cell.kind == "check":
            typed[cell.key] = "1"
        elif cell.kind == "proof" and cell.required:
            proof = {"sheet": sheet, "name": "bukti.png", "content": photo(), "where": cell.key}
            file = services.add_file(by=look(cast.ratna), **proof)
            typed[cell.key] = {"file": str(file), "note": ""}
        elif cell.required:
            typed[cell.key] = "ada"
    return typed


def accepted(cast: Cast, host: Engagement, pmo: User, kind: str, now: datetime) -> UUID:
    """The kind from beginning to acceptance."""
    sheet = begin(cast, host, kind)
    typed = filled(cast, sheet, kind)
    services.save_sheet(by=look(cast.ratna), sheet=sheet, typed=typed, seen=0, now=now)
    version = services.hand_in(by=look(cast.ratna), sheet=sheet, now=now)
    services.review(by=look(pmo), sheet=sheet, version=version, verdict="accepted", now=now)
    return sheet



def test_every_deliverable_of_the_list_has_a_file() -> None:
    assert {one.name for one in deliverable_kinds(people.TODAY)} == set(codes_of("deliverables"))


def test_sixteen_books_ask_for_sixteen_proofs() -> None:
    kind = deliverable_kind("sixteen-books", people.TODAY)
    assert len(kind.proofs) == 16 and all(one.required for one in kind.proofs)


def test_a_mentoring_shows_what_its_programme_and_theme_ask(cast: Cast, host: Engagement) -> None:
    page = queries.asked_page(look(cast.ratna), host.pk)
    assert page is not None
    assert [one.code for one in page.general] == ["pos", "bmc", "swot", "stakeholder-map", "product-catalogue"]
    assert [one.code for one in page.special] == ["statutes", "nik-certificate", "structure", "sixteen-books"]
    assert {one.state for one in page.lines} == {"absent"} and (page.accepted, page.total) == (0, 9)
    assert page.reviewers == ("Tim PMO Koperasi Modern",)
    assert queries.asked_page(look(cast.maria), host.pk) is None


def test_a_programme_without_a_list_asks_nothing(cast: Cast) -> None:
    page = queries.asked_page(look(cast.ratna), cast.engagement.pk)
    assert page is not None and page.lines == () and not page.undetermined


def test_a_checklist_is_handed_in_only_whole(cast: Cast, host: Engagement, now: datetime) -> None:
    sheet, by = begin(cast, host, "statutes"), look(cast.ratna)
    file = services.add_file(by=by, sheet=sheet, name="AD.png", content=photo(), where="statutes")
    typed = {"statutes": {"file": str(file), "note": "Akta 2018"}, "current": "1"}
    services.save_sheet(by=by, sheet=sheet, typed=typed, seen=0, now=now)
    wrong = codes(lambda: services.hand_in(by=by, sheet=sheet, now=now))
    assert wrong == ["DELIVERABLES_022", "DELIVERABLES_021"]
    services.save_sheet(by=by, sheet=sheet, typed=filled(cast, sheet, "statutes"), seen=1, now=now)
    version = Version.objects.get(pk=services.hand_in(by=by, sheet=sheet, now=now))
    assert version.content["current"] is True
    held = version.content["bylaws"]
    assert held["name"] == "AD.png" and held["media_type"] == "image/jpeg" and len(held["sha256"]) == 64


def test_a_file_of_another_sheet_proves_nothing(cast: Cast, host: Engagement, now: datetime) -> None:
    by, sheet, other = look(cast.ratna), begin(cast, host, "structure"), begin(cast, host, "statutes")
    strange = services.add_file(by=by, sheet=other, name="a.png", content=photo(), where="statutes")
    typed = {"chart": {"file": str(strange)}}
    assert codes(lambda: services.save_sheet(by=by, sheet=sheet, typed=typed, seen=0, now=now)) == ["DELIVERABLES_023"]
    wrong = {"by": by, "sheet": sheet, "name": "a.docx", "content": b"halo", "where": "chart"}
    assert codes(lambda: services.add_file(**wrong)) == ["FILES_007"]
    stranger = {**wrong, "by": look(cast.maria), "content": photo()}
    assert codes(lambda: services.add_file(**stranger)) == ["DELIVERABLES_002"]


def test_the_reviewers_are_those_of_the_programme(cast: Cast, host: Engagement, pmo: User, now: datetime) -> None:
    sheet, by = begin(cast, host, "structure"), look(cast.ratna)
    services.save_sheet(by=by, sheet=sheet, typed=filled(cast, sheet, "structure"), seen=0, now=now)
    version = services.hand_in(by=by, sheet=sheet, now=now)
    judge = {"sheet": sheet, "version": version, "verdict": "accepted", "now": now}
    assert codes(lambda: services.review(by=look(cast.yosef), **judge)) == ["DELIVERABLES_016"]
    assert queries.waiting_sheets(look(cast.yosef)) == ()
    assert [one.id for one in queries.waiting_sheets(look(pmo))] == [sheet]
    services.review(by=look(pmo), sheet=sheet, version=version, verdict="returned", remark="Foto kabur", now=now)
    services.save_sheet(by=by, sheet=sheet, typed={**filled(cast, sheet, "structure"), "remarks": "Foto baru"}, seen=1,
                        now=now)
    second = services.hand_in(by=by, sheet=sheet, now=now)
    services.review(by=look(pmo), sheet=sheet, version=second, verdict="accepted", now=now)
    assert queries.accepted_kinds(host.pk) == {"structure"}
    page = queries.asked_page(by, host.pk)
    assert page is not None and [one.code for one in page.lines if one.accepted] == ["structure"]


def test_the_step_of_the_theme_is_done_when_every_work_of_it_is_accepted(
    cast: Cast, host: Engagement, pmo: User, now: datetime
) -> None:
    """B8: specific deliverables by theme; the step follows from the reviews."""
    for step in ("socialise", "apply", "admin_check", "contact_check", "dinas_check", "identify", "needs", "assign",
                 "introduce_dinas", "introduce_coop", "baseline", "general_outputs"):
        StepRecord.objects.create(path=host.path, step=step, done_on=STARTS, by=cast.paulus,
                                  outcome={"identify": "passed", "admin_check": "passed"}.get(step, ""))
    works = ("statutes", "nik-certificate", "structure", "sixteen-books")
    for kind in works:
        assert not StepRecord.objects.filter(path=host.path, step="theme_outputs").exists()
        last = accepted(cast, host, pmo, kind, now)
    done = StepRecord.objects.get(path=host.path, step="theme_outputs")
    assert (done.source_id, done.by_id) == (last, pmo.pk)


def test_the_page_takes_a_file_shows_it_and_gives_it_back(cast: Cast, host: Engagement, sign_in: SignIn) -> None:
    sheet, ratna = begin(cast, host, "nik-certificate"), sign_in(cast.ratna)
    sent = {"seen": "0", "valid": "1", "certificate-file": SimpleUploadedFile("nik.png", photo()),
            "certificate-note": "Berlaku sampai 2027"}  # fmt: skip
    assert ratna.post(reverse("sheet_edit", args=[sheet]), sent).status_code == 303
    page = ratna.get(reverse("sheet", args=[sheet])).content.decode()
    assert "nik.png" in page and "Berlaku sampai 2027" in page
    content = queries.sheet(look(cast.ratna), sheet).content  # type: ignore[union-attr]  # it is there
    file = reverse("sheet_file", args=[sheet, content["certificate"]["file"]])
    answer = ratna.get(file)
    assert answer.status_code == 200 and answer["Content-Type"] == "image/jpeg"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert sign_in(cast.maria).get(file).status_code == 404
    assert ratna.get(reverse("sheet_file", args=[sheet, uuid7()])).status_code == 404
    wrong = {"seen": "1", "certificate-file": SimpleUploadedFile("nik.docx", b"halo")}
    refused = ratna.post(reverse("sheet_edit", args=[sheet]), wrong)
    assert refused.status_code == 422 and "FILES_007" in refused.content.decode()
    text = PdfReader(BytesIO(ratna.get(reverse("sheet_pdf", args=[sheet])).content)).pages[0].extract_text()
    assert "nik.png" in text and content["certificate"]["sha256"][:16] in text


def test_the_list_page_is_quick_and_keeps_strangers_out(
    cast: Cast, host: Engagement, sign_in: SignIn,
    at_most_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    address, ratna = reverse("deliverables", args=[host.pk]), sign_in(cast.ratna)
    with at_most_queries(14):
        page = ratna.get(address).content.decode()
    assert "Output khusus menurut tema" in page and "0 / 9" in page and "16 buku wajib koperasi" in page
    assert sign_in(cast.maria).get(address).status_code == 404
    plain = ratna.get(reverse("deliverables", args=[cast.engagement.pk])).content.decode()
    assert "Program ini tidak menetapkan" in plain


def test_adding_the_same_file_twice_is_told_once(cast: Cast, host: Engagement) -> None:
    sheet = begin(cast, host, "statutes")
    file = {"by": look(cast.ratna), "sheet": sheet, "name": "AD.png", "content": photo(), "where": "statutes"}
    assert services.add_file(**file) == services.add_file(**file)
    assert Activity.objects.filter(action="deliverables.file_added").count() == 1
