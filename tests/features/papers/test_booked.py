"""Where the cooperative keeps its books here, they fill the development report; the rest is typed (E17, C3, E3)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.domain.ledger.entries import OPENING, Line
from sidamping.domain.papers.continuity import Figures
from sidamping.domain.problems import Refused
from sidamping.features.books import services as bookkeeping
from sidamping.features.books.services import VoucherDraft
from sidamping.features.papers import queries
from sidamping.features.papers.models import Draft, Revision
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests.features.books import keeping
from tests.features.papers import desk
from tests.people import Cast, look

SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[object]]
YEAR = """
BM   2026-01-01  1110  10000000  1141   2000000  3110   -100000  3120 -1900000  3150 -10000000
BKM  2026-03-10  1110     50000  4110    -50000
BKM  2026-10-05  1110     20000  3120    -20000
BKK  2026-10-06  1141   1000000  1110  -1000000
BKM  2026-10-07  1110    325000  1141   -300000  4110    -25000
BKK  2026-10-08  6121     10000  1110    -10000
BKM  2026-10-09  1110     40000  2111    -40000
"""
"""Opening; interest in March; in October a saving, a loan, an instalment with interest, paper, voluntary savings."""
OCTOBER = {
    "management": "1", "members": "1", "principal_savings": "Rp100.000", "mandatory_savings": "Rp1.920.000",
    "voluntary_savings": "Rp40.000", "member_receivables": "Rp2.700.000", "other_receivables": "Rp0",
    "loans_given": "Rp1.000.000", "instalments": "Rp300.000", "income": "Rp25.000", "costs": "Rp10.000",
    "surplus": "Rp15.000", "grant_fund": "Rp10.000.000", "total_assets": "Rp12.125.000",
}  # fmt: skip
OF_MEMBERS = ("1141", "3110", "3120", "2111")
MOST = 17
"""A draft gathers its book, the registers and the months before it; once handed in it is frozen."""
TYPED = Figures({"supervisors": 3}, {"supervisors": 3})


def kept_book(cast: Cast) -> UUID:
    """The book of Merah Putih with its year, one member in the register, and a draft of October."""
    book, by, member = keeping.opened(cast), look(cast.ujang), uuid7()
    bookkeeping.admit_member(by=by, id=member, book=book, joined=date(2026, 2, 1), name="Rosalina Bria")
    for row in YEAR.strip().splitlines():
        kind, day, *parts = row.split()
        lines = tuple(
            Line(code, int(amount), str(member) if code in OF_MEMBERS else "")
            for code, amount in zip(parts[::2], parts[1::2], strict=True)
        )
        nature = {"nature": OPENING} if kind == "BM" else {}
        keeping.posted(by, book, VoucherDraft(kind, date.fromisoformat(day), "Catatan", lines, **nature))
    keeping.drafted(by, book, keeping.paid(5000, date(2026, 10, 10)))
    return book


def saved(cast: Cast, figures: Figures) -> UUID:
    """Ratna's report of October as a draft."""
    paper, ratna = desk.opened(cast, "lap-perkembangan"), look(cast.ratna)
    seen = Draft.objects.get(paper=paper).revised
    desk.services.save_draft(by=ratna, paper=paper, seen=seen, narrative={}, figures=figures, on=ratna.on)
    return paper


def handed_in(cast: Cast, figures: Figures) -> dict[str, dict]:
    """The rows of the frozen report by line."""
    paper, ratna = saved(cast, figures), look(cast.ratna)
    desk.services.submit_paper(by=ratna, paper=paper, on=ratna.on, now=desk.noon(ratna.on))
    content = Revision.objects.get(paper=paper).content
    return {row["key"]: row for row in content["sections"][0]["rows"]} | {"notes": content["notes"]}


def edit_lines(cast: Cast, paper: UUID) -> dict[str, queries.EditPage]:
    page = queries.edit_page(look(cast.ratna), paper)
    assert page is not None
    return {one.code: one for one in page.lines} | {"page": page}


def test_the_books_fill_the_lines_they_know(cast: Cast) -> None:
    """E17, C3: no retyping; figures of the table above by hand."""
    kept_book(cast)
    lines = edit_lines(cast, desk.opened(cast, "lap-perkembangan"))
    assert {code: one.known_text for code, one in lines.items() if code != "page" and one.known_text} == OCTOBER
    assert (lines["income"].start, lines["mandatory_savings"].start, lines["total_assets"].start) == (
        "Rp50.000", "Rp1.900.000", "Rp12.050.000",
    )  # fmt: skip
    assert lines["loans_given"].known.accounts == ("1141", "1142", "1143")
    assert lines["page"].booked.drafts == 1 and not lines["page"].booked.closed


