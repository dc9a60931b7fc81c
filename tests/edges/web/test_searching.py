"""F8: one search over the registers, the logbook and papers, each person finding what that person may open."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.db.models import Func, TextField, Value
from django.db.transaction import TransactionManagementError
from django.test import Client
from django.urls import reverse

from sidamping.domain.searching import read_words
from sidamping.edges.web import searching
from sidamping.platform.database.searching import by_index, first_of
from sidamping.platform.http.pages import Page
from tests import people, places
from tests.features.papers import desk
from tests.people import Cast

pytestmark = pytest.mark.django_db
SignIn = Callable[[people.User], Client]
GROUPS = ("cooperative", "person", "business", "visit", "paper")
MOST_QUERIES = 11
"""Five kinds of records, scoped by three features, and who asks."""
NIK = "5301052301800001"


def seen(client: Client, typed: str, **more: str) -> str:
    answer = client.get(reverse("search"), {"q": typed, **more})
    assert answer.status_code == 200
    return answer.content.decode()


def found(client: Client, typed: str, **more: str) -> set[str]:
    """Codes of the groups with something in them."""
    page = seen(client, typed, **more)
    return {code for code in GROUPS if f'id="hasil-{code}"' in page}


@pytest.fixture
def october(cast: Cast) -> None:
    desk.visit(cast, date(2026, 10, 7), activity="Jum'at bersih dan pembenahan kafé")
    desk.submitted(cast)


def test_the_coordinator_finds_a_cooperative_its_visits_and_its_papers(cast, october, sign_in, at_most_queries):
    client = sign_in(cast.yosef)
    with at_most_queries(MOST_QUERIES):
        assert found(client, "merah putih") == {"cooperative", "paper"}
    assert found(client, "jumat kafe") == {"visit", "paper"}
    assert '<mark>Jum&#x27;at</mark>' in seen(client, "jumat")


@pytest.mark.parametrize("name", ["yosef", "dominggus", "sarlin", "ratna", "agnes", "anton"])
def test_whoever_reads_the_register_finds_a_person_by_name_and_by_the_whole_nik(cast: Cast, sign_in, name: str):
    client = sign_in(getattr(cast, name))
    assert found(client, "ujang") == {"person"} == found(client, NIK)
    assert NIK not in seen(client, "ujang")


@pytest.mark.parametrize("part", [NIK[:15], NIK[1:], NIK[:8], "0001", "081234567890"])
def test_no_part_of_a_nik_and_no_telephone_finds_anybody(cast: Cast, sign_in, part: str):
    assert found(sign_in(cast.sarlin), part) == set()


def test_a_stranger_finds_nothing_of_another_district(cast: Cast, october, sign_in):
    maria = sign_in(cast.maria)
    for typed in ("merah putih", "ujang", NIK, "jumat", "AHU-0001.AH.01.26.2018", "merha putih"):
        page = seen(maria, typed)
        assert "Tidak ada yang cocok" in page and places.BOLOK not in page


def test_an_assessor_finds_the_registers_and_no_field_records(cast: Cast, october, sign_in):
    assert found(sign_in(cast.agnes), "jumat") == set()
    assert found(sign_in(cast.agnes), "merah putih") == {"cooperative"}


def test_a_chair_finds_the_own_cooperative_and_its_board_alone(cast: Cast, october, sign_in):
    people.person("Ujang Lain", places.BOLOK)
    assert seen(sign_in(cast.ujang), "ujang").count('<li><a href="/orang/') == 1
    assert found(sign_in(cast.ujang), "kuatae") == set()


def test_a_treasurer_is_refused(cast: Cast, sign_in):
    assert sign_in(cast.wati).get(reverse("search"), {"q": "merah"}).status_code == 403


def test_a_draft_is_found_by_nobody(cast: Cast, sign_in):
    desk.visit(cast, date(2026, 10, 7))
    desk.opened(cast)
    assert "paper" not in found(sign_in(cast.ratna), "merah putih")


def test_a_paper_is_found_by_its_number_and_a_cooperative_by_its_legal_number(cast: Cast, october, sign_in):
    number = desk.Paper.objects.get().number
    assert found(sign_in(cast.yosef), number.lower()) == {"paper"}
    assert found(sign_in(cast.yosef), "ahu-0001.ah.01.26.2018") == {"cooperative"}


def test_a_mistyped_name_offers_names_like_it(cast: Cast, sign_in, at_most_queries):
    client = sign_in(cast.yosef)
    with at_most_queries(MOST_QUERIES):
        page = seen(client, "Meras Putih")
    assert "Nama yang mirip" in page and "Merah Putih" in page and "Kuatae" not in page


def test_more_than_five_lead_to_a_list_of_their_own_with_pages(cast: Cast, sign_in):
    for number in range(60):
        people.cooperative(f"Tani Makmur {number:02d}", places.BOLOK)
    client = sign_in(cast.yosef)
    assert "di=cooperative" in seen(client, "tani makmur") and "Tani Makmur 05" not in seen(client, "tani makmur")
    answer = client.get(reverse("search"), {"q": "tani makmur", "di": "cooperative"})
    assert "Tani Makmur 49" in answer.content.decode() and "Tani Makmur 50" not in answer.content.decode()
    rest = seen(client, "tani makmur", di="cooperative", after=answer.context["page"].next_key)
    assert "Tani Makmur 50" in rest and "Tani Makmur 49" not in rest


@pytest.mark.parametrize("typed", ["", "ab", "%", "' OR 1=1 --", "\\", "a" * 5000, "<b>kas</b>"])
def test_odd_words_are_answered_kindly(cast: Cast, sign_in, typed: str):
    assert "<b>kas" not in seen(sign_in(cast.yosef), typed)


@pytest.mark.django_db(transaction=True)
def test_a_search_reads_by_index_and_nothing_after_it_does(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    """As pages are answered: outside a transaction of their own."""
    planned = []

    def find(*_asked: object) -> Page:
        planned.append(_scans())
        return Page((), "")

    group = searching.Group("visit", "", "", (), find, lambda _row, _words: searching.Hit("", "", ""))
    monkeypatch.setattr(searching, "groups_of", lambda _viewer: (group,))
    monkeypatch.setattr(searching, "alike", lambda *_asked: find() and ())
    viewer, words = people.look(cast.yosef), read_words("jumat")
    searching.search(viewer, words)
    searching.search_in(viewer, group, words, "")
    searching.similar(viewer, words)
    assert (planned, _scans()) == (["off"] * 3, "on")
    with pytest.raises(TransactionManagementError):
        by_index()


def test_texts_are_sought_by_their_words_and_lists_read_in_their_order_again(cast: Cast):
    """Else a word that no entry holds is sought in every entry of the nation, for minutes."""
    names = ("enable_indexscan", "enable_indexonlyscan", "work_mem")
    told = [Func(Value(name), function="current_setting", output_field=TextField()) for name in names]
    asked = people.User.objects.annotate(told=Func(Value(" "), *told, function="concat_ws", output_field=TextField()))
    asked = asked.filter(pk=cast.yosef.pk).values_list("told", flat=True)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_indexonlyscan = off; SET LOCAL work_mem = '7MB'")
    assert first_of(asked) == ["off off 64MB"]
    assert asked.get() == "on off 7MB"


def _scans() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW enable_seqscan")
        return cursor.fetchone()[0]
