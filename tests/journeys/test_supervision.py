"""A supervisor runs an examination to a warning letter on a phone; the board answers, the mentor sees nothing (E14)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from sidamping.features.supervision.models import Examination, Finding
from tests.features.supervision.examining import HEAD
from tests.journeys.acts import CONTENT, move_to, refused, submit
from tests.people import Cast

VISIT, DUE, LATE, SOON = date(2026, 9, 7), date(2026, 9, 21), date(2026, 9, 22), date(2026, 10, 1)


@dataclass
class Room:
    """The phones of the supervisor, the chair and the mentor."""

    office: Page
    chair: Page
    mentor: Page

    def at(self, rest: str = "") -> str:
        return f"/pengawasan/{Examination.objects.get().pk}/{rest}"


@pytest.fixture
def room(transactional_db: None, cast: Cast, opened: Callable[..., Page]) -> Room:
    move_to(VISIT)
    return Room(opened(cast.dominggus), opened(cast.ujang), opened(cast.ratna))


def test_a_supervisor_runs_an_examination_to_a_warning_letter(
    room: Room, cast: Cast, violations: Callable[[Page], list[str]]
) -> None:
    _the_team_is_sent_out(room)
    _findings_become_a_report(room)
    _the_board_answers_one_finding_and_leaves_the_other(room)
    _a_warning_follows_and_nothing_heavier(room, violations)
    _the_mentor_sees_nothing(room)


def _the_team_is_sent_out(room: Room) -> None:
    day = VISIT.isoformat()
    plan = {"way": "active", "timing": "incidental", "purpose": "repressive", "matter": "Kas dan simpanan",
            "starts": day, "ends": day}  # fmt: skip
    room.office.goto("/pengawasan/baru/?q=merah")
    chosen = room.office.get_by_role("link", name="Periksa Merah Putih").get_attribute("href")
    submit(room.office, f"/pengawasan/baru/{chosen}", plan)
    refused(room.office, room.at("surat-tugas/"), {"name0": "Dominggus Lay"}, "SUPERVISION_023")
    submit(room.office, "/pengawasan/kop-surat/", asdict(HEAD))
    submit(room.office, room.at("surat-tugas/"), {"name0": "Dominggus Lay", "nip0": "196912312000031009"})
    expect(room.office.locator("main")).to_contain_text("001/ST-WAS/53.01/IX/2026")


def _findings_become_a_report(room: Room) -> None:
    for text, charged in (("Kas tidak dihitung", "Bendahara"), ("Simpanan bukan anggota", "Manajer")):
        told = {"area": "governance", "text": text, "advice": "Benahi", "charged": charged, "due": DUE.isoformat()}
        submit(room.office, room.at("temuan/"), told)
    submit(room.office, room.at("laporan/"), {"summary": "Dua temuan."})


def _the_board_answers_one_finding_and_leaves_the_other(room: Room) -> None:
    first = Finding.objects.get(number=1)
    room.chair.goto("/beranda-koperasi/")
    expect(room.chair.locator("main")).to_contain_text("temuan pengawasan menunggu tindak lanjut")
    proof: Any = {"name": "bukti.pdf", "mimeType": "application/pdf", "buffer": CONTENT}
    submit(room.chair, f"/pengawasan/temuan/{first.pk}/", {"text": "Kas dihitung tiap sore", "file": proof})
    room.office.goto(f"/pengawasan/temuan/{first.pk}/")
    room.office.get_by_role("link", name="Nilai").click()
    room.office.locator("[name=settled][value=yes]").check()
    room.office.get_by_role("button", name="Simpan penilaian").click()
    expect(room.office.locator("main")).to_contain_text("diterima kantor")


def _a_warning_follows_and_nothing_heavier(room: Room, violations: Callable[[Page], list[str]]) -> None:
    move_to(LATE)
    refused(room.office, room.at("sanksi/"), {"kind": "revocation", "reason": "Segera dicabut"}, "SUPERVISION_014")
    submit(room.office, room.at("sanksi/"), {"kind": "warning", "until": "2026-10-22"})
    assert violations(room.office) == []
    move_to(SOON)
    refused(room.office, room.at("sanksi/"), {"kind": "warning", "until": "2026-11-22"}, "SUPERVISION_022")
    room.chair.goto(room.at())
    link = room.chair.get_by_role("link", name="001/TT-WAS/53.01/IX/2026").get_attribute("href")
    letter = room.chair.request.get(link or "")
    words = "".join(page.extract_text() for page in PdfReader(BytesIO(letter.body())).pages)
    assert "Simpanan bukan anggota" in words and "Kas tidak dihitung" not in words
    assert HEAD.signer in words and HEAD.nip in words and HEAD.name.upper() in words
    assert violations(room.chair) == []


def _the_mentor_sees_nothing(room: Room) -> None:
    answer = room.mentor.goto(room.at())
    assert answer is not None and answer.status == 403
    assert not room.mentor.get_by_text("Pengawasan", exact=True).count()