def test_a_report_says_of_each_figure_where_it_came_from(cast: Cast) -> None:
    """E3, E17: twelve lines from the book, two from the registers, one typed; all of it frozen with the paper."""
    book = kept_book(cast)
    rows = handed_in(cast, TYPED)
    notes = " ".join(rows.pop("notes"))
    assert [rows[code]["origin"] for code in ("supervisors", "members", "management", "costs")] == [
        "typed", "register", "register", "books",
    ]  # fmt: skip
    assert rows["costs"]["cells"]["month"] == {"text": "Rp10.000", "value": 10_000}
    assert rows["mandatory_savings"]["cells"]["month"]["text"] == "+Rp20.000"
    assert (rows["instalments"]["book"], rows["instalments"]["accounts"]) == (str(book), ["1141", "1142", "1143"])
    assert "Dari buku koperasi per 31 Okt 2026 (bulan itu belum ditutup): Simpanan Pokok" in notes
    assert "Diketik pendamping: Jumlah Pengawas." in notes


def test_another_figure_than_the_books_tell_needs_a_reason(cast: Cast) -> None:
    kept_book(cast)
    apart = replace(TYPED, now={"supervisors": 3, "costs": 9_000})
    with pytest.raises(Refused) as refused:
        handed_in(cast, apart)
    assert {"PAPERS_035", "PAPERS_046"} == set(refused.value.codes)
    told = replace(apart, remarks={"costs": "Nota Rp1.000 ganda", "surplus": "Sesuai biaya yang benar"})
    cells = handed_in(cast, told)["costs"]["cells"]
    assert cells["remarks"] == "Nota Rp1.000 ganda; Menurut buku Rp10.000"


def test_the_same_figure_typed_counts_as_the_books(cast: Cast) -> None:
    kept_book(cast)
    rows = handed_in(cast, replace(TYPED, now={"supervisors": 3, "costs": 10_000}))
    assert rows["costs"]["origin"] == "books"


def test_income_less_costs_is_checked_across_typed_and_known_figures(cast: Cast) -> None:
    """E17: the surplus written otherwise contradicts what the books tell of income and costs."""
    kept_book(cast)
    with pytest.raises(Refused) as refused:
        handed_in(cast, replace(TYPED, now={"supervisors": 3, "surplus": 99}))
    wrong = {one.code: one for one in refused.value.problems}
    assert wrong["PAPERS_035"].values["left"] == "Rp15.000"
    assert wrong["PAPERS_046"].values["known"] == "Rp15.000"


def test_a_book_without_anything_posted_tells_nothing(cast: Cast) -> None:
    """Empty is not zero."""
    keeping.opened(cast)
    assert edit_lines(cast, desk.opened(cast, "lap-perkembangan"))["page"].booked.book is None


def test_a_start_that_the_books_do_not_share_is_pointed_out(cast: Cast) -> None:
    september = desk.developed(cast, "2026-09", desk.figures(7, first=True))
    desk.passed(cast, september)
    kept_book(cast)
    lines = edit_lines(cast, desk.opened(cast, "lap-perkembangan"))
    assert (lines["mandatory_savings"].locked, lines["mandatory_savings"].known_before) == ("Rp7", "Rp1.900.000")
    assert lines["income"].known_before == ""


def test_the_pages_link_each_figure_to_its_accounts(cast: Cast, sign_in: SignIn) -> None:
    book, paper, client = kept_book(cast), saved(cast, TYPED), sign_in(cast.ratna)
    ledger = f"{reverse('account_ledger', args=[book, '3120'])}?dari=2026-10-01&amp;sampai=2026-10-31"
    shown = client.get(reverse("paper_edit", args=[paper])).content.decode()
    assert ledger in shown and "1 draf bukti bulan itu belum dibukukan" in shown
    assert client.get(ledger.replace("&amp;", "&")).status_code == 200
    ratna = look(cast.ratna)
    desk.services.submit_paper(by=ratna, paper=paper, on=ratna.on, now=desk.noon(ratna.on))
    assert ledger in client.get(reverse("paper", args=[paper])).content.decode()


def test_what_the_form_leaves_empty_stays_the_books(cast: Cast, sign_in: SignIn) -> None:
    kept_book(cast)
    paper = desk.opened(cast, "lap-perkembangan")
    sent = {"seen": 0, "now.supervisors": "3", "opening.supervisors": "3", "serahkan": "1"}
    assert sign_in(cast.ratna).post(reverse("paper_edit", args=[paper]), sent).status_code == 303
    assert Revision.objects.get(paper=paper).content["sections"][0]["rows"][14]["origin"] == "books"


def test_the_pages_of_a_booked_report_ask_the_database_few_times(
    cast: Cast, sign_in: SignIn, at_most_queries: Limit
) -> None:
    kept_book(cast)
    paper, client, ratna = saved(cast, TYPED), sign_in(cast.ratna), look(cast.ratna)
    for name in ("paper_edit", "paper"):
        client.get(reverse(name, args=[paper]))
        with at_most_queries(MOST):
            assert client.get(reverse(name, args=[paper])).status_code == 200
    desk.services.submit_paper(by=ratna, paper=paper, on=ratna.on, now=desk.noon(ratna.on))
    with at_most_queries(MOST):
        assert client.get(reverse("paper", args=[paper])).status_code == 200
