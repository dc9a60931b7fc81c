"""A board that never did it before holds its annual meeting on a phone, from the calendar to the printed book (E2-E4).

All figures are worked out by hand: 300.000 saved, interest 90.000, paper 20.000; surplus 70.000, of which 60 % is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from uuid import UUID

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from sidamping.features.meetings import queries, services
from sidamping.features.meetings.models import Elector, Meeting
from tests.features.meetings.meeting import CALLED_ON, DAY, INVITED_ON, at, booked, with_members, year_closed
from tests.journeys.acts import move_to, refused, send, submit
from tests.people import Cast, look

PASSAGES = ("rules", "institution", "business", "finance", "yearly", "recommendations", "supervisors-plan")
FIRST_ITEMS = 2


@dataclass
class Hall:
    """The phone of the chair, and the meeting."""

    cast: Cast
    page: Page
    book: UUID

    def at(self, rest: str = "") -> str:
        return f"/rapat/{Meeting.objects.get().pk}/{rest}"

    def press(self, rest: str, button: str) -> None:
        self.page.goto(self.at(rest))
        self.narrow()
        send(self.page, self.page.get_by_role("button", name=button).first)

    def narrow(self) -> None:
        assert self.page.evaluate("document.documentElement.scrollWidth") <= 360, self.page.url

    def electors(self) -> list[str]:
        rows = Elector.objects.order_by("member__number")
        return [str(one) for one in rows.values_list("pk", flat=True)]


@pytest.fixture
def hall(transactional_db: None, cast: Cast, opened: Callable[..., Page]) -> Hall:
    move_to(CALLED_ON)
    book, by = with_members(cast, 5), look(cast.ujang, CALLED_ON)
    booked(by, book)
    year_closed(by, book)
    return Hall(cast, opened(cast.ujang), book)


def test_a_cooperative_prepares_holds_and_reports_its_annual_meeting(hall: Hall) -> None:
    _e4_the_book_is_written_and_frozen(hall)
    _e2_members_are_invited_in_time(hall)
    _e2_the_meeting_opens_with_its_quorum_and_decides(hall)
    _e2_the_approval_locks_the_year_and_the_result_is_reported(hall)
    _e4_the_printed_book_is_the_approved_one(hall)


def _e4_the_book_is_written_and_frozen(hall: Hall) -> None:
    page = hall.page
    submit(page, f"/buku/{hall.book}/rapat/baru/", {
        "kind": "annual", "year": 2026, "day": DAY, "begins": "09:00", "place": "Aula desa Bolok",
    })  # fmt: skip
    refused(page, hall.at("buku/surplus/"), {"cadangan": "60", "jasa_modal": "30"}, "MEETINGS_040")
    submit(page, hall.at("buku/surplus/"), {
        "cadangan": "60", "jasa_modal": "40", "jasa_anggota": "0", "pengurus": "0", "karyawan": "0", "pendidikan": "0",
        "sosial": "0", "pembangunan": "0",
    })  # fmt: skip
    for part in PASSAGES:
        submit(page, hall.at(f"buku/{part}/"), {"text": f"Bagian {part} dari pengurus."})
    hall.press("buku/", "Bekukan untuk dibagikan")
    assert "Versi 1" in page.locator("main").inner_text()


def _e2_members_are_invited_in_time(hall: Hall) -> None:
    move_to(DAY)
    refused(hall.page, hall.at("undang/"), {"on": DAY}, "MEETINGS_006")
    move_to(INVITED_ON)
    submit(hall.page, hall.at("undang/"), {"on": INVITED_ON})
    submit(hall.page, hall.at("undangan/"), {"electors": hall.electors(), "on": INVITED_ON, "way": "hand"})
    hall.narrow()


def _e2_the_meeting_opens_with_its_quorum_and_decides(hall: Hall) -> None:
    page = hall.page
    move_to(DAY)
    submit(page, hall.at("hadir/"), {"electors": hall.electors()[:2], "way": "list"})
    page.goto(hall.at())
    assert "belum kuorum" in page.locator("main").inner_text()
    submit(page, hall.at("hadir/"), {"electors": hall.electors()[:4], "way": "list"})
    hall.press("", "Buka rapat")
    for _item in range(FIRST_ITEMS):
        hall.press("layar/", "Selesai, acara berikut")
    wrong = {"subject": "board_accountability", "text": "LPJ 2026", "way": "open", "yes": "3", "outcome": "approved"}
    refused(page, hall.at("keputusan/"), wrong, "MEETINGS_013")
    submit(page, hall.at("keputusan/"), {**wrong, "way": "consensus", "yes": ""})
    by, meeting = look(hall.cast.ujang, DAY), Meeting.objects.get().pk
    for code in list(queries.agenda("annual"))[FIRST_ITEMS:]:
        chosen = {"chair": "Ujang Mantap", "secretary": "Wati Tefa"} if code == services.ELECTED_LEADERS else {}
        services.finish_item(by=by, meeting=meeting, code=code, now=at(DAY), **chosen)


def _e2_the_approval_locks_the_year_and_the_result_is_reported(hall: Hall) -> None:
    hall.press("", "Kunci buku tahun ini")
    hall.press("", "Tutup rapat")
    submit(hall.page, hall.at("laporan/"), {"on": DAY, "to": "Dinas Koperasi Kabupaten Kupang"})
    assert "tepat waktu" in hall.page.locator("main").inner_text()


def _e4_the_printed_book_is_the_approved_one(hall: Hall) -> None:
    hall.page.goto(hall.at("buku/"))
    hall.narrow()
    answer = hall.page.request.get(hall.page.get_by_role("link", name="Buka buku RAT").evaluate("e => e.href"))
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(answer.body())).pages)
    assert "Versi 2, disahkan Rapat Anggota Tahunan 20 Maret 2027: Keputusan RAT nomor 1" in text
    for figure in ("Rp300.000", "Rp70.000", "Rp42.000", "Rp28.000", "Bagian institution dari pengurus.", "Anggota 05"):
        assert figure in text, figure
