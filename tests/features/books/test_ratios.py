"""The ratio table from the ledger (E12): figures by hand, why there is none, what must be stated, who may state it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.features.books import queries, services
from sidamping.features.books.models import StatedFigure
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW, codes, refused_by_database
from tests.features.books.test_reports import kept
from tests.people import Cast, look

SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[object]]
AT = date(2026, 11, 22)
PRICES = {"harga_koperasi": 9_000, "harga_pesaing": 10_000, "margin_koperasi": 500, "margin_pesaing": 900}


@pytest.fixture
def book(cast: Cast) -> UUID:
    return kept(cast)


def stated(cast: Cast, book: UUID, figures: dict[str, int], id: UUID | None = None) -> UUID:
    return services.state_figures(
        by=look(cast.ujang), id=id or uuid7(), book=book, year=2026, figures=figures, source="Daftar harga", now=NOW
    )


def values(cast: Cast, book: UUID) -> dict[str, object]:
    read = queries.ratios(look(cast.ujang), book, AT)
    assert read is not None
    return {one.row.code: one.why.code if one.why else one.value for one in read.lines}


def test_ratios_come_from_the_ledger(cast: Cast, book: UUID) -> None:
    """Assets 1.320.000 (cash 1.130.000, scale 190.000), no debt, equity 1.320.000, income 50.000, surplus 20.000."""
    found = values(cast, book)
    assert found["1.1"] == "RATIOS_001" and found["3.1"] == 0
    assert found["2.6"] == pytest.approx(50_000 / 1_320_000)
    assert (found["4.1"], found["4.3"]) == (40, pytest.approx(20_000 / 1_320_000 * 100))
    assert {found[code] for code in ("2.1", "2.2", "P", "5.1", "5.2")} == {"RATIOS_003"}


def test_stated_figures_make_the_others_computable_and_the_latest_counts(cast: Cast, book: UUID) -> None:
    """9.000 of 10.000 is 90 percent; (900 - 500) / (9.000 - 10.000) is -40 percent."""
    stated(cast, book, {**PRICES, "harga_koperasi": 11_000})
    stated(cast, book, PRICES)
    found = values(cast, book)
    assert (found["P"], found["5.1"]) == (90, -40)
    read = queries.ratios(look(cast.ujang), book, AT)
    assert read is not None and read.promoted and read.stated["harga_koperasi"].source == "Daftar harga"
    assert StatedFigure.objects.filter(name="harga_koperasi").count() == 2


def test_figures_are_kept_once_and_never_changed(cast: Cast, book: UUID) -> None:
    id = uuid7()
    assert stated(cast, book, PRICES, id) == stated(cast, book, PRICES, id)
    assert StatedFigure.objects.count() == 4
    assert refused_by_database(("UPDATE books_statedfigure SET amount = 1", [])) == "sealed"
    one = "INSERT INTO books_statedfigure SELECT %s, %s, name, year, -5, source, stated_at, book_id, stated_by_id"
    one += " FROM books_statedfigure WHERE name = 'harga_koperasi'"
    assert refused_by_database((one, [uuid7(), uuid7()])) == "stated_figure_amount"


def test_nothing_negative_prices_and_strangers_are_refused(cast: Cast, book: UUID) -> None:
    assert codes(lambda: stated(cast, book, {})) == ["STATEMENTS_006"]
    assert codes(lambda: stated(cast, book, {"harga_pesaing": -1, "penjualan_kredit": -2})) == ["STATEMENTS_007"] * 2
    by = look(cast.maria)
    told = {"id": uuid7(), "book": book, "year": 2026, "figures": PRICES, "source": "x", "now": NOW}
    assert codes(lambda: services.state_figures(by=by, **told)) == ["BOOKS_018"]  # type: ignore[arg-type]


def test_the_page_shows_value_reason_reading_and_trend(
    cast: Cast, book: UUID, sign_in: SignIn, django_assert_max_num_queries: Limit
) -> None:
    client = sign_in(cast.ujang)
    client.get(reverse("ratios", args=[book]))
    with django_assert_max_num_queries(10):
        body = client.get(reverse("ratios", args=[book])).content.decode()
    assert "40,00 %" in body and "RATIOS_003" in body and "R-RASIO" in body and "<svg" in body
    for name in ("ratios_pdf", "ratios_xlsx"):
        assert client.get(reverse(name, args=[book])).status_code == 200
    assert sign_in(cast.maria).get(reverse("ratios", args=[book])).status_code == 404


def test_a_margin_below_zero_is_typed_and_a_price_below_zero_is_not(
    cast: Cast, book: UUID, sign_in: SignIn
) -> None:
    """5.1: sold at a loss of 500 here and a gain of 900 there, (900 + 500) / (9.000 - 10.000) is -140 percent."""
    client, address = sign_in(cast.ujang), reverse("ratio_figures", args=[book, 2026])
    typed = {
        "id": str(uuid7()), "harga_koperasi": "9.000", "harga_pesaing": "10.000", "margin_koperasi": "-500",
        "margin_pesaing": "Rp900", "shu_bagian_anggota": "0", "source": "Kios Maju",
    }  # fmt: skip
    assert client.post(address, typed).status_code == 303
    assert values(cast, book)["5.1"] == -140
    refused = client.post(address, {**typed, "id": str(uuid7()), "harga_koperasi": "-9.000"})
    assert refused.status_code == 422 and "FIGURES_007" in refused.content.decode()


def test_the_board_types_figures_and_what_is_wrong_keeps_the_input(
    cast: Cast, book: UUID, sign_in: SignIn
) -> None:
    client, address = sign_in(cast.ujang), reverse("ratio_figures", args=[book, 2026])
    typed = {"id": str(uuid7()), "harga_koperasi": "9.000", "harga_pesaing": "Rp10.000", "source": "Kios Maju"}
    assert [client.post(address, typed).status_code for _ in range(2)] == [303, 303]
    assert StatedFigure.objects.count() == 2
    refused = client.post(address, {"id": str(uuid7()), "source": "Kios Maju"})
    assert refused.status_code == 422 and "STATEMENTS_006" in refused.content.decode()
    assert "Kios Maju" in refused.content.decode()
    assert sign_in(cast.ratna).get(address).status_code in (403, 404)
