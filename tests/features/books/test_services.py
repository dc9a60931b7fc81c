"""Keeping a book: drafts with their faults, posting once, numbers without a gap, reversal, closing, who may (E10)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from sidamping.domain.ledger.entries import ADJUSTING, CORRECTION, Line
from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused
from sidamping.features.books import queries, services
from sidamping.features.books.models import Book, Posting, Voucher
from sidamping.features.books.services import VoucherDraft
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import (
    CASH,
    MANDATORY,
    NOW,
    OCTOBER,
    SUPPLIES,
    codes,
    drafted,
    opened,
    paid,
    posted,
    savings,
)
from tests.people import TODAY, Cast, look

TENTH = date(2026, 10, 10)


@pytest.fixture
def book(cast: Cast) -> UUID:
    return opened(cast)


def told(action: str) -> int:
    return Activity.objects.filter(action=action).count()


def test_a_book_keeps_the_chart_it_was_opened_on(cast: Cast, book: UUID) -> None:
    card = queries.book_of(look(cast.ujang), cast.merah_putih.pk)
    assert card is not None and card.id == book
    assert (card.chart, len(card.chart_sha256), str(card.starts)) == ("ksp/2026-01-01", 64, "2026-01")
    assert queries.chart_of_book(book).role("cash").code == CASH
    assert told("books.opened") == 1


def test_a_cooperative_has_one_book(cast: Cast, book: UUID) -> None:
    def again(id: UUID) -> UUID:
        return services.open_book(by=look(cast.ujang), id=id, cooperative=cast.merah_putih.pk, chart="ksp",
                                  starts=OCTOBER, now=NOW)

    assert again(book) == book
    assert codes(lambda: again(uuid7())) == ["BOOKS_025"]
    assert Book.objects.count() == told("books.opened") == 1


def test_a_book_does_not_begin_in_the_future(cast: Cast) -> None:
    assert codes(lambda: services.open_book(
        by=look(cast.ujang), id=uuid7(), cooperative=cast.merah_putih.pk, chart="ksp", starts=Month(2026, 12), now=NOW
    )) == ["BOOKS_031"]


def test_a_posted_voucher_has_a_number_and_moves_two_accounts(cast: Cast, book: UUID) -> None:
    id = drafted(look(cast.ujang), book, savings(cast, 100_000))
    assert services.post_voucher(by=look(cast.ujang), voucher=id, now=NOW) == "BKM-2026-0001"
    assert queries.balances(look(cast.ujang), book, TODAY) == {CASH: 100_000, MANDATORY: -100_000}
    card = queries.voucher(look(cast.ujang), id)
    assert card is not None and (card.state, card.number, card.posted_by) == ("posted", "BKM-2026-0001", "Ujang Mantap")


def test_posted_twice_it_is_posted_once(cast: Cast, book: UUID) -> None:
    id = posted(look(cast.ujang), book, paid(7_500))
    assert services.post_voucher(by=look(cast.ujang), voucher=id, now=NOW) == "BKK-2026-0001"
    assert (Posting.objects.count(), told("books.posted")) == (2, 1)


def test_numbers_count_by_kind_and_year_without_a_gap(cast: Cast, book: UUID) -> None:
    by = look(cast.ujang)
    wrong = drafted(by, book, replace(paid(1), lines=(Line(CASH, 1),)))
    for draft in (paid(1), savings(cast, 2), paid(3)):
        posted(by, book, draft)
    assert codes(lambda: services.post_voucher(by=by, voucher=wrong, now=NOW)) == ["BOOKS_001", "BOOKS_004"]
    posted(by, book, paid(4))
    found = Voucher.objects.filter(posted=True).order_by("kind", "number").values_list("kind", "number")
    assert list(found) == [("BKK", 1), ("BKK", 2), ("BKK", 3), ("BKM", 1)]


def test_a_draft_is_kept_with_all_its_faults(cast: Cast, book: UUID) -> None:
    lines = (
        Line(CASH, 1_250_000), Line("9999", -1_200_000), Line("1000", 5), Line(MANDATORY, -5),
        Line(MANDATORY, 0, "bukan-anggota"), Line(SUPPLIES, 10**16),
    )
    id, draft = uuid7(), VoucherDraft("BKM", date(2026, 11, 6), " ", lines)
    kept = services.draft_voucher(by=look(cast.ujang), id=id, book=book, draft=draft, now=NOW)
    assert [one.code for one in kept.problems] == [
        "BOOKS_016", "BOOKS_015", "BOOKS_003", "BOOKS_006", "BOOKS_012", "BOOKS_002", "BOOKS_007", "BOOKS_004",
        "BOOKS_014",
    ]
    card = queries.voucher(look(cast.ujang), id)
    assert card is not None and (card.state, card.lines) == ("draft", lines)
    assert codes(lambda: services.post_voucher(by=look(cast.ujang), voucher=id, now=NOW))[0] == "BOOKS_016"
    assert not Posting.objects.exists()


def test_a_message_says_which_side_lacks_how_much(cast: Cast, book: UUID) -> None:
    lines = (Line(CASH, 1_250_000), Line("4110", -1_200_000))
    kept = services.draft_voucher(
        by=look(cast.ujang), id=uuid7(), book=book, draft=VoucherDraft("BKM", TENTH, "Jasa", lines), now=NOW
    )
    (fault,) = kept.problems
    assert fault.values["difference"] == "Rp50.000" and fault.values["voucher"] == "BKM 10 Okt 2026"


def test_kinds_that_no_voucher_has_are_refused(cast: Cast, book: UUID) -> None:
    odd = replace(paid(1), kind="BKX", nature="reversing")
    assert codes(lambda: drafted(look(cast.ujang), book, odd)) == ["BOOKS_029", "BOOKS_029"]


def test_a_draft_sent_twice_is_written_once_and_two_writers_notice_each_other(cast: Cast, book: UUID) -> None:
    by, id = look(cast.ujang), uuid7()

    def write(amount: int, seen: int) -> int:
        return services.draft_voucher(by=by, id=id, book=book, draft=paid(amount), now=NOW, seen=seen).revised

    assert [write(5, 0), write(5, 0), write(6, 1), write(6, 1)] == [1, 1, 2, 2]
    assert codes(lambda: write(7, 1)) == ["BOOKS_019"]
    services.post_voucher(by=by, voucher=id, now=NOW)
    assert write(6, 2) == 2
    assert codes(lambda: write(8, 2)) == ["BOOKS_021"]
    assert (told("books.drafted"), told("books.draft_changed")) == (1, 1)


def test_a_draft_is_discarded_and_a_posted_voucher_is_not(cast: Cast, book: UUID) -> None:
    by = look(cast.ujang)
    services.discard_draft(by=by, voucher=drafted(by, book, paid(5)))
    done = posted(by, book, paid(6))
    assert codes(lambda: services.discard_draft(by=by, voucher=done)) == ["BOOKS_021"]
    assert (Voucher.objects.count(), told("books.discarded")) == (1, 1)


def reverse(cast: Cast, voucher: UUID, *, id: UUID | None = None, day: date = TENTH) -> str:
    return services.reverse_voucher(
        by=look(cast.ujang), id=id or uuid7(), voucher=voucher, day=day, text="Salah catat", now=NOW
    )


def test_a_reversal_mirrors_and_names_its_original(cast: Cast, book: UUID) -> None:
    done, id = posted(look(cast.ujang), book, savings(cast, 100_000)), uuid7()
    assert [reverse(cast, done, id=id), reverse(cast, done, id=id)] == ["BM-2026-0001", "BM-2026-0001"]
    card, original = queries.voucher(look(cast.ujang), id), queries.voucher(look(cast.ujang), done)
    assert card is not None and original is not None
    assert (card.reverses, original.reversed_by, card.nature) == ("BKM-2026-0001", "BM-2026-0001", "reversing")
    assert [one.amount for one in card.lines] == [-100_000, 100_000]
    assert queries.balances(look(cast.ujang), book, TODAY) == {}
    assert told("books.reversed") == 1


def test_a_voucher_is_reversed_once_and_a_reversal_never(cast: Cast, book: UUID) -> None:
    done, id = posted(look(cast.ujang), book, paid(9)), uuid7()
    reverse(cast, done, id=id)
    assert codes(lambda: reverse(cast, done)) == ["BOOKS_009"]
    assert codes(lambda: reverse(cast, id)) == ["BOOKS_010"]


def test_what_cannot_be_reversed_says_why(cast: Cast, book: UUID) -> None:
    done, draft = posted(look(cast.ujang), book, paid(9)), drafted(look(cast.ujang), book, paid(10))
    assert codes(lambda: reverse(cast, draft)) == ["BOOKS_028"]
    assert codes(lambda: reverse(cast, done, day=date(2026, 10, 4))) == ["BOOKS_027"]
    assert codes(lambda: reverse(cast, done, id=draft)) == ["BOOKS_020"]


def close(cast: Cast, book: UUID, *months: int) -> list[str]:
    return [services.close_period(by=look(cast.ujang), book=book, month=Month(2026, one), now=NOW) for one in months]


def test_a_closed_month_keeps_balances_and_takes_no_voucher(cast: Cast, book: UUID) -> None:
    posted(look(cast.ujang), book, savings(cast, 100_000))
    digests = close(cast, book, *range(1, 11))
    assert len(set(digests)) == 10 and close(cast, book, 10) == digests[-1:]
    card = queries.book(look(cast.ujang), book)
    assert card is not None and card.closed_until == OCTOBER
    assert card.periods[-1].balances == {CASH: 100_000, MANDATORY: -100_000}
    late = drafted(look(cast.ujang), book, paid(5))
    assert codes(lambda: services.post_voucher(by=look(cast.ujang), voucher=late, now=NOW)) == ["BOOKS_008"]
    assert told("books.closed") == 10


def test_a_mistake_of_a_closed_month_is_corrected_in_an_open_one(cast: Cast, book: UUID) -> None:
    done = posted(look(cast.ujang), book, paid(5))
    close(cast, book, *range(1, 11))
    assert codes(lambda: reverse(cast, done)) == ["BOOKS_008"]
    assert reverse(cast, done, day=date(2026, 11, 2)) == "BM-2026-0001"
    posted(look(cast.ujang), book, replace(paid(6, date(2026, 11, 3)), nature=CORRECTION))
    assert queries.rebuilt(look(cast.ujang), book) == ()


def test_months_are_closed_in_order_when_over_and_without_drafts(cast: Cast, book: UUID) -> None:
    drafted(look(cast.ujang), book, paid(5, date(2026, 11, 2)))
    assert codes(lambda: close(cast, book, 11)) == ["BOOKS_026", "BOOKS_022", "BOOKS_023"]
    assert codes(lambda: close(cast, book, 12)) == ["BOOKS_030"]


def test_a_day_before_the_book_or_not_yet_come_is_refused(cast: Cast, book: UUID) -> None:
    by = look(cast.ujang)
    for day, code in ((date(2025, 12, 31), "BOOKS_017"), (date(2026, 11, 6), "BOOKS_015")):
        id = drafted(by, book, paid(5, day))
        assert codes(lambda id=id: services.post_voucher(by=by, voucher=id, now=NOW)) == [code]
    posted(by, book, paid(5, date(2026, 1, 1)))
    posted(by, book, paid(5, TODAY))


def test_an_import_is_taken_whole_or_not_at_all_and_once(cast: Cast, book: UUID) -> None:
    by = look(cast.ujang)
    good = {uuid7(): paid(at, date(2026, at, 1)) for at in range(1, 11)}
    bad = {**good, uuid7(): replace(paid(5), lines=(Line(CASH, 5), Line("9999", -4)))}
    with pytest.raises(Refused) as refused:
        services.import_vouchers(by=by, book=book, drafts=bad, now=NOW)
    assert [(one.code, one.where.partition(".")[0]) for one in refused.value.problems] == [
        ("BOOKS_003", "11"), ("BOOKS_004", "11")
    ]
    assert not Voucher.objects.exists()
    assert [services.import_vouchers(by=by, book=book, drafts=good, now=NOW) for _ in range(2)] == [10, 0]
    assert queries.balances(by, book, TODAY) == {CASH: -55, SUPPLIES: 55}
    assert (told("books.imported"), queries.rebuilt(by, book)) == (1, ())


WRITES: list[Callable[[Cast, UUID, UUID], object]] = [
    lambda cast, book, draft: services.post_voucher(by=look(cast.ratna), voucher=draft, now=NOW),
    lambda cast, book, draft: drafted(look(cast.yosef), book, paid(5)),
    lambda cast, book, draft: services.close_period(by=look(cast.petronela), book=book, month=OCTOBER, now=NOW),
    lambda cast, book, draft: services.discard_draft(by=look(cast.maria), voucher=draft),
    lambda cast, book, draft: services.import_vouchers(by=look(cast.anton), book=book, drafts={}, now=NOW),
    lambda cast, book, draft: services.ask_reopening(
        by=look(cast.ratna), book=book, month=OCTOBER, why="Salah", now=NOW
    ),
    lambda cast, book, draft: reverse_as(cast, draft),
    lambda cast, book, draft: services.open_book(
        by=look(cast.ujang), id=uuid7(), cooperative=cast.foreign_cooperative.pk, chart="ksp", starts=OCTOBER, now=NOW
    ),
]


def reverse_as(cast: Cast, voucher: UUID) -> str:
    return services.reverse_voucher(by=look(cast.ratna), id=uuid7(), voucher=voucher, day=TENTH, text="x", now=NOW)


@pytest.mark.parametrize("write", WRITES)
def test_only_the_board_writes_in_a_book(cast: Cast, book: UUID, write: Callable[[Cast, UUID, UUID], object]) -> None:
    draft = drafted(look(cast.ujang), book, replace(paid(5), nature=ADJUSTING))
    before = Activity.objects.count()
    assert codes(lambda: write(cast, book, draft)) == ["BOOKS_018"]
    assert Activity.objects.count() == before


def test_words_beyond_what_a_voucher_holds_are_refused_and_never_cut(cast: Cast) -> None:
    book, by = opened(cast), look(cast.ujang)
    id, long = uuid7(), paid(5, text="x" * 401)
    assert codes(lambda: services.draft_voucher(by=by, id=id, book=book, draft=long, now=NOW)) == ["GENERAL_007"]
    assert codes(lambda: services.import_vouchers(by=by, book=book, drafts={id: long}, now=NOW)) == ["GENERAL_007"]
    kept = drafted(by, book, paid(5, text="y" * 400))
    assert Voucher.objects.get(pk=kept).text == "y" * 400
