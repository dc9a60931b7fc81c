"""A draft is changed until it is posted: by whoever keeps the book, once, with what it said before (E10, 0046)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.domain.ledger.entries import ADJUSTING, Line
from sidamping.features.books import services
from sidamping.features.books.models import EarlierDraft, Proof, Voucher
from sidamping.features.books.services import VoucherDraft
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW, codes, drafted, opened, paid, refused_by_database, savings
from tests.features.books.test_proofs import PDF
from tests.habits.query_budget import most_of
from tests.people import Cast, User, look

SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[object]]
BEFORE = {"seen": "1", "day": "2026-10-05", "purse": "1110", "member": "", "text": "Alat tulis",
          "purpose_1": "6121", "amount_1": "50.000"}


@pytest.fixture
def book(cast: Cast) -> UUID:
    return opened(cast, alone=False)


@pytest.fixture
def draft(cast: Cast, book: UUID) -> UUID:
    """Wati bought paper for Rp50.000."""
    return drafted(look(cast.wati), book, paid(50_000))


def sent(client: Client, draft: UUID, **typed: Any) -> Any:
    return client.post(reverse("voucher_change", args=[draft]), {**BEFORE, "id": str(draft), **typed})


def told(action: str) -> int:
    return Activity.objects.filter(action=action).count()


def test_the_form_comes_again_with_what_the_draft_says(cast: Cast, draft: UUID, sign_in: SignIn) -> None:
    page = sign_in(cast.wati).get(reverse("voucher_change", args=[draft])).content.decode()
    for piece in ('value="50.000"', 'value="Alat tulis"', 'value="2026-10-05"', '<option value="6121" selected>'):
        assert piece in page
    assert "ebit" not in page.split("<main")[1]


def test_a_change_sent_twice_happens_once_and_the_old_version_stays_readable(
    cast: Cast, draft: UUID, sign_in: SignIn
) -> None:
    client = sign_in(cast.wati)
    for _ in range(2):
        assert sent(client, draft, amount_1="60.000", text="Alat tulis rapat").status_code == 303
    row = Voucher.objects.get()
    assert (row.revised, row.text, [one["amount"] for one in row.lines]) == (2, "Alat tulis rapat", [-60_000, 60_000])
    assert (EarlierDraft.objects.get().text, told("books.drafted"), told("books.draft_changed")) == ("Alat tulis", 1, 1)
    seen = sign_in(cast.ujang).get(reverse("voucher", args=[draft])).content.decode()
    for piece in ("Rp50.000", "Rp60.000", "Alat tulis rapat", "Yang diubah sebelum dibukukan"):
        assert piece in seen
    assert "diubah" in sign_in(cast.ujang).get(reverse("vouchers", args=[row.book_id])).content.decode()


def test_who_changes_a_draft_does_not_post_it_and_who_wrote_it_first_may(
    cast: Cast, draft: UUID, sign_in: SignIn
) -> None:
    assert sent(sign_in(cast.ujang), draft, amount_1="60.000").status_code == 303
    assert codes(lambda: services.post_voucher(by=look(cast.ujang), voucher=draft, now=NOW)) == ["BOOKS_038"]
    assert services.post_voucher(by=look(cast.wati), voucher=draft, now=NOW) == "BKK-2026-0001"


def test_two_who_change_it_notice_each_other_and_keep_what_they_typed(
    cast: Cast, draft: UUID, sign_in: SignIn
) -> None:
    assert sent(sign_in(cast.ujang), draft, amount_1="60.000").status_code == 303
    late = sent(sign_in(cast.wati), draft, amount_1="70.000", text="Kertas dan tinta")
    page = late.content.decode()
    assert late.status_code == 422 and "BOOKS_019" in page and cast.ujang.full_name in page
    assert "70.000" in page and "Kertas dan tinta" in page
    assert Voucher.objects.get().revised == 2


def test_nobody_posts_or_deletes_a_version_they_have_not_read(cast: Cast, draft: UUID, sign_in: SignIn) -> None:
    """Ujang opens it at Rp50.000, Wati makes it Rp60.000: his button posts nothing, and the page tells him what is."""
    chair, address = sign_in(cast.ujang), reverse("voucher_act", args=[draft])
    assert '<input type="hidden" name="seen" value="1">' in chair.get(reverse("voucher", args=[draft])).content.decode()
    assert sent(sign_in(cast.wati), draft, amount_1="60.000").status_code == 303
    for act in ("post", "discard"):
        answer = sign_in(cast.ujang).post(address, {"act": act, "seen": "1"})
        page = answer.content.decode()
        assert answer.status_code == 422 and "BOOKS_019" in page and cast.wati.full_name in page and "Rp60.000" in page
    assert not Voucher.objects.get().posted and told("books.posted") == told("books.discarded") == 0
    assert chair.post(address, {"act": "post", "seen": "x"}).status_code == 422
    for _ in range(2):
        assert sign_in(cast.ujang).post(address, {"act": "post", "seen": "2"}).status_code == 303
    assert Voucher.objects.get().posted and told("books.posted") == 1


def test_posted_meanwhile_it_does_not_change_and_the_input_stays(cast: Cast, draft: UUID, sign_in: SignIn) -> None:
    services.post_voucher(by=look(cast.ujang), voucher=draft, now=NOW)
    late = sent(sign_in(cast.wati), draft, amount_1="70.000")
    assert late.status_code == 422 and "BOOKS_021" in late.content.decode() and "70.000" in late.content.decode()
    assert sign_in(cast.wati).get(reverse("voucher_change", args=[draft])).status_code == 303


def test_deleted_meanwhile_it_does_not_come_back(cast: Cast, draft: UUID, sign_in: SignIn) -> None:
    services.discard_draft(by=look(cast.ujang), voucher=draft)
    assert sent(sign_in(cast.wati), draft).status_code == 404
    change = {"draft": paid(7), "proof": None, "now": NOW, "seen": 1}
    assert codes(lambda: services.change_draft(by=look(cast.wati), voucher=draft, **change)) == ["BOOKS_018"]
    assert not Voucher.objects.exists()


def test_what_is_wrong_is_told_with_its_code_and_the_draft_stays(cast: Cast, draft: UUID, sign_in: SignIn) -> None:
    answer = sent(sign_in(cast.wati), draft, amount_1="")
    assert answer.status_code == 422 and "BOOKS_040" in answer.content.decode()
    assert Voucher.objects.get().revised == 1 and not EarlierDraft.objects.exists()


def test_its_photos_stay_and_one_may_come_along(cast: Cast, draft: UUID, sign_in: SignIn) -> None:
    services.add_proof(by=look(cast.wati), voucher=draft, name="nota.pdf", content=PDF, now=NOW)
    assert sent(sign_in(cast.wati), draft, amount_1="60.000").status_code == 303
    assert Proof.objects.filter(voucher=draft).count() == 1


def test_strangers_and_readers_change_nothing(cast: Cast, draft: UUID, sign_in: SignIn) -> None:
    assert sent(sign_in(cast.ratna), draft, amount_1="1").status_code == 403
    assert sent(sign_in(cast.maria), draft, amount_1="1").status_code == 403
    change = {"draft": paid(7), "proof": None, "now": NOW, "seen": 1}
    assert codes(lambda: services.change_draft(by=look(cast.ratna), voucher=draft, **change)) == ["BOOKS_018"]
    assert "Simpan perubahan" not in sign_in(cast.ratna).get(reverse("voucher", args=[draft])).content.decode()


def test_a_member_and_a_move_come_back_into_their_forms(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    by, client, who = look(cast.wati), sign_in(cast.wati), str(cast.keripik.owner_id)
    saved = drafted(by, book, savings(cast, 25_000))
    page = client.get(reverse("voucher_change", args=[saved])).content.decode()
    assert f'<option value="{who}" selected>' in page
    moved = drafted(by, book, VoucherDraft("BM", date(2026, 10, 6), "Setor", (Line("1121", 9), Line("1110", -9))))
    typed = {"id": str(moved), "seen": "1", "day": "2026-10-06", "source": "1110", "target": "1121", "amount": "8",
             "text": "Setor"}
    assert client.post(reverse("voucher_change", args=[moved]), typed).status_code == 303
    assert [one["amount"] for one in Voucher.objects.get(pk=moved).lines] == [8, -8]


def test_long_words_that_a_draft_holds_come_back_whole(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    long = drafted(look(cast.wati), book, paid(50_000, text="a" * 400))
    assert sent(sign_in(cast.wati), long, text="b" * 400).status_code == 303
    assert Voucher.objects.get(pk=long).text == "b" * 400
    answer = sent(sign_in(cast.wati), long, seen="2", text="c" * 401)
    assert answer.status_code == 422 and "GENERAL_007" in answer.content.decode()


def test_of_what_another_page_reckoned_day_and_words_are_changed(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    lines = (Line("6131", 40_000), Line("1345", -40_000))
    worn = drafted(look(cast.wati), book, VoucherDraft("BM", date(2026, 10, 31), "Penyusutan", lines, ADJUSTING))
    typed = {"seen": "1", "day": "2026-10-30", "text": "Penyusutan Oktober"}
    assert sign_in(cast.wati).post(reverse("voucher_change", args=[worn]), typed).status_code == 303
    row = Voucher.objects.get(pk=worn)
    assert (row.nature, row.text, [one["amount"] for one in row.lines]) == (ADJUSTING, "Penyusutan Oktober",
                                                                            [40_000, -40_000])


def test_readers_who_see_no_names_read_none_in_what_was_changed(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    name, by = cast.keripik.owner.party.name, look(cast.wati)
    services.admit_member(by=by, id=uuid7(), book=book, joined=date(2026, 2, 1), person=cast.keripik.owner_id)
    id = drafted(by, book, VoucherDraft("BKM", date(2026, 10, 5), f"Setoran {name}", savings(cast, 5).lines))
    services.change_draft(by=by, voucher=id, draft=paid(7), proof=None, now=NOW, seen=1)
    assert name in sign_in(cast.ratna).get(reverse("voucher", args=[id])).content.decode()
    page = sign_in(cast.yosef).get(reverse("voucher", args=[id])).content.decode()
    assert "Yang diubah" in page and name not in page


def test_the_database_keeps_what_a_draft_said_before(cast: Cast, draft: UUID, sign_in: SignIn) -> None:
    sent(sign_in(cast.wati), draft, amount_1="60.000")
    assert refused_by_database(("UPDATE books_earlierdraft SET text = 'x'", [])) == "books_earlier_frozen"
    services.post_voucher(by=look(cast.ujang), voucher=draft, now=NOW)
    assert refused_by_database(("DELETE FROM books_earlierdraft", [])) == "books_earlier_frozen"
    assert refused_by_database(("UPDATE books_voucher SET text = 'x'", [])) == "sealed"


def test_its_pages_ask_the_database_at_most_ten_times(
    cast: Cast, draft: UUID, sign_in: SignIn, at_most_queries: Limit
) -> None:
    client = sign_in(cast.wati)
    sent(client, draft, amount_1="60.000")
    for name in ("voucher_change", "voucher"):
        client.get(reverse(name, args=[draft]))
        with at_most_queries(most_of(name)):
            assert client.get(reverse(name, args=[draft])).status_code == 200
