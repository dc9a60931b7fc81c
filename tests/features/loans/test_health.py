"""The health form takes its amounts from the ledger of the USP, or of the savings cooperative, on its own day (E4)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.domain.ledger.entries import Line
from sidamping.features.assessments import queries as assessments
from sidamping.features.books.queries import booked_health
from sidamping.features.books.services import VoucherDraft
from sidamping.features.loans import queries, services
from tests.features.assessments import rounds
from tests.features.books.keeping import CASH, INTEREST, NOW, codes, opened, posted
from tests.features.books.test_units import CASH_USP, INTEREST_USP, with_usp
from tests.features.loans.lending import Bank, lent, opened_bank, post
from tests.people import Cast, User, look

SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[object]]
AS_OF = date(2026, 4, 6)


def form(cast: Cast, as_of: date = AS_OF, **changes: str) -> UUID:
    """Ratna rates the health of Merah Putih as a rehearsal."""
    return rounds.opened(look(cast.ratna), cast.merah_putih.pk, as_of=as_of, **changes)


def amounts(cast: Cast, round_: UUID) -> dict[str, int]:
    found = queries.health_figures(look(cast.ratna), round_, whole=True)
    assert found is not None
    return {one.key.removeprefix("inputs."): one.booked for one in found.lines}


@pytest.fixture
def bank(cast: Cast) -> Bank:
    """30,000,000 in cash and 2,500,000 of savings; 3,000,000 lent, one instalment late; 75,000 interest earned."""
    bank = opened_bank(cast)
    lent(bank)
    lines = (Line(CASH, 75_000), Line(INTEREST, -75_000, str(bank.markus)))
    post(cast, bank.book, VoucherDraft("BKM", date(2026, 3, 20), "Jasa", lines))
    return bank


def test_the_amounts_of_a_savings_cooperative_come_from_its_ledger_and_loans(bank: Bank) -> None:
    """Equity 27,500,000 + 2,000,000 + 75,000; a month late is still substandard at the earliest."""
    found = amounts(bank.cast, form(bank.cast))
    wanted = {
        "modal_sendiri": 29_575_000, "total_aset": 30_075_000, "pinjaman_diberikan": 3_000_000,
        "pinjaman_anggota": 3_000_000, "kas": 27_075_000, "kewajiban_lancar": 500_000, "partisipasi_bruto": 75_000,
        "simpanan_wajib": 2_000_000, "jumlah_simpanan": 500_000, "shu_tahun_berjalan": 75_000,
    }
    assert {key: found[key] for key in wanted} == wanted
    assert sum(found[key] for key in ("pinjaman_lancar", "kurang_lancar", "diragukan", "pinjaman_macet")) == 3_000_000


def test_the_sharia_form_takes_what_the_ledger_knows_in_the_totals_it_asks_for(
    bank: Bank, sign_in: SignIn
) -> None:
    round_ = form(bank.cast, instrument="ksp-health-syariah")
    found = amounts(bank.cast, round_)
    wanted = {
        "kas_dan_bank": 27_075_000, "kewajiban_lancar": 500_000, "pinjaman_diberikan": 3_000_000,
        "total_aset": 30_075_000, "modal_sendiri": 29_575_000, "partisipasi_bruto": 75_000, "partisipasi_neto": 75_000,
        "simpanan_wajib": 2_000_000,
    }
    assert {key: found[key] for key in wanted} == wanted
    there = reverse("health_from_book", args=[round_])
    assert there in sign_in(bank.cast.ratna).get(reverse("fill_section", args=[round_, "likuiditas"])).content.decode()
    assert services.take_figures(by=look(bank.cast.ratna), assessment=round_, now=NOW) == len(found) == 13


def test_of_a_cooperative_with_a_usp_the_unit_alone_is_rated(cast: Cast) -> None:
    book = opened(cast, chart="sektor-riil")
    with_usp(cast, book)
    by = look(cast.ujang)
    posted(by, book, VoucherDraft("BKM", date(2026, 3, 1), "Jual", (Line(CASH, 900_000), Line("4210", -900_000))))
    member = str(cast.keripik.owner_id)
    lines = (Line(CASH_USP, 40_000), Line(INTEREST_USP, -40_000, member))
    posted(by, book, VoucherDraft("BKM", date(2026, 3, 2), "Jasa", lines))
    found = amounts(cast, form(cast))
    assert (found["kas"], found["total_aset"], found["partisipasi_bruto"]) == (40_000, 40_000, 40_000)


def test_last_year_is_left_to_be_filled_in_where_the_book_began_this_year(bank: Bank) -> None:
    """Begun in January 2026, the book knows nothing of 2025, and all of 2026."""
    assert not [key for key in amounts(bank.cast, form(bank.cast)) if key.endswith("_lalu")]
    next_year = booked_health(look(bank.cast.ujang), bank.cast.merah_putih.pk, date(2027, 2, 1))
    assert next_year is not None and next_year.amounts["total_aset_lalu"] == 30_075_000


def test_the_figures_of_a_book_are_for_its_readers(bank: Bank) -> None:
    asked = bank.cast.merah_putih.pk, AS_OF
    assert booked_health(look(bank.cast.ratna), *asked) is not None
    assert booked_health(look(bank.cast.maria), *asked) is None


def test_taken_over_each_amount_tells_where_it_comes_from_and_other_answers_stay(bank: Bank) -> None:
    by, round_ = look(bank.cast.ratna), form(bank.cast)
    rounds.saved(by, round_, {"inputs.kas": "1", "answers.mu.1": "ya"})
    for _ in range(2):
        assert services.take_figures(by=by, assessment=round_, now=NOW) > 20
    (own,) = [one.filling for one in assessments.open_fillings(by) if one.head.id == round_]
    assert (own.data["inputs"]["kas"], own.data["answers"]["mu"]["1"], own.revised) == (27_075_000, "ya", 2)
    assert own.data["notes"]["inputs.kas"] == "Dari buku besar per 6 April 2026"


def test_in_the_browser_with_one_press(bank: Bank, sign_in: SignIn, at_most_queries: Limit) -> None:
    client, round_ = sign_in(bank.cast.ratna), form(bank.cast)
    there = reverse("health_from_book", args=[round_])
    assert there in client.get(reverse("fill_section", args=[round_, "permodalan"])).content.decode()
    with at_most_queries(10):
        page = client.get(there).content.decode()
    assert "Rp29.575.000" in page and "Modal sendiri" in page
    assert client.post(there).status_code == 303
    assert "29.575.000" in client.get(reverse("fill_section", args=[round_, "permodalan"])).content.decode()
    for who, status in ((bank.cast.maria, 404), (bank.cast.yosef, 404), (bank.cast.anton, 403)):
        assert sign_in(who).get(there).status_code == status


def test_where_no_book_is_kept_the_form_says_so(cast: Cast, sign_in: SignIn) -> None:
    round_ = form(cast)
    assert codes(lambda: services.take_figures(by=look(cast.ratna), assessment=round_, now=NOW)) == ["LOANS_047"]
    page = sign_in(cast.ratna).get(reverse("health_from_book", args=[round_])).content.decode()
    assert "belum menyimpan bukunya" in page
