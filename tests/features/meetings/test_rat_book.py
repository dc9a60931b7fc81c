"""The RAT book: its figures are those of ledger, register and plan to the rupiah; frozen before and after (E3, E4)."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from sidamping.domain.meetings.documents import RAT_BOOK, amount
from sidamping.domain.papers.canonical import digest
from sidamping.features.books import queries as books
from sidamping.features.meetings import queries, services
from sidamping.features.meetings.models import Document, Passage
from sidamping.features.meetings.queries import MeetingCard
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import refused_by_database
from tests.features.meetings.meeting import (
    DAY,
    SAVED,
    Called,
    agreed,
    at,
    begun,
    booked,
    finished,
    invited,
    said,
    year_closed,
)
from tests.features.meetings.test_papers import printed
from tests.people import Cast, look

SignIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def on_its_day(settings: Any) -> None:
    settings.FIXED_TODAY = DAY


def told(cast: Cast) -> Called:
    """An open meeting about a year that has figures."""
    made = begun(cast)
    booked(made.chair(), made.book)
    return made


def card_of(made: Called, who: User | None = None) -> MeetingCard:
    found = queries.meeting(look(who or made.cast.ujang, DAY), made.meeting)
    assert found is not None
    return found


def approved(made: Called) -> None:
    """The year is closed, the accountability approved, the books locked."""
    year_closed(made.chair(), made.book)
    agreed(made, "board_accountability")
    services.freeze_year(by=made.chair(), meeting=made.meeting, now=at(DAY, 11))


def test_every_figure_is_that_of_ledger_register_and_plan(cast: Cast) -> None:
    """By hand: 300.000 saved, SHU 90.000 - 20.000; 5 members; 500.000 planned; SHU list 45 % of 70.000."""
    made = told(cast)
    content = queries.rat_book(made.chair(), card_of(made), 1)
    sums = books.sums(made.book, date(2026, 12, 31))
    assert (content["signers"], content["signed_by"]) == (
        ["Ketua", "Bendahara", "Ketua pengawas"], ["Ujang Mantap", "", ""]
    )  # fmt: skip
    assert sums["3120"] == -SAVED and amount(content, "phu", "setelah-pajak") == 70_000
    facts = dict(content["chapters"][2]["blocks"][0]["facts"])
    assert (facts["Anggota awal tahun"], facts["Anggota masuk"], facts["Anggota akhir tahun"]) == (0, 5, 5)
    members, saved = (one["points"] for one in content["chapters"][5]["blocks"])
    assert members[-1] == ["Desember 2026", 5] and saved[-1] == ["Desember 2026", SAVED]
    assert saved[1][1] == 0 and saved[2][1] == SAVED  # February, March
    assert [amount(content, "rapbk", "in", column) for column in (0, 1)] == [500_000, SAVED]
    shares = next(one for one in content["chapters"] if one["key"] == "shares")["blocks"][0]["rows"]
    assert sum(row["cells"][2] for row in shares) == 31_500 and len(shares) == 5
    assert shares[0]["cells"] == [14_000, 17_500, 31_500]  # all capital and all business is the first member's
    assert "Atap kantor bocor" in str(content)


def test_the_board_writes_its_words_and_proposes_the_shares(cast: Cast) -> None:
    made, id = told(cast), uuid7()

    def write(part: str, text: str = "", key: Any = None, **shares: int) -> list[str]:
        percents = {name: Decimal(value) for name, value in shares.items()}
        return said(lambda: services.write_passage(
            by=made.chair(), id=key or uuid7(), meeting=made.meeting, part=part, text=text, percents=percents,
            now=at(DAY),
        ))  # fmt: skip

    for _twice in range(2):
        assert write("others", "Jam buka ditambah.", id) == []
    assert Passage.objects.count() == 1
    assert "Jam buka ditambah." in str(queries.rat_book(made.chair(), card_of(made), 1))
    assert write("nothing", "x") == ["MEETINGS_021"] and write("others", "  ") == ["GENERAL_001"]
    assert write("others", "x" * 6001) == ["MEETINGS_041"]
    assert write("surplus", cadangan=60, jasa_modal=30) == ["MEETINGS_040"]
    assert write("surplus", cadangan=60, jasa_modal=40) == []
    funds = next(one for one in queries.rat_book(made.chair(), card_of(made), 1)["chapters"] if one["key"] == "surplus")
    assert [row["cells"] for row in funds["blocks"][0]["rows"]] == [["60 %", 42_000], ["40 %", 28_000]]


def test_the_approval_makes_the_book_its_second_version_with_who_and_when(cast: Cast) -> None:
    made = told(cast)
    for _twice in range(2):
        assert services.freeze_book(by=made.chair(), meeting=made.meeting, now=at(DAY)) == 1
    approved(made)
    services.freeze_year(by=made.chair(), meeting=made.meeting, now=at(DAY, 12))
    first, second = Document.objects.filter(kind=RAT_BOOK).order_by("version")
    assert (first.version, first.approved, second.version, second.approved) == (1, False, 2, True)
    assert "belum disahkan" in first.content["status"]
    assert "Versi 2, disahkan Rapat Anggota Tahunan 20 Maret 2027: Keputusan RAT nomor 1" in second.content["status"]
    assert [digest(one.content) == one.sha256 for one in (first, second)] == [True, True]
    assert amount(second.content, "phu", "setelah-pajak") == amount(first.content, "phu", "setelah-pajak") == 70_000
    late = said(lambda: services.write_passage(
        by=made.chair(), id=uuid7(), meeting=made.meeting, part="others", text="x", now=at(DAY)
    ))  # fmt: skip
    assert late == ["MEETINGS_039"]
    assert said(lambda: services.freeze_book(by=made.chair(), meeting=made.meeting, now=at(DAY))) == ["MEETINGS_039"]


def test_the_minutes_are_frozen_at_the_closing_with_their_hash(cast: Cast, sign_in: SignIn) -> None:
    made = begun(cast)
    for code in queries.agenda("annual"):
        finished(made, code)
    services.close_meeting(by=made.chair(), meeting=made.meeting, now=at(DAY, 12))
    kept = Document.objects.get(kind="minutes")
    facts = dict(kept.content["chapters"][0]["blocks"][0]["facts"])
    assert kept.content["lead"] == ["Sabtu, 20 Maret 2027, pukul 09.00, Aula desa Bolok"]
    assert (facts["Ketua sidang"], facts["Sekretaris sidang"]) == ("Ujang Mantap", "Wati Tefa")
    assert kept.content["signed_by"] == ["Ujang Mantap", "Wati Tefa"]
    assert facts["Ditutup pukul"] == "12.00" and digest(kept.content) == kept.sha256
    words = printed(sign_in(cast.ratna), "meeting_minutes_pdf", made)
    assert f"Sidik {kept.sha256[:16]}" in words and "Rancangan" not in words
    assert refused_by_database(("UPDATE meetings_document SET content = '{}'", [])) == "sealed"
    again = (
        "INSERT INTO meetings_document (id, meeting_id, kind, version, approved, content, sha256, made_by_id, made_at)"
        " SELECT gen_random_uuid(), meeting_id, %s, %s, %s, content, sha256, made_by_id, made_at FROM meetings_document"
    )
    assert refused_by_database((again, ["minutes", 2, False])) == "document_minutes"
    assert refused_by_database((again, ["book", 2, False])) == "document_in_its_turn"
    assert refused_by_database((again, ["book", 1, False]), (again, ["book", 2, True])) != ""


def test_only_an_annual_meeting_has_a_book_and_a_stranger_sees_none(cast: Cast, sign_in: SignIn) -> None:
    made = invited(cast, 5, "extraordinary")
    freeze = lambda: services.freeze_book(by=made.chair(), meeting=made.meeting, now=at(DAY))  # noqa: E731 — short
    assert said(freeze) == ["MEETINGS_038"]
    assert sign_in(cast.ujang).get(reverse("rat_book", args=[made.meeting])).status_code == 404


def test_the_pages_lead_from_the_records_to_the_printed_book(cast: Cast, sign_in: SignIn) -> None:
    made, client = told(cast), sign_in(cast.ujang)
    book, paper = (reverse(name, args=[made.meeting]) for name in ("rat_book", "rat_book_pdf"))
    assert "dari catatan" in client.get(book).content.decode()
    assert client.get(paper).content.startswith(b"%PDF")
    part = reverse("rat_passage", args=[made.meeting, "institution"])
    assert "masuk 5, keluar 0" in client.get(part).content.decode()
    long = client.post(part, {"id": uuid7(), "text": "a" * 6001})
    assert long.status_code == 422 and "MEETINGS_041" in long.content.decode()
    assert client.post(part, {"id": uuid7(), "text": "Anggota bertambah."}).status_code == 303
    shares = reverse("rat_passage", args=[made.meeting, "surplus"])
    assert client.get(shares).status_code == 200
    assert client.post(shares, {"id": uuid7(), "cadangan": "50"}).status_code == 422
    assert client.post(reverse("rat_book_freeze", args=[made.meeting])).status_code == 303
    assert "Versi 1" in client.get(book).content.decode() and client.get(paper, {"versi": "1"}).status_code == 200
    assert client.get(paper, {"versi": "7"}).status_code == 404
    office, stranger = sign_in(cast.yosef), sign_in(cast.maria)
    assert office.get(paper).status_code == 200 and office.get(part).status_code == 403
    assert [stranger.get(one).status_code for one in (book, paper)] == [404, 404]


def test_whoever_sees_no_members_gets_the_book_without_their_shares(cast: Cast) -> None:
    made = told(cast)
    services.freeze_book(by=made.chair(), meeting=made.meeting, now=at(DAY))
    mine, theirs = (queries.document(card_of(made, who), RAT_BOOK) for who in (cast.ujang, cast.yosef))
    assert mine is not None and theirs is not None
    assert "Anggota 01" in str(mine.content) and "Anggota 01" not in str(theirs.content)


def test_without_shares_of_its_own_the_book_leads_to_the_example_and_calls_it_so(cast: Cast, sign_in: SignIn) -> None:
    """No decision is told where nobody wrote down what was decided."""
    made, client = told(cast), sign_in(cast.ujang)
    page = reverse("rat_book", args=[made.meeting])
    assert f"{page}#shu" not in client.get(reverse("member_meeting", args=[made.meeting])).content.decode()
    agreed(made, "surplus")
    assert f"{page}#shu" in client.get(reverse("member_meeting", args=[made.meeting])).content.decode()
    seen = client.get(page).content.decode()
    assert "Hitung SHU dengan persentase contoh" in seen and "menurut keputusan" not in seen
    link = re.search(r'href="([^"]*per=2026-12-31)"', seen)
    assert link is not None
    funds = queries.rat_book(made.chair(), card_of(made), 1)
    printed = amount(funds, "shu", "shu-0", 1)
    assert client.get(html.unescape(link[1])).context["made"].funds[0].amount == printed == 17_500


def test_the_shares_of_the_book_are_taken_over_by_the_page_of_the_surplus(cast: Cast, sign_in: SignIn) -> None:
    made, client = told(cast), sign_in(cast.ujang)
    page = reverse("rat_book", args=[made.meeting])
    assert "pct_cadangan" not in client.get(page).content.decode()
    percents = {"cadangan": Decimal(40), "jasa_anggota": Decimal(60)}
    services.write_passage(by=made.chair(), id=uuid7(), meeting=made.meeting, part="surplus", percents=percents,
                           now=at(DAY))  # fmt: skip
    link = re.search(r'href="([^"]*pct_cadangan=40[^"]*)"', client.get(page).content.decode())
    assert link is not None
    shares = client.get(html.unescape(link[1])).context
    assert [(one.key, one.amount) for one in shares["made"].funds] == [("cadangan", 28_000), ("jasa_anggota", 42_000)]
    assert shares["basis"].at == date(2026, 12, 31)


def test_the_funds_are_printed_in_their_order_however_they_were_kept(cast: Cast) -> None:
    """The database keeps names of funds by their length; members read the reserve first."""
    made = told(cast)
    shares = {"sosial": Decimal(10), "jasa_anggota": Decimal(50), "cadangan": Decimal(40)}
    services.write_passage(by=made.chair(), id=uuid7(), meeting=made.meeting, part="surplus", percents=shares,
                           now=at(DAY))  # fmt: skip
    book = queries.rat_book(made.chair(), card_of(made), 1)
    assert [amount(book, "shu", f"shu-{place}", 1) for place in range(3)] == [28_000, 35_000, 7_000]


def test_only_a_carried_decision_on_the_surplus_is_shared_by(cast: Cast, sign_in: SignIn) -> None:
    made, client = told(cast), sign_in(cast.ujang)
    services.write_passage(by=made.chair(), id=uuid7(), meeting=made.meeting, part="surplus",
                           percents={"cadangan": Decimal(100)}, now=at(DAY))  # fmt: skip

    def said_so() -> bool:
        return "Bagi SHU menurut keputusan nomor 2, 20 Mar 2027" in client.get(
            reverse("rat_book", args=[made.meeting])
        ).content.decode()

    approved(made)  # the accountability of the board alone
    assert not said_so()
    agreed(made, "surplus")
    assert said_so()


def test_shares_rewritten_after_the_decision_do_not_pass_for_what_was_decided(cast: Cast, sign_in: SignIn) -> None:
    """40 and 60 percent of 70,000 were decided on; half and half is written an hour later."""
    made, client = told(cast), sign_in(cast.ujang)

    def write(percents: dict[str, Decimal], hour: int) -> None:
        services.write_passage(by=made.chair(), id=uuid7(), meeting=made.meeting, part="surplus", percents=percents,
                               now=at(DAY, hour))  # fmt: skip

    def seen(name: str, *more: str) -> str:
        return client.get(reverse(name, args=[made.meeting, *more])).content.decode()

    write({"cadangan": Decimal(40), "jasa_anggota": Decimal(60)}, 9)
    agreed(made, "surplus")  # at ten
    assert "berbeda dari keputusan" not in seen("rat_book")
    write({"cadangan": Decimal(50), "jasa_anggota": Decimal(50)}, 11)
    assert "berbeda dari keputusan nomor 1 rapat Sabtu, 20 Maret 2027" in seen("rat_book")
    assert "pct_cadangan=40" in seen("rat_book") and "pct_cadangan=50" not in seen("rat_book")
    assert "keputusan nomor 1 rapat Sabtu, 20 Maret 2027" in seen("rat_passage", "surplus")
    book = queries.rat_book(made.chair(), card_of(made), 1)
    assert amount(book, "shu", "shu-0", 1) == 28_000
    assert "Pembagian SHU menurut keputusan nomor 1" in [one["title"] for one in book["chapters"]]


def test_the_invitation_carries_the_rules_and_names_the_book_that_was_frozen(cast: Cast, sign_in: SignIn) -> None:
    made = invited(cast, 2)
    services.write_passage(by=made.chair(), id=uuid7(), meeting=made.meeting, part="rules",
                           text="Rapat dibuka dengan doa.", now=at(DAY))  # fmt: skip
    services.freeze_book(by=made.chair(), meeting=made.meeting, now=at(DAY))
    printed = sign_in(cast.ujang).get(reverse("meeting_invitations_pdf", args=[made.meeting]))
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(printed.content)).pages]
    assert len(pages) == 4
    assert "001/UND-RA/III/2027" in pages[0] and "Sabtu, 20 Maret 2027" in pages[0]
    assert "Buku RAT 2026 versi 1" in pages[0] and "Rapat dibuka dengan doa." in pages[1]
    assert reverse("rat_book_pdf", args=[made.meeting]) in sign_in(cast.ujang).get(
        reverse("meeting_delivery", args=[made.meeting])
    ).content.decode()
