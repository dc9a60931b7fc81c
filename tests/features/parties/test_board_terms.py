"""A term of office ends early or is put right with a reason; earlier dates stay in the trail, nothing is deleted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from sidamping.features.parties.models import BoardTerm
from sidamping.features.parties.queries import chair_on
from sidamping.platform.access.models import User
from sidamping.platform.activity.models import Activity
from tests.people import Cast

SignIn = Callable[[User], Client]
SENT = {"seen": "2024-01-01/2028-12-31", "starts": "2024-01-01", "ends": "2026-10-31", "reason": "Mengundurkan diri"}


def address_of(cast: Cast) -> str:
    """Ujang's term as chair, 2024 to 2028."""
    return reverse("cooperative_board_term", args=[cast.merah_putih.pk, BoardTerm.objects.get().pk])


def test_a_term_ends_early_with_a_reason_once(cast: Cast, sign_in: SignIn) -> None:
    client, address = sign_in(cast.ratna), address_of(cast)
    assert address in client.get(reverse("cooperative", args=[cast.merah_putih.pk])).content.decode()
    assert "2028-12-31" in client.get(address).content.decode()
    for _ in range(2):
        assert client.post(address, SENT).status_code == 302
    told = Activity.objects.get(action="parties.board_term_changed")
    assert (told.why, told.data["before"], told.data["after"]) == (
        "Mengundurkan diri", "2024-01-01/2028-12-31", "2024-01-01/2026-10-31"
    )  # fmt: skip
    assert chair_on(cast.merah_putih.pk, date(2026, 11, 5)) is None
    assert chair_on(cast.merah_putih.pk, date(2026, 10, 5)) is not None
    assert "Mengundurkan diri" in client.get(reverse("cooperative", args=[cast.merah_putih.pk])).content.decode()


@pytest.mark.parametrize(("said", "codes"), [
    ({"reason": " "}, ["PARTIES_025"]),
    ({"ends": "2023-12-31"}, ["PARTIES_013"]),
    ({"ends": "2031-12-31"}, ["PARTIES_012"]),
    ({"seen": "2024-01-01/2027-12-31"}, ["GENERAL_003"]),
    ({"ends": "2023-12-31", "reason": ""}, ["PARTIES_013", "PARTIES_025"]),
])  # fmt: skip
def test_what_cannot_be_is_refused_all_at_once(cast: Cast, sign_in: SignIn, said: dict, codes: list[str]) -> None:
    answer = sign_in(cast.yosef).post(address_of(cast), {**SENT, **said})
    assert answer.status_code == 422
    assert [code for code in codes if code not in answer.content.decode()] == []
    assert BoardTerm.objects.get().ends == date(2028, 12, 31)


def test_a_corrected_term_may_not_meet_another_chair(cast: Cast, sign_in: SignIn) -> None:
    held = BoardTerm.objects.get()
    earlier = BoardTerm.objects.create(
        cooperative=held.cooperative, person=held.person, organ=held.organ, position=held.position,
        starts=date(2020, 1, 1), ends=date(2023, 12, 31),
    )  # fmt: skip
    address = reverse("cooperative_board_term", args=[cast.merah_putih.pk, earlier.pk])
    said = {"seen": "2020-01-01/2023-12-31", "starts": "2020-01-01", "ends": "2024-06-30", "reason": "Salah ketik"}
    assert "PARTIES_014" in sign_in(cast.yosef).post(address, said).content.decode()


def test_strangers_and_readers_change_no_term(cast: Cast, sign_in: SignIn) -> None:
    address = address_of(cast)
    for who, status in ((cast.maria, 404), (cast.ujang, 403), (cast.dominggus, 403)):
        assert sign_in(who).post(address, SENT).status_code == status
    elsewhere = reverse("cooperative_board_term", args=[cast.foreign_cooperative.pk, BoardTerm.objects.get().pk])
    assert sign_in(cast.maria).get(elsewhere).status_code == 404


def test_the_database_deletes_no_term_and_keeps_its_person(cast: Cast) -> None:
    term = BoardTerm.objects.get()
    for change in (term.delete, lambda: BoardTerm.objects.filter(pk=term.pk).update(position="treasurer")):
        with pytest.raises(DatabaseError, match="SEALED"), transaction.atomic():
            change()
