"""Templates of vouchers: kept from a voucher or fresh, one tap fills the form, changed and dropped (E10)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from importlib import import_module
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.domain.ledger.plain import IN, MOVE, OUT, Part, Told, not_offered
from sidamping.domain.problems import Refused
from sidamping.features.books import services
from sidamping.features.books.models import Book, Template, Voucher
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from sidamping.rules.books import codes_of
from sidamping.rules.charts import MICRO, chart_names, chart_of
from sidamping.rules.forms import Label
from sidamping.rules.voucher_templates import ReadyTemplate, ready_templates
from tests.features.books.keeping import NOW, codes, drafted, opened, paid, refused_by_database, savings
from tests.people import TODAY, Cast, User, look

SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[object]]
POWER = {"name": "Listrik kantor", "purse": "1110", "purpose_1": "6122", "amount_1": "", "text": "Listrik kantor"}
INSERT = """INSERT INTO books_template (id, book_id, name, way, purse, parts, text, made_by_id, made_at)
    SELECT gen_random_uuid(), book_id, %s, %s, purse, %s, '', made_by_id, made_at FROM books_template"""


@pytest.fixture
def book(cast: Cast) -> UUID:
    return opened(cast, alone=False)


def kept(client: Client, book: UUID, way: str = "out", **typed: Any) -> UUID:
    """A template that is sent twice."""
    id = uuid7()
    for _ in range(2):
        answer = client.post(reverse("template_add", args=[book, way]), {"id": str(id), **POWER, **typed})
        assert answer.status_code == 303, answer.content.decode()
    return id


def told(action: str) -> int:
    return Activity.objects.filter(action=action).count()


def test_a_template_sent_twice_is_kept_once_and_fills_the_form_of_today(
    cast: Cast, book: UUID, sign_in: SignIn
) -> None:
    client = sign_in(cast.wati)
    id = kept(client, book)
    assert (Template.objects.count(), told("books.template_kept")) == (1, 1)
    address = reverse("money_out", args=[book])
    assert f"?templat={id}" in client.get(address).content.decode()
    page = client.get(address, {"templat": str(id)}).content.decode()
    for piece in ('<option value="6122" selected>', 'value="Listrik kantor"', 'value="2026-11-05"'):
        assert piece in page
    assert "ebit" not in page.split("<main")[1]


def test_a_voucher_becomes_a_template_without_its_member(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client, who = sign_in(cast.wati), str(cast.keripik.owner_id)
    saved = drafted(look(cast.wati), book, savings(cast, 25_000))
    address = f"{reverse('template_add', args=[book, 'in'])}?bukti={saved}"
    assert address in client.get(reverse("voucher", args=[saved])).content.decode()
    page = client.get(address).content.decode()
    assert '<option value="3120" selected>' in page and 'value="25.000"' in page and who not in page


def test_one_that_is_ready_for_the_chart_fills_all_its_purposes(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client = sign_in(cast.wati)
    page = client.get(reverse("money_in", args=[book]), {"templat": "ksp.in.instalment"}).content.decode()
    assert all(f'<option value="{code}" selected>' in page for code in ("1141", "4110", "3120"))
    moved = client.get(reverse("money_move", args=[book]), {"templat": "ksp.move.to-bank"}).content.decode()
    assert "Setor kas ke bank" in moved
    assert client.get(reverse("money_in", args=[book]), {"templat": "ksp.out.office"}).status_code == 200


@pytest.mark.parametrize("name", [one for one in chart_names() if one != MICRO])
def test_every_ready_one_fits_the_chart_it_is_offered_for(name: str) -> None:
    """Each kind of cooperative has receipts, payments and moves of its own."""
    ready, (chart, _cited) = ready_templates(name), chart_of(name, TODAY)
    assert {one.code: not_offered(one.told, chart) for one in ready if not_offered(one.told, chart)} == {}
    assert {one.told.way for one in ready} == {IN, OUT, MOVE}
    assert len({(one.told.way, one.told.parts) for one in ready}) == len(ready) >= 8


def test_no_ready_one_is_of_a_chart_that_is_not_there() -> None:
    assert {code.partition(".")[0] for code in codes_of("voucher-templates")} <= set(chart_names())


def test_a_unit_on_a_chart_of_its_own_is_offered_what_fits_that_chart(
    cast: Cast, sign_in: SignIn, at_most_queries: Limit
) -> None:
    """A shop with a USP: instalments go into the purse of the USP, mandatory savings to the cooperative."""
    shop, client = opened(cast, chart="sektor-riil"), sign_in(cast.ujang)
    services.open_unit(by=look(cast.ujang), id=uuid7(), book=shop, code="USP", name="Unit", chart="ksp", now=NOW)
    address, asked = reverse("money_in", args=[shop]), {"unit": "USP", "templat": "ksp.in.instalment.USP"}
    client.get(address, asked)
    with at_most_queries(10):
        page = client.get(address, asked).content.decode()
    assert all(f'<option value="{code}" selected>' in page for code in ("1141-USP", "4110-USP", "3120"))
    assert "sektor-riil.in.sales" not in page and "ksp.in.new-member.USP" in page
    assert "sektor-riil.in.sales" in client.get(address).content.decode()
    every = client.get(reverse("voucher_templates", args=[shop])).content.decode()
    assert "ksp.move.to-bank.USP" in every and "sektor-riil.move.to-bank" in every


def test_it_is_called_otherwise_and_dropped_once_while_its_vouchers_stay(
    cast: Cast, book: UUID, sign_in: SignIn
) -> None:
    client = sign_in(cast.wati)
    id, voucher = kept(client, book), drafted(look(cast.wati), book, paid(5))
    address = reverse("template_edit", args=[id])
    assert client.post(address, {"id": str(id), **POWER, "name": "Listrik", "amount_1": "90.000"}).status_code == 303
    row = Template.objects.get()
    assert (row.name, row.parts) == ("Listrik", [{"account": "6122", "amount": 90_000}])
    assert client.post(address, {"act": "drop"}).status_code == 303
    services.drop_template(by=look(cast.ujang), template=id, now=NOW)
    assert told("books.template_dropped") == 1 and Template.objects.get().dropped_by_id == cast.wati.pk
    assert client.get(address).status_code == 404 and Voucher.objects.filter(pk=voucher).exists()
    assert str(id) not in client.get(reverse("voucher_templates", args=[book])).content.decode()
    assert kept(client, book, name="Listrik") != id  # the name is free again


@pytest.mark.parametrize(("typed", "code"), [
    ({"name": "listrik  KANTOR"}, "BOOKS_077"),
    ({"purpose_1": ""}, "BOOKS_040"),
    ({"purpose_1": "", "amount_1": "5"}, "BOOKS_040"),
])
def test_what_is_wrong_in_a_template_is_told_and_the_input_kept(
    cast: Cast, book: UUID, sign_in: SignIn, typed: dict[str, str], code: str
) -> None:
    client = sign_in(cast.wati)
    kept(client, book)
    sent = {"id": str(uuid7()), **POWER, "name": "Air", "text": "Air minum", **typed}
    answer = client.post(reverse("template_add", args=[book, "out"]), sent)
    assert answer.status_code == 422 and code in answer.content.decode() and "Air minum" in answer.content.decode()
    assert Template.objects.count() == 1


def test_accounts_that_no_form_offers_and_too_many_templates_are_refused(cast: Cast, book: UUID) -> None:
    def keep(account: str, name: str = "Aneh") -> None:
        told = Told(OUT, "1110", (Part(account, 0),))
        services.keep_template(by=look(cast.wati), id=uuid7(), book=book, name=name, told=told, text="", now=NOW)

    assert codes(lambda: keep("9999")) == codes(lambda: keep("1345")) == ["BOOKS_078"]
    assert codes(lambda: keep("6122", " ")) == ["GENERAL_001"]
    for number in range(30):
        keep("6122", f"Listrik {number}")
    assert codes(lambda: keep("6122", "Satu lagi")) == ["BOOKS_080"]


def test_the_name_in_another_book_is_not_told(cast: Cast, book: UUID) -> None:
    """Under an own book, the id of another cooperative's template is refused with the name that was sent."""
    own = Book.objects.get(pk=book)
    other = Book.objects.create(party_id=cast.foreign_cooperative.pk, chart=own.chart, chart_sha256=own.chart_sha256,
                                starts=own.starts, opened_by_id=own.opened_by_id, opened_at=NOW)  # fmt: skip
    foreign = Template.objects.create(book=other, name="Rahasia", way=OUT, purse="1110", made_by=cast.wati, made_at=NOW,
                                      parts=[{"account": "6122", "amount": 0}])  # fmt: skip
    told = Told(OUT, "1110", (Part("6122", 0),))
    with pytest.raises(Refused) as refused:
        services.keep_template(by=look(cast.wati), id=foreign.pk, book=book, name="Air", told=told, text="", now=NOW)
    (found,) = refused.value.problems
    assert (found.code, found.values["name"]) == ("BOOKS_079", "Air")


