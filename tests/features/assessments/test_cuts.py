"""Nothing is cut in silence: the own draft is listed, the newest year is shown, a long text is told (S1, S2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.features.assessments import queries, services
from sidamping.features.assessments.models import Filling
from sidamping.features.assessments.queries import past, waiting
from sidamping.platform.access.models import User
from tests.features.assessments import rounds
from tests.people import Cast, look

SignIn = Callable[[User], Client]


def handed(cast: Cast, years: int) -> list[UUID]:
    """Rounds of the same day in years that follow each other, the oldest first."""
    days = (date(2020 + year, 12, 31) for year in range(years))
    return [rounds.handed_in(rounds.agnes(cast), cast.merah_putih.pk, as_of=day) for day in days]


def test_the_own_draft_is_listed_however_much_waits_for_others(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "MOST", 2)
    older = handed(cast, 3)
    own = rounds.opened(rounds.agnes(cast), cast.merah_putih.pk)
    assert [one.id for one in queries.waiting_for(rounds.agnes(cast))] == [own]
    assert [one.id for one in queries.waiting_for(look(cast.yosef))] == older[:2]


def test_a_full_history_keeps_the_newest(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(past, "MOST", 2)
    rows = handed(cast, 3)
    for one in rows:
        services.decide(by=look(cast.yosef), assessment=one, seen_ordinal=1, now=rounds.NOW, remark="Neraca saja")
    assert [one.id for one in queries.history_of_party(look(cast.yosef), cast.merah_putih.pk)] == rows[1:]


def test_a_note_or_a_name_that_is_too_long_is_told_and_stays_on_the_screen(cast: Cast, sign_in: SignIn) -> None:
    round_ = rounds.opened(rounds.agnes(cast), cast.merah_putih.pk)
    who = sign_in(cast.agnes)
    first = who.get(reverse("fill", args=[round_])).headers["Location"]
    page = who.get(first).content.decode()
    key = page.split('id="butir-', 1)[1].split('"', 1)[0].replace("-", ".")
    typed = {"seen": 0, f"catatan.{key}": "x" * 1500, "answered_by": "N" * 300}
    answer = who.post(first, typed)
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "ASSESSMENTS_027" in shown and "x" * 1500 in shown and "N" * 300 in shown
    assert (Filling.objects.get().answered_by, Filling.objects.get().data) == ("", {})
