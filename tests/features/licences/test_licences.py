"""Papers in versions, thresholds by date and level, who sees and keeps them; what the office finds in its list (E5)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from io import BytesIO
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from sidamping.features.licences import queries, services
from sidamping.features.licences.models import Paper, Statement
from sidamping.features.licences.queries.classes import auditor_of
from sidamping.features.licences.services import PaperDraft, StatementDraft
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW, opened, refused_by_database
from tests.features.supervision.examining import codes
from tests.people import TODAY, Cast, User, look

SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[object]]
PDF = b"%PDF-1.4 1 0 obj<<>>endobj trailer<<>> %%EOF"
ISSUED = date(2026, 1, 5)
KEEPERS, WATCHERS, STRANGERS = ("ujang", "wati", "ratna", "dominggus", "petronela"), ("yosef", "sarlin", "paulus"), (
    "maria", "agnes", "anton"
)  # fmt: skip


def file(cast: Cast, kind: str = "nib", who: User | None = None, **draft: object) -> UUID:
    given = PaperDraft(**{"number": "1234567890123", "issued_on": ISSUED, **draft})  # type: ignore[arg-type]  # fields by name
    return services.file_paper(
        by=look(who or cast.ujang), id=uuid7(), cooperative=cast.merah_putih.party_id, kind=kind, draft=given, now=NOW
    )


def state(cast: Cast, key: str, value: str, source: str = "Laporan RAT 2025") -> UUID:
    draft = StatementDraft(key, value, ISSUED, source)
    return services.state(
        by=look(cast.ujang), id=uuid7(), cooperative=cast.merah_putih.party_id, draft=draft, now=NOW
    )


def sheet(cast: Cast, who: User | None = None, on: date = TODAY) -> queries.Sheet:
    found = queries.sheet(look(who or cast.ujang, on), cast.merah_putih.party_id, on)
    assert found is not None
    return found


def test_versions_follow_each_other_and_none_is_changed(cast: Cast) -> None:
    first = file(cast, number="A-1", expires_on=date(2026, 6, 30))
    file(cast, number="A-2", expires_on=date(2028, 6, 30))
    rows = queries.versions(cast.merah_putih.party_id, "nib", TODAY)
    assert [(one.version, one.number, one.state) for one in rows] == [(2, "A-2", "valid"), (1, "A-1", "expired")]
    assert refused_by_database(("UPDATE licences_paper SET number = 'x' WHERE id = %s", [first])) == "sealed"
    assert refused_by_database(("DELETE FROM licences_paper", [])) == "sealed"
    copy = (
        "INSERT INTO licences_paper (id, cooperative_id, kind, version, number, issuer, issued_on, note, by_id, at)"
        " SELECT gen_random_uuid(), cooperative_id, kind, 9, number, issuer, issued_on, note, by_id, at"
        " FROM licences_paper WHERE id = %s"
    )
    assert refused_by_database((copy, [first])) == "paper_version_follows"


def test_sent_twice_a_paper_is_filed_once(cast: Cast) -> None:
    key, draft = uuid7(), PaperDraft("A-1", ISSUED, file=("nib.pdf", PDF))
    for _ in range(2):
        services.file_paper(
            by=look(cast.ujang), id=key, cooperative=cast.merah_putih.party_id, kind="nib", draft=draft, now=NOW
        )
    assert (Paper.objects.count(), Activity.objects.filter(action="licences.filed").count()) == (1, 1)
    assert codes(lambda: services.file_paper(
        by=look(cast.ujang), id=key, cooperative=cast.merah_putih.party_id, kind="npwp", draft=draft, now=NOW
    )) == ["LICENCES_006"]  # fmt: skip


def test_wrong_papers_and_statements_are_refused_with_everything_at_once(cast: Cast) -> None:
    wrong = {"number": " ", "issuer": "x" * 121, "issued_on": date(2027, 1, 1), "expires_on": ISSUED}
    assert codes(lambda: file(cast, "moon", **wrong)) == [
        "LICENCES_002", "GENERAL_001", "LICENCES_007", "LICENCES_003", "LICENCES_004",
    ]  # fmt: skip
    assert codes(lambda: file(cast, file=("nib.pdf", b"words"))) == ["FILES_005"]
    assert codes(lambda: state(cast, "level", "moon", " ")) == ["LICENCES_005", "GENERAL_001"]
    assert not Paper.objects.exists() and not Statement.objects.exists()


def test_capital_is_judged_by_level_on_its_day(cast: Cast) -> None:
    state(cast, "capital", "600000000")
    found = {}
    for level in ("regency", "province", "national"):
        state(cast, "level", level)
        one = sheet(cast)
        assert one.capital is not None and one.issuer is not None
        found[level] = (one.capital.threshold.needed, one.capital.threshold.state, one.issuer.value)
    assert found == {
        "regency": (500_000_000, "met", "Bupati atau Wali Kota"), "province": (1_000_000_000, "short", "Gubernur"),
        "national": (2_000_000_000, "short", "Menteri"),
    }  # fmt: skip


def test_capital_before_the_rule_of_2023(cast: Cast) -> None:
    assert sheet(cast).capital is None
    state(cast, "level", "regency")
    before = sheet(cast)
    assert before.capital is not None and before.capital.threshold.state == "unknown"
    appointed = look(cast.ujang)
    earlier = queries.sheet(appointed, cast.merah_putih.party_id, date(2023, 12, 30))
    assert earlier is not None and earlier.capital is not None
    assert (earlier.capital.threshold.needed, earlier.capital.rule.cited.cite) == (
        15_000_000, "pergub-ntt-33-2018#II.izin"
    )  # fmt: skip


def test_a_book_kept_here_tells_the_figures_and_where_members_live(cast: Cast) -> None:
    opened(cast)
    found = sheet(cast)
    assert found.figures.capital.of_book and found.figures.level in ("", "regency")
    assert found.audit is not None and found.audit.threshold.state == "short"
    state(cast, "capital", "9000000000")
    assert sheet(cast).figures.capital.of_book


def test_signs_of_an_open_loop_warn(cast: Cast) -> None:
    assert not [one for one in sheet(cast).signs if one.warns]
    state(cast, "candidates", "yes")
    state(cast, "public-offer", "no")
    assert [one.code for one in sheet(cast).signs if one.warns] == ["candidates"]


def test_the_tax_year_follows_the_day_of_the_npwp(cast: Cast) -> None:
    first = sheet(cast).tax
    assert first is not None and first.until is None
    file(cast, "npwp", issued_on=date(2024, 3, 1))
    later = sheet(cast).tax
    assert later is not None and later.until == 2027


def test_who_keeps_who_sees_and_who_is_a_stranger(cast: Cast) -> None:
    key = file(cast, file=("nib.pdf", PDF))
    party = cast.merah_putih.party_id
    for name in KEEPERS:
        viewer = look(getattr(cast, name))
        assert queries.kept(viewer, party) is not None and queries.paper_file(viewer, key) is not None
    for name in WATCHERS:
        viewer = look(getattr(cast, name))
        assert queries.sheet(viewer, party, TODAY) is not None and queries.paper_file(viewer, key) is None
    for name in STRANGERS:
        viewer = look(getattr(cast, name))
        assert queries.sheet(viewer, party, TODAY) is None
        assert codes(lambda name=name: file(cast, who=getattr(cast, name))) == ["LICENCES_001"]  # type: ignore[misc]  # a name


def test_the_office_finds_what_runs_out_and_takes_it_as_a_workbook(cast: Cast, sign_in: SignIn) -> None:
    file(cast, "nik", expires_on=date(2026, 12, 1))
    file(cast, "nib", expires_on=date(2026, 11, 1))
    office = sign_in(cast.dominggus)
    words = office.get(reverse("licences")).content.decode()
    assert "Merah Putih" in words and "Kuatae Maju" not in words
    line = next(one for one in queries.office_page(look(cast.dominggus), TODAY).rows)
    assert ([one.kind for one in line.expired], [one.kind for one in line.expiring]) == (["nib"], ["nik"])
    told = {name: len(queries.ending_papers(look(getattr(cast, name)), TODAY)) for name in (*KEEPERS, *STRANGERS)}
    assert told == {**dict.fromkeys(KEEPERS, 2), **dict.fromkeys(STRANGERS, 0)}
    book = load_workbook(BytesIO(b"".join(office.get(reverse("licences_export")).streaming_content)))  # type: ignore[attr-defined]  # a file
    assert "Merah Putih" in [row[0].value for row in book.active.iter_rows()]


def test_pages_file_and_state_and_come_back_when_wrong(cast: Cast, sign_in: SignIn) -> None:
    board, party = sign_in(cast.ujang), cast.merah_putih.party_id
    paper = reverse("licence_paper", args=[party, "nib"])
    given = {"id": str(uuid7()), "number": "A-1", "issued_on": "2026-01-05", "file": SimpleUploadedFile("a.pdf", PDF)}
    assert board.post(paper, given).status_code == 303
    assert board.get(reverse("licence_file", args=[Paper.objects.get().pk])).content == PDF
    wrong = board.post(paper, {"id": str(uuid7()), "number": "B-77", "issued_on": "2027-01-05"})
    assert wrong.status_code == 422
    assert "LICENCES_003" in wrong.content.decode() and "B-77" in wrong.content.decode()
    said = {"id": str(uuid7()), "value": "600.000.000", "since": "2026-01-05", "source": "RAT"}
    assert board.post(reverse("licence_state", args=[party, "capital"]), said).status_code == 303
    assert "Rp600.000.000" in board.get(reverse("licence", args=[party])).content.decode()
    assert board.get(reverse("licence_paper", args=[party, "moon"])).status_code == 404
    assert sign_in(cast.yosef).post(paper, given).status_code == 404


@pytest.mark.parametrize("name, status", [("maria", 404), ("agnes", 403), ("anton", 403), ("yosef", 200)])
def test_strangers_are_told_that_there_is_none(cast: Cast, sign_in: SignIn, name: str, status: int) -> None:
    client = sign_in(getattr(cast, name))
    assert client.get(reverse("licence", args=[cast.merah_putih.party_id])).status_code == status


def test_the_api_tells_the_same(cast: Cast, sign_in: SignIn) -> None:
    state(cast, "capital", "600000000")
    state(cast, "level", "regency")
    told = sign_in(cast.dominggus).get(f"/api/v1/licences/{cast.merah_putih.party_id}").json()
    assert (told["capital"]["needed"], told["capital"]["state"]) == (500_000_000, "met")
    assert sign_in(cast.maria).get(f"/api/v1/licences/{cast.merah_putih.party_id}").status_code == 404
    listed = sign_in(cast.dominggus).get("/api/v1/licences").json()["rows"]
    assert [one["name"] for one in listed] == ["Merah Putih"]


def test_pages_ask_little(cast: Cast, sign_in: SignIn, at_most_queries: Limit) -> None:
    opened(cast)
    office = sign_in(cast.dominggus)
    office.get(reverse("licence", args=[cast.merah_putih.party_id]))
    with at_most_queries(12):
        office.get(reverse("licence", args=[cast.merah_putih.party_id]))
    with at_most_queries(10):
        office.get(reverse("licences"))


def test_without_its_reach_no_threshold_is_taken_for_granted(cast: Cast, sign_in: SignIn) -> None:
    file(cast, "savings_loan")
    assert sheet(cast).issuer is None
    page = sign_in(cast.ujang).get(reverse("licence", args=[cast.merah_putih.party_id])).content.decode()
    assert "isi wilayahnya di sini" in page


def test_both_readings_of_the_class_are_told_once_all_three_figures_are_known(cast: Cast) -> None:
    file(cast, "savings_loan")
    assert [one.number for one in sheet(cast).classes] == [None, None]
    for key, value in (("members", "900"), ("capital", "2500000000"), ("assets", "5000000001")):
        state(cast, key, value)
    assert [(one.rule.cited.cite, one.number) for one in sheet(cast).classes] == [
        ("permenkop-8-2023#pasal-49", 1), ("permenkop-2-2024#kuk", 2)
    ]  # fmt: skip


def audited(cast: Cast, *reports: tuple[int, date], issuer: str = "KAP Adi") -> None:
    """Reports by the book year they are of and the day they were issued."""
    file(cast, "savings_loan")
    for year, day in reports:
        file(cast, "audit", issuer=issuer, book_year=year, issued_on=day)


@pytest.mark.parametrize("days", [
    (date(2024, 3, 1), date(2025, 3, 1), date(2026, 3, 1)),
    (date(2024, 3, 1), date(2025, 12, 30), date(2026, 1, 5)),
    (date(2025, 2, 1), date(2025, 11, 1), date(2026, 3, 1)),
    (date(2026, 3, 1), date(2026, 3, 1), date(2026, 3, 1)),
], ids=["each in its year", "one late", "two in one year", "all in one year"])  # fmt: skip
def test_the_same_auditor_for_three_book_years_must_change_whenever_the_reports_came(
    cast: Cast, sign_in: SignIn, days: tuple[date, ...]
) -> None:
    audited(cast, *zip((2023, 2024, 2025), days, strict=True))
    auditor = sheet(cast).auditor
    assert auditor is not None and auditor.streak is not None
    assert (auditor.streak.years, auditor.streak.back_in, auditor.pauses) == (3, 2028, True)
    page = sign_in(cast.ujang).get(reverse("licence", args=[cast.merah_putih.party_id])).content.decode()
    assert "ganti auditor" in page and "yang sama boleh lagi mulai tahun buku 2028." in page


def test_after_the_pause_the_same_auditor_may_come_again(cast: Cast, sign_in: SignIn) -> None:
    audited(cast, *((year, date(year + 1, 3, 1)) for year in (2021, 2022, 2023)))
    reports = queries.versions(cast.merah_putih.party_id, "audit", TODAY)[::-1]
    told = {year: auditor_of(reports, date(year, 12, 31), "") for year in (2025, 2026)}
    assert {year: one and one.pauses for year, one in told.items()} == {2025: True, 2026: False}
    page = sign_in(cast.ujang).get(reverse("licence", args=[cast.merah_putih.party_id])).content.decode()
    assert "boleh diteruskan" in page and "yang sama boleh lagi sejak tahun buku 2026." in page


def test_the_report_of_an_auditor_tells_its_book_year_and_no_other_paper_does(cast: Cast, sign_in: SignIn) -> None:
    day = date(2026, 3, 1)
    assert codes(lambda: file(cast, "audit", issued_on=day)) == ["GENERAL_001"]
    assert codes(lambda: file(cast, "audit", issued_on=day, book_year=2027)) == ["GENERAL_009"]
    assert codes(lambda: file(cast, "audit", issued_on=day, book_year=0)) == ["GENERAL_008"]
    file(cast, "nib", book_year=2025)
    assert Paper.objects.get().book_year is None
    paper = reverse("licence_paper", args=[cast.merah_putih.party_id, "audit"])
    board = sign_in(cast.ujang)
    given = {"id": str(uuid7()), "number": "A-1", "issued_on": "2026-03-01"}
    assert board.post(paper, given).status_code == 422
    assert board.post(paper, given | {"book_year": "2025"}).status_code == 303
    assert "tahun buku 2025" in board.get(paper).content.decode()


def test_reports_filed_before_the_year_was_asked_for_are_told_and_not_counted(cast: Cast, sign_in: SignIn) -> None:
    file(cast, "savings_loan")
    Paper.objects.create(
        cooperative_id=cast.merah_putih.party_id, kind="audit", version=1, number="L-1", issuer="KAP Adi",
        issued_on=ISSUED, by=cast.ujang, at=NOW,
    )  # fmt: skip
    auditor = sheet(cast).auditor
    assert auditor is not None and (auditor.streak, auditor.undated) == (None, 1)
    page = sign_in(cast.ujang).get(reverse("licence", args=[cast.merah_putih.party_id])).content.decode()
    assert "1 laporan tanpa tahun buku tidak dihitung" in page
