"""A logged problem is put right while it is open; the trail keeps the old words beside the new ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.features.fieldwork import services
from sidamping.features.fieldwork.models import Problem
from sidamping.features.fieldwork.services import OutcomeDraft
from sidamping.platform.access.models import User
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.features.fieldwork.writing import choice_draft, problem_draft, problem_with_alternatives
from tests.people import Cast, look

SignIn = Callable[[User], Client]


@pytest.fixture
def logged(cast: Cast) -> UUID:
    return services.log_problem(by=look(cast.ratna), draft=problem_draft(cast.engagement), on=people.TODAY)


def sent(problem: UUID, **more: Any) -> dict[str, Any]:
    row = Problem.objects.get(pk=problem)
    causes = {f"cause-{number}": cause for number, cause in enumerate(row.causes, start=1)}
    return {"seen": row.revised, "title": row.title, "category": row.category, "priority": row.priority,
            "dialogue": row.dialogue, **causes, **more}  # fmt: skip


def test_the_words_change_once_and_the_trail_keeps_the_old_ones(cast: Cast, sign_in: SignIn, logged: UUID) -> None:
    client, address = sign_in(cast.ratna), reverse("problem_change", args=[logged])
    before = Problem.objects.get(pk=logged)
    assert address in client.get(reverse("problem", args=[logged])).content.decode()
    assert before.title in client.get(address).content.decode()
    said = sent(logged, title="Pembeli sepi di pasar", priority=2, reason="Salah tulis")
    for _ in range(2):
        assert client.post(address, said).status_code == 303
    row = Problem.objects.get(pk=logged)
    assert (row.title, row.priority, row.revised, row.side) == ("Pembeli sepi di pasar", 2, 1, before.side)
    told = Activity.objects.get(action="fieldwork.problem_changed")
    assert told.why == "Salah tulis"
    assert told.data["changed"] == {
        "title": [before.title, "Pembeli sepi di pasar"], "priority": [before.priority, 2],
    }  # fmt: skip


@pytest.mark.parametrize(("said", "code"), [
    ({"title": ""}, "GENERAL_001"),
    ({"title": "x" * 161}, "FIELDWORK_001"),
    ({"category": "lain-lain"}, "GENERAL_002"),
    ({"priority": "9"}, "GENERAL_002"),
    ({"cause-1": ""}, "GENERAL_001"),
    ({"title": "Sepi", "seen": 7}, "GENERAL_003"),
])  # fmt: skip
def test_wrong_input_gets_its_code_and_changes_nothing(
    cast: Cast, sign_in: SignIn, logged: UUID, said: dict[str, Any], code: str
) -> None:
    answer = sign_in(cast.ratna).post(reverse("problem_change", args=[logged]), sent(logged, **said))
    assert answer.status_code == 422 and code in answer.content.decode()
    assert Problem.objects.get(pk=logged).revised == 0


def test_a_solved_problem_is_closed(cast: Cast, sign_in: SignIn) -> None:
    ratna = look(cast.ratna)
    problem, way, _ = problem_with_alternatives(ratna, cast.engagement)
    services.record_choice(by=ratna, draft=choice_draft(problem, way), on=people.TODAY)
    client, address = sign_in(cast.ratna), reverse("problem_change", args=[problem])
    assert client.post(address, sent(problem, title="Sepi pembeli")).status_code == 303
    outcome = OutcomeDraft(uuid7(), problem, people.TODAY, "Laku 40 bungkus", True)
    services.record_outcome(by=ratna, draft=outcome, on=people.TODAY)
    assert address not in client.get(reverse("problem", args=[problem])).content.decode()
    answer = client.post(address, sent(problem, title="Ramai pembeli"))
    assert answer.status_code == 422 and "FIELDWORK_036" in answer.content.decode()


def test_only_the_mentor_who_carries_the_mentee_changes_it(cast: Cast, sign_in: SignIn, logged: UUID) -> None:
    address, said = reverse("problem_change", args=[logged]), sent(logged, title="Sepi")
    for who, status in ((cast.maria, 404), (cast.ujang, 403), (cast.yosef, 403)):
        assert sign_in(who).post(address, said).status_code == status
    assert Problem.objects.get(pk=logged).revised == 0
