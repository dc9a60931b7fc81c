"""A chair without an account signs on paper and the coordinator records it: the paper does not stand still."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.features.papers import queries
from sidamping.features.papers.models import Act, Revision
from sidamping.features.papers.render.blocks import act_lines, signature_blocks
from sidamping.platform.access import roles
from sidamping.platform.access.models import Appointment, User
from sidamping.platform.activity.models import Activity
from tests import people
from tests.features.papers import desk
from tests.people import Cast

SignIn = Callable[[User], Client]


@pytest.fixture
def waiting(cast: Cast) -> UUID:
    """The activity report of October, handed in on 3 November; Merah Putih's chair has no account any more."""
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.submitted(cast, on=date(2026, 11, 3))
    Appointment.objects.filter(role=roles.CHAIR).update(ends=date(2026, 10, 31))
    return paper


def write(client: Client, paper: UUID, **said: object):
    newest = Revision.objects.get(paper=paper)
    whole = {"revision": str(newest.pk), "ordinal": "2", "chair": "Ujang Mantap", "signed_on": "2026-11-04",
             "remark": "Lembar asli di kantor", **said}  # fmt: skip
    return client.post(reverse("paper_on_paper", args=[paper]), whole)


def test_the_coordinator_records_the_signature_and_the_paper_goes_on(
    cast: Cast, sign_in: SignIn, waiting: UUID, at_most_queries: Callable
) -> None:
    client, address = sign_in(cast.yosef), reverse("paper", args=[waiting])
    assert f"{address}#di-atas-kertas" in client.get(reverse("queue")).content.decode()
    with at_most_queries(10):
        assert "Diketahui di atas kertas" in client.get(address).content.decode()
    for _ in range(2):
        assert write(client, waiting).status_code == 303
    assert desk.history(waiting) == ["1.1 submitted mentor Ratna Tefa", "1.2 acknowledged chair Ujang Mantap"]
    act = Act.objects.get(ordinal=2)
    assert (act.by, act.signed_on, act.remark) == (cast.yosef, date(2026, 11, 4), "Lembar asli di kantor")
    assert Activity.objects.filter(action="papers.acknowledged_on_paper").count() == 1
    shown = client.get(address).content.decode()
    assert "ditandatangani di atas kertas 4 Nov 2026, dicatat oleh Yosef Nubatonis" in shown
    desk.acts(waiting, people.look(cast.yosef), "passed")
    assert client.get(reverse("paper_evidence", args=[waiting])).status_code == 200


def test_the_sheet_says_who_signed_on_paper_and_who_recorded_it(cast: Cast, sign_in: SignIn, waiting: UUID) -> None:
    assert write(sign_in(cast.yosef), waiting, chair="Ujang M.").status_code == 303
    sheet = queries.sheet_of(people.look(cast.yosef), waiting)
    assert sheet is not None
    chair = next(one for one in signature_blocks(sheet) if one.name == "Ujang M.")
    assert chair.stamp == ("Ditandatangani di atas kertas", "4 November 2026", "dicatat oleh Yosef Nubatonis")
    assert act_lines(sheet)[0].startswith(
        "Ditandatangani di atas kertas oleh Ujang M. (Ketua koperasi), 4 November 2026, dicatat oleh Yosef Nubatonis, "
    )


@pytest.mark.parametrize(("said", "codes"), [
    ({"chair": " "}, ["PAPERS_030"]),
    ({"signed_on": ""}, ["PAPERS_031"]),
    ({"signed_on": "2026-11-02"}, ["PAPERS_031"]),
    ({"signed_on": "2026-11-06"}, ["PAPERS_031"]),
    ({"remark": ""}, ["PAPERS_032"]),
    ({"chair": "", "signed_on": "", "remark": ""}, ["PAPERS_030", "PAPERS_031", "PAPERS_032"]),
    ({"revision": "x"}, ["GENERAL_003"]),
])  # fmt: skip
def test_name_day_and_remark_are_required(
    cast: Cast, sign_in: SignIn, waiting: UUID, said: dict, codes: list[str]
) -> None:
    answer = write(sign_in(cast.yosef), waiting, **said)
    assert answer.status_code == 422
    assert [code for code in codes if code not in answer.content.decode()] == []
    assert Act.objects.count() == 1


def test_where_the_chair_has_an_account_the_chair_is_asked(cast: Cast, sign_in: SignIn, waiting: UUID) -> None:
    people.appoint(cast.ujang, roles.CHAIR, subject=cast.merah_putih.party_id, starts=date(2026, 11, 5))
    client = sign_in(cast.yosef)
    assert "Diketahui di atas kertas" not in client.get(reverse("paper", args=[waiting])).content.decode()
    assert "#di-atas-kertas" not in client.get(reverse("queue")).content.decode()
    answer = write(client, waiting)
    assert answer.status_code == 422 and "PAPERS_029" in answer.content.decode()


def test_nobody_but_the_coordinator_of_the_territory_records_it(cast: Cast, sign_in: SignIn, waiting: UUID) -> None:
    for who in (cast.ratna, cast.maria, cast.sarlin, cast.dominggus):
        assert write(sign_in(who), waiting).status_code == 403
    stranger = people.user("goris", "Goris Mone")
    people.appoint(stranger, roles.COORDINATOR, area="53.02")
    assert write(sign_in(stranger), waiting).status_code == 404
    people.appoint(cast.ratna, roles.COORDINATOR, area="53.01")
    assert "PAPERS_022" in write(sign_in(cast.ratna), waiting).content.decode()
    assert write(sign_in(cast.yosef), waiting).status_code == 303
    assert "PAPERS_018" in write(sign_in(cast.yosef), waiting, ordinal="3").content.decode()