def test_a_ready_one_is_left_out_where_the_book_lacks_its_account(
    cast: Cast, book: UUID, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A book keeps the accounts of the chart it was opened on, however the ready-made templates go on."""
    label = Label("Dari bagan lain", "Of another chart")
    ready = (ReadyTemplate("ksp.out.x", label, Told(OUT, "1119", (Part("6122", 0),))),
             ReadyTemplate("ksp.out.y", label, Told(OUT, "1110", (Part("9999", 0),))))
    listed = import_module("sidamping.features.books.queries.templates")
    monkeypatch.setattr(listed, "ready_templates", lambda chart: ready)
    client = sign_in(cast.wati)
    for name in ("money_out", "voucher_templates"):
        answer = client.get(reverse(name, args=[book]))
        assert answer.status_code == 200 and "Dari bagan lain" not in answer.content.decode()


def test_a_unit_lends_no_account_of_the_cooperative_but_members_capital(
    cast: Cast, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same number means something else in another chart."""
    shop = opened(cast, chart="sektor-riil")
    services.open_unit(by=look(cast.ujang), id=uuid7(), book=shop, code="USP", name="Unit", chart="ksp", now=NOW)
    services.add_account(by=look(cast.ujang), book=shop, under="1110", code="111001", name="Kas toko")
    ready = (ReadyTemplate("ksp.move.x", Label("Lewat toko", "By the shop"), Told(MOVE, "111001", (Part("1110", 0),))),
             ReadyTemplate("ksp.in.y", Label("Wajib saja", "Mandatory"), Told(IN, "1110", (Part("3120", 0),))))
    listed = import_module("sidamping.features.books.queries.templates")
    monkeypatch.setattr(listed, "ready_templates", lambda chart: ready if chart == "ksp" else ())
    page = sign_in(cast.ujang).get(reverse("voucher_templates", args=[shop])).content.decode()
    assert "Wajib saja (USP)" in page and "Lewat toko" not in page


def test_strangers_and_readers_keep_and_change_none(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    id = kept(sign_in(cast.wati), book)
    told = Told(OUT, "1110", (Part("6122", 0),))
    keep = {"id": id, "book": book, "name": "x", "told": told, "text": "", "now": NOW}
    for who in (cast.ratna, cast.maria, cast.yosef):
        by = look(who)
        assert sign_in(who).get(reverse("voucher_templates", args=[book])).status_code == 403
        assert codes(partial(services.drop_template, by=by, template=id, now=NOW)) == ["BOOKS_018"]
        assert codes(partial(services.keep_template, by=by, **keep)) == ["BOOKS_018"]
    assert str(id) not in sign_in(cast.ratna).get(reverse("book", args=[book])).content.decode()


def test_the_database_refuses_half_a_template_and_deletes_none(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    kept(sign_in(cast.wati), book)
    for parts in ("[]", "{}", '[{"account": "6122", "amount": -1}]', "[1,2,3,4,5,6]"):
        assert refused_by_database((INSERT, ["Lain", "out", parts])) == "template_parts"
    assert refused_by_database((INSERT, ["Lain", "move", '[{"amount": 0}, {"amount": 0}]'])) == "template_parts"
    assert refused_by_database((INSERT, ["LISTRIK kantor", "out", '[{"amount": 0}]'])) == "template_name_once"
    assert refused_by_database((INSERT, ["Lain", "cash", '[{"amount": 0}]'])) == "template_way"
    assert refused_by_database(("DELETE FROM books_template", [])) == "sealed"
    assert refused_by_database(("UPDATE books_template SET way = 'in'", [])) == "sealed"


def test_its_pages_ask_the_database_at_most_ten_times(
    cast: Cast, book: UUID, sign_in: SignIn, at_most_queries: Limit
) -> None:
    client = sign_in(cast.wati)
    id = kept(client, book)
    pages = [reverse("money_in", args=[book]), reverse("voucher_templates", args=[book]),
             reverse("template_edit", args=[id]), reverse("template_add", args=[book, "move"])]
    for address in pages:
        client.get(address)
        with at_most_queries(10):
            assert client.get(address).status_code == 200
