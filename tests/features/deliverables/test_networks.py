"""Business networks counted by function, from the accepted list to the board and the report (A9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.domain.deliverables.networks import by_function
from sidamping.features.deliverables import queries, services
from sidamping.features.papers import services as papers
from sidamping.features.papers.models import Revision
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from sidamping.rules.books import listing
from sidamping.rules.deliverables import deliverable_kind
from tests import people
from tests.features.papers import desk
from tests.people import Cast, look

SignIn = Callable[[User], Client]
KIND = "business-network"
SEPTEMBER, OCTOBER = desk.noon(date(2026, 9, 14)), desk.noon(date(2026, 10, 19))
FIRST = {
    "marketing": [("Toko Bina", "retailer"), ("Pasar Oeba", "wholesaler")], "production": [("Pak Niko", "supplier")],
}  # fmt: skip
SECOND = {
    "marketing": [("Toko Bina", "retailer"), ("toko  bina", "agent"), ("Radio Kupang", "promotion")],
    "production": [("Pak Niko", "supplier")], "finance": [("KSP Bolok", "non_bank")],
}  # fmt: skip


@pytest.fixture
def host(cast: Cast) -> Any:
    """Ratna mentors the chips business; Yosef coordinates there."""
    return people.engagement(cast.keripik.party, cast.ratna)


def content(rows: dict[str, list[tuple[str, str]]]) -> dict[str, Any]:
    return {cell: [{"name": name, "part": part} for name, part in own] for cell, own in rows.items()}


def handed_in(cast: Cast, host: Any, rows: dict[str, list[tuple[str, str]]], at: datetime, *, accept: bool) -> UUID:
    ratna = look(cast.ratna)
    sheet: UUID = services.begin_sheet(by=ratna, id=uuid7(), engagement_id=host.pk, kind=KIND, on=people.TODAY)
    seen = queries.sheet(ratna, sheet)
    services.save_sheet(by=ratna, sheet=sheet, typed=content(rows), seen=seen.revised if seen else 0, now=at)
    version = services.hand_in(by=ratna, sheet=sheet, now=at)
    if accept:
        services.review(by=look(cast.yosef), sheet=sheet, version=version, verdict="accepted", now=at)
    return sheet


def counts(cast: Cast, host: Any, who: User | None = None) -> dict[str, int]:
    told = queries.networks(look(who or cast.yosef), [host.pk])
    return {one.code: one.contacts for one in told.functions}


def test_every_part_of_the_sheet_belongs_to_a_function() -> None:
    parts = {
        f"{cell.key}.{option[0]}"
        for cell in deliverable_kind(KIND, people.TODAY).cells
        for column in cell.columns for option in column.options
    }  # fmt: skip
    rows = listing("network-functions")
    assert {one.code for one in rows if one.parent} == parts
    assert {one.parent for one in rows if one.parent} == {one.code for one in rows if not one.parent}


def test_a_contact_is_counted_once_per_function_and_a_nameless_row_not_at_all() -> None:
    functions = {"marketing.agent": "core", "marketing.retailer": "core", "marketing.promotion": "support"}
    lists = [content({"marketing": [("Toko Bina", "agent"), ("TOKO BINA", "retailer"), (" ", "agent")]}),
             content({"marketing": [("Toko Bina", "promotion"), ("Toko Bina", "unknown")]}), {"note": "words"}]
    assert by_function(lists, functions) == {"core": ("Toko Bina",), "support": ("Toko Bina",)}


def test_a9_the_newest_accepted_list_counts_by_function(cast: Cast, host: Any) -> None:
    assert counts(cast, host) == dict.fromkeys(("marketing_core", "marketing_support", "production", "finance"), 0)
    sheet = handed_in(cast, host, FIRST, SEPTEMBER, accept=True)
    assert list(counts(cast, host).values()) == [2, 0, 1, 0]
    assert handed_in(cast, host, SECOND, OCTOBER, accept=False) == sheet
    assert list(counts(cast, host).values()) == [2, 0, 1, 0]
    version = queries.sheet(look(cast.yosef), sheet)
    assert version is not None
    services.review(by=look(cast.yosef), sheet=sheet, version=version.versions[0].id, verdict="accepted", now=OCTOBER)
    assert list(counts(cast, host).values()) == [1, 1, 1, 1]


def test_the_count_names_who_is_behind_it_within_the_scope(cast: Cast, host: Any) -> None:
    handed_in(cast, host, FIRST, SEPTEMBER, accept=True)
    told = queries.networks(look(cast.yosef), [host.pk, cast.engagement.pk])
    core = told.functions[0]
    assert (core.contacts, core.mentees, core.share.part, core.share.whole) == (2, (host.pk,), 1, 2)
    assert [one.names["marketing_core"] for one in told.having("marketing_core")] == [("Pasar Oeba", "Toko Bina")]
    assert told.having("finance") == ()
    assert set(counts(cast, host, cast.maria).values()) == {0}


def test_a9_the_report_tells_the_network_before_and_at_the_end(cast: Cast, host: Any) -> None:
    sheet = handed_in(cast, host, FIRST, SEPTEMBER, accept=True)
    handed_in(cast, host, SECOND, OCTOBER, accept=True)
    facts = queries.network_facts(host.pk, date(2026, 10, 1), date(2026, 10, 31))
    assert [(one.function, one.before, one.now) for one in facts] == [
        ("Pemasaran inti", 2, 1), ("Pendukung pemasaran", 0, 1), ("Produksi", 1, 1), ("Pembiayaan", 0, 1),
    ]  # fmt: skip
    assert {one.sheets for one in facts} == {(sheet,)}
    assert queries.network_facts(host.pk, date(2026, 8, 1), date(2026, 8, 31)) == ()


def test_a9_the_monitoring_report_freezes_the_count(cast: Cast, sign_in: SignIn) -> None:
    programme = "usaha-anggota-ksp"
    for who, role in ((cast.ratna, "mentor"), (cast.yosef, "coordinator")):
        people.appoint(who, role, programme=programme, area="53.01")
    host = people.engagement(cast.keripik.party, cast.ratna, programme=programme, pinned="usaha-anggota-ksp/2025-12-01")
    sheet = handed_in(cast, host, FIRST, SEPTEMBER, accept=True)
    ratna = look(cast.ratna)
    for kind, period in (("monev-usaha-anggota", "2026-10"), ("monev-triwulan-usaha-anggota", "2026-Q3")):
        named = {"by": ratna, "on": people.TODAY}
        paper = papers.open_paper(kind=kind, period=period, engagement=host.pk, **named)
        cells = dict.fromkeys(("1.1", "1.2", "3.1", "4.1", "4.2"), "Sudah ditulis")
        papers.save_draft(paper=paper, seen=0, narrative=cells, **named)
        papers.submit_paper(paper=paper, now=desk.noon(people.TODAY), **named)
    tables = [one for row in Revision.objects.order_by("paper__period_start") for one in row.content["sections"]
              if one["key"] == "networks"]  # fmt: skip
    rows = [[one["cells"] for one in table["rows"]] for table in tables]
    assert [[(one["before"]["value"], one["now"]["value"]) for one in own] for own in rows] == [
        [(0, 2), (0, 0), (0, 1), (0, 0)], [(2, 2), (0, 0), (1, 1), (0, 0)],
    ]  # fmt: skip
    shown = sign_in(cast.ratna).get(reverse("paper", args=[paper])).content.decode()
    assert reverse("sheet", args=[sheet]) in shown


def test_a9_the_mentees_page_shows_its_network_to_those_who_may_see_it(
    cast: Cast, host: Any, sign_in: SignIn
) -> None:
    address = reverse("engagement_network", args=[host.pk])
    assert "Belum ada daftar" in sign_in(cast.ratna).get(address).content.decode()
    handed_in(cast, host, FIRST, SEPTEMBER, accept=True)
    shown = sign_in(cast.ratna).get(address).content.decode()
    assert "Pasar Oeba, Toko Bina" in shown and "Pemasaran inti" in shown
    part = sign_in(cast.yosef).get(address, headers={"HX-Request": "true"}).content.decode()
    assert "Pak Niko" in part and "<html" not in part
    assert sign_in(cast.maria).get(address).status_code == 404


def test_a9_the_board_counts_and_opens_who_is_behind(cast: Cast, host: Any, sign_in: SignIn) -> None:
    handed_in(cast, host, FIRST, SEPTEMBER, accept=True)
    client, chosen = sign_in(cast.yosef), {"program": people.PROGRAMME}
    board = client.get(reverse("board"), chosen).content.decode()
    assert "Jaringan usaha" in board and reverse("board_networks") in board
    behind = client.get(reverse("board_networks"), {**chosen, "fungsi": "marketing_core"}).content.decode()
    assert "Keripik Mantap Jaya" in behind and "Pasar Oeba, Toko Bina" in behind and "Pak Niko" not in behind
    assert "Pak Niko" in client.get(reverse("board_networks"), chosen).content.decode()
    empty = client.get(reverse("board_networks"), {**chosen, "fungsi": "finance"}).content.decode()
    assert "Belum ada dampingan" in empty
    assert client.get(reverse("board_export"), chosen).status_code == 200
    assert sign_in(cast.ratna).get(reverse("board_networks")).status_code == 403
