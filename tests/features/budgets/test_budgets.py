"""RAPBK (E3): lines with quantity and price, approval by the chair, realisation from the ledger and never typed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from io import BytesIO
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from sidamping.domain.ledger.budgeting import ALL_MONTHS, BudgetLine, months_of, realised
from sidamping.features.books import services as ledger
from sidamping.features.budgets import queries, services
from sidamping.features.budgets.models import Budget, Remark
from sidamping.features.budgets.models import BudgetLine as Kept
from sidamping.platform.access.models import User
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW, codes, refused_by_database
from tests.features.books.test_reports import kept
from tests.people import Cast, look

SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[object]]
SAVINGS = BudgetLine("finance", "in", "Simpanan wajib", 50_000, "anggota", 10_000, ALL_MONTHS, ("3120",))
PAPER = BudgetLine("institution", "out", "Alat tulis", 1_000, "tahun", 16_000, ALL_MONTHS, ("6121",))
MEETING = BudgetLine("institution", "out", "Rapat pengurus", 4_000, "kali", 0, 0b1001_0010_0100)


JOINED = BudgetLine("institution", "out", "Anggota baru", 12_000, "orang", 0, ALL_MONTHS, (), "joined")


@pytest.fixture
def book(cast: Cast) -> UUID:
    return kept(cast)


def drafted(cast: Cast, book: UUID, *lines: BudgetLine) -> UUID:
    by, id = look(cast.ujang), uuid7()
    services.open_budget(by=by, id=id, book=book, year=2026, now=NOW)
    for line in lines:
        services.save_line(by=by, id=uuid7(), budget=id, line=line)
    return id


def test_realisation_comes_from_the_ledger_by_month_quarter_and_year(cast: Cast, book: UUID) -> None:
    """E3: 300.000 of savings came in March, paper cost 20.000 in April; the million carried over is no realisation."""
    card = queries.budget(look(cast.ujang), drafted(cast, book, SAVINGS, PAPER, MEETING))
    assert card is not None
    savings, paper, meeting = (one.line for one in card.lines)

    def real(line: BudgetLine, span: str, number: int) -> int | None:
        return realised(line, card.chart, card.monthly, months_of(span, number))

    assert [real(savings, "triwulan", at) for at in (1, 2)] == [300_000, 0]
    assert [real(paper, "bulan", at) for at in (3, 4)] == [0, 20_000]
    assert (real(paper, "semester", 1), real(paper, "tahun", 1), real(meeting, "tahun", 1)) == (20_000, 20_000, None)
    planned = [savings.planned(months_of(span, 1)) for span in ("triwulan", "tahun")]
    assert (savings.plan, planned) == (500_000, [125_001, 500_000])


def test_only_the_chair_approves_and_then_nothing_changes(cast: Cast, book: UUID) -> None:
    budget = drafted(cast, book, PAPER)
    empty = services.open_budget(by=look(cast.ujang), id=uuid7(), book=book, year=2027, now=NOW)
    assert codes(lambda: services.approve_budget(by=look(cast.ujang), budget=empty, now=NOW)) == ["BUDGETS_004"]
    for _ in range(2):
        services.approve_budget(by=look(cast.ujang), budget=budget, now=NOW)
    line = {"by": look(cast.ujang), "id": uuid7(), "budget": budget, "line": SAVINGS}
    assert codes(lambda: services.save_line(**line)) == ["BUDGETS_002"]  # type: ignore[arg-type]
    assert refused_by_database(("UPDATE budgets_budgetline SET price = 1", [])) == "budget_line_final"
    assert refused_by_database(("DELETE FROM budgets_budgetline", [])) == "budget_line_final"
    undone = "UPDATE budgets_budget SET approved_at = NULL, approved_by_id = NULL"
    assert refused_by_database((undone, [])) == "budget_final"
    revised = services.open_budget(by=look(cast.ujang), id=uuid7(), book=book, year=2026, now=NOW)
    assert Budget.objects.get(pk=revised).revision == 2 and Kept.objects.filter(budget_id=revised).count() == 1


def test_the_year_begins_at_midnight_of_the_place(cast: Cast, book: UUID) -> None:
    """Half past midnight of New Year in Kupang is still the old year in Greenwich: too late, and a year further."""
    midnight, by = datetime(2026, 12, 31, 16, 30, tzinfo=UTC), look(cast.ujang, date(2027, 1, 1))
    budget = uuid7()
    services.open_budget(by=by, id=budget, book=book, year=2027, now=midnight)
    services.save_line(by=by, id=uuid7(), budget=budget, line=PAPER)
    services.approve_budget(by=by, budget=budget, now=midnight)
    card = queries.budget(by, budget)
    assert card is not None and not card.in_time
    services.open_budget(by=by, id=uuid7(), book=book, year=2028, now=midnight)


def test_what_cannot_be_is_refused_all_at_once(cast: Cast, book: UUID) -> None:
    by, budget = look(cast.ujang), drafted(cast, book)
    wrong = replace(PAPER, quantity=0, accounts=("9999", "1000"))
    refused = codes(lambda: services.save_line(by=by, id=uuid7(), budget=budget, line=wrong))
    assert refused == ["BUDGETS_003", "BUDGETS_003", "BUDGETS_008"]
    for year, code in ((2026, "BUDGETS_007"), (2020, "BUDGETS_006"), (2028, "BUDGETS_006")):
        assert codes(partial(services.open_budget, by=by, id=uuid7(), book=book, year=year, now=NOW)) == [code]
    stranger = look(cast.maria)
    assert codes(lambda: services.save_line(by=stranger, id=uuid7(), budget=budget, line=PAPER)) == ["BUDGETS_001"]
    assert queries.budget(stranger, budget) is None and queries.budgets_of(stranger, book) == ()


def test_no_account_is_realised_in_two_lines(cast: Cast, book: UUID) -> None:
    """E3: income and expense belong to one line; of savings and loans, what comes and what goes have a line each."""
    by, budget = look(cast.ujang), drafted(cast, book, PAPER, SAVINGS)

    def saved(line: BudgetLine, id: UUID | None = None) -> UUID:
        return services.save_line(by=by, id=id or uuid7(), budget=budget, line=line)

    refused = codes(lambda: saved(replace(PAPER, text="Kertas", part="business")))
    assert refused == ["BUDGETS_009"]
    assert codes(lambda: saved(replace(PAPER, direction="in"))) == ["BUDGETS_009"]
    assert codes(lambda: saved(replace(SAVINGS, text="Simpanan lagi"))) == ["BUDGETS_009"]
    saved(replace(SAVINGS, text="Simpanan dikembalikan", direction="out"))
    paper = Kept.objects.get(text="Alat tulis")
    saved(replace(PAPER, price=17_000, accounts=("6121", "6121")), paper.pk)
    paper.refresh_from_db()
    assert (paper.price, paper.accounts) == (17_000, ["6121"])


def test_sums_beyond_reason_foreign_and_doubled_accounts_are_refused_by_the_database(cast: Cast, book: UUID) -> None:
    budget = drafted(cast, book, SAVINGS)
    insert = (
        "INSERT INTO budgets_budgetline (id, budget_id, ordinal, part, direction, text, quantity, unit, price, months,"
        " accounts, counted) VALUES (gen_random_uuid(), %s, 9, 'finance', 'in', 'x', %s, '', %s, 1, %s::jsonb, '')"
    )

    def line(quantity: int = 1, price: int = 1, accounts: str = "[]") -> str:
        return refused_by_database((insert, [budget, quantity, price, accounts]))

    assert line(10**15 - 1, 10**15 - 1) == "budget_line_sum"
    assert [line(accounts=one) for one in ('["9999"]', '["1000"]', '["3120"]')] == [
        "budget_line_account", "budget_line_account", "budget_account_once",
    ]  # fmt: skip


def test_an_empty_budget_is_not_approved_by_raw_sql(cast: Cast, book: UUID) -> None:
    budget = drafted(cast, book)
    approve = "UPDATE budgets_budget SET approved_at = now(), approved_by_id = made_by_id WHERE id = %s"
    assert refused_by_database((approve, [budget])) == "budget_not_empty"


def test_a_budget_is_made_approved_and_read_in_the_browser(
    cast: Cast, book: UUID, sign_in: SignIn, django_assert_max_num_queries: Limit
) -> None:
    client = sign_in(cast.ujang)
    opened = {"id": str(uuid7()), "year": "2026"}
    answers = [client.post(reverse("budgets", args=[book]), opened) for _ in range(2)]
    assert [one.status_code for one in answers] == [303, 303] and Budget.objects.count() == 1
    budget = Budget.objects.get().pk
    typed = {"id": str(uuid7()), "part": "institution", "direction": "out", "text": "Alat tulis", "quantity": "1",
             "unit": "tahun", "price": "16.000", "accounts": ["6121"]}
    for _ in range(2):
        assert client.post(reverse("budget_line_add", args=[budget]), typed).status_code == 303
    assert Kept.objects.count() == 1
    refused = client.post(reverse("budget_line_add", args=[budget]), {**typed, "id": str(uuid7()), "quantity": "nol"})
    assert refused.status_code == 422 and "Alat tulis" in refused.content.decode()
    page = reverse("budget", args=[budget])
    with django_assert_max_num_queries(10):
        body = client.get(page, {"kala": "tahun"}).content.decode()
    assert "Melebihi rencana Rp4.000 (125 persen)." in body and "Rp20.000" in body
    line = reverse("budget_line", args=[Kept.objects.get().pk])
    assert client.post(line, {**typed, "price": "25.000"}).status_code == 303
    assert "Terpakai 80 persen; sisa Rp5.000." in client.get(page).content.decode()
    assert client.post(reverse("budget_act", args=[budget]), {"act": "approve"}).status_code == 303
    assert client.get(line).status_code == 404 and "disahkan" in client.get(page).content.decode()
    stranger = sign_in(cast.maria)
    assert [stranger.get(one).status_code for one in (page, reverse("budgets", args=[book]))] == [404, 404]


def test_paper_and_workbook_with_formulas(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client, budget = sign_in(cast.ujang), drafted(cast, book, SAVINGS, PAPER)
    assert client.get(reverse("budget_pdf", args=[budget])).content.startswith(b"%PDF")
    sheet = client.get(reverse("budget_xlsx", args=[budget]), {"kala": "tahun"})
    made = CalamineWorkbook.from_filelike(BytesIO(sheet.content))
    found = {row[0]: row[1:4] for row in made.get_sheet_by_index(0).to_python() if len(row) > 3}
    assert found["Simpanan wajib"] == [500_000, 300_000, -200_000]
    assert found["Selisih penerimaan dan pengeluaran"] == [484_000, 280_000, -204_000]


def test_a_line_can_be_taken_out_of_a_draft(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    drafted(cast, book, PAPER)
    line = reverse("budget_line", args=[Kept.objects.get().pk])
    assert sign_in(cast.ujang).post(line, {"act": "drop"}).status_code == 303
    assert not Kept.objects.exists()


def test_months_share_the_plan_to_the_rupiah() -> None:
    spread = replace(PAPER, price=100, months=0b0000_0000_0111)
    assert spread.by_month()[:4] == (34, 33, 33, 0) and sum(spread.by_month()) == 100
    assert date(2026, months_of("triwulan", 3)[0], 1) == date(2026, 7, 1)


def test_what_was_done_is_counted_from_the_records(cast: Cast, book: UUID) -> None:
    """E3: two members joined in March; twelve are planned, three of them in the first quarter."""
    by = look(cast.ujang)
    for name in ("Ana", "Boli"):
        ledger.admit_member(by=by, id=uuid7(), book=book, joined=date(2026, 3, 2), name=name, keep=True)
    card = queries.budget(by, drafted(cast, book, JOINED))
    assert card is not None and card.done == {("joined", 3): 2}
    said = queries.compared(card, "triwulan", 1, "RAPBK").rows[1].cells[3].value
    assert said == "Terlaksana 2 dari 3 orang menurut catatan."
    assert codes(partial(services.save_line, by=by, id=uuid7(), budget=card.head.id,
                         line=replace(JOINED, counted="nothing"))) == ["BUDGETS_010"]  # fmt: skip


def test_a_variance_is_explained_once_the_budget_is_approved(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    by, plan, id = look(cast.ujang), drafted(cast, book, PAPER), uuid7()
    line = Kept.objects.get().pk

    def say(span: str = "triwulan", number: int = 2, reason: str = "Harga naik", key: UUID | None = None) -> None:
        services.remark(by=by, id=key or uuid7(), line=line, span=span, number=number, reason=reason,
                        action="Beli grosir", now=NOW)  # fmt: skip

    assert codes(say) == ["BUDGETS_011"]
    raw = "INSERT INTO budgets_remark SELECT gen_random_uuid(), 'tahun', 1, 'x', 'x', now(), %s, %s"
    assert refused_by_database((raw, [line, cast.ujang.pk])) == "remark_of_an_approved_budget"
    services.approve_budget(by=by, budget=plan, now=NOW)
    assert codes(partial(say, "minggu")) == ["BUDGETS_012"] and codes(partial(say, "bulan", 12)) == ["BUDGETS_013"]
    assert codes(partial(say, reason=" ")) == ["GENERAL_001"]
    for _twice in range(2):
        say(key=id)
    assert Remark.objects.count() == Activity.objects.filter(action="budgets.remarked").count() == 1
    assert refused_by_database(("UPDATE budgets_remark SET reason = 'Lain'", [])) == "sealed"
    client, address = sign_in(cast.ujang), reverse("budget_remark", args=[line])
    asked = {"kala": "triwulan", "ke": "2"}
    page = client.get(reverse("budget", args=[plan]), asked).content.decode()
    assert "Sebab: Harga naik Tindakan: Beli grosir" in page and "sesudah tahun buku mulai" in page
    assert "Harga naik" in client.get(address, asked).content.decode()
    empty = client.post(f"{address}?kala=triwulan&amp;ke=2", {"id": uuid7(), "reason": "", "action": "Hemat"})
    assert empty.status_code == 422 and "Hemat" in empty.content.decode()
    assert client.post(f"{address}?kala=bulan&ke=4", {"id": uuid7(), "reason": "a", "action": "b"}).status_code == 303
    assert sign_in(cast.ratna).get(address).status_code == 403
