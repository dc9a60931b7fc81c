"""Observation, problem, alternatives, the mentee's choice, outcome, evaluation: the mentor never decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from sidamping.domain.problems import Refused
from sidamping.features.fieldwork import queries, services
from sidamping.features.fieldwork.models import Alternative, Choice, Problem
from sidamping.features.fieldwork.services import OutcomeDraft
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.features.fieldwork.test_visit_services import at_once, codes
from tests.features.fieldwork.writing import (
    alternative,
    choice_draft,
    observation_draft,
    problem_draft,
    problem_with_alternatives,
)
from tests.people import Cast, look

SignIn = Callable[[User], Client]
TODAY = people.TODAY


def choose(cast: Cast, draft: Any, who: str = "ratna") -> Any:
    return services.record_choice(by=look(getattr(cast, who)), draft=draft, on=TODAY)


def test_a_problem_walks_from_open_to_solved(cast: Cast) -> None:
    ratna = look(cast.ratna)
    draft = problem_draft(cast.engagement)
    services.log_problem(by=ratna, draft=draft, on=TODAY)
    states = [queries.problem(ratna, draft.id).state]
    ways = [alternative(draft.id, text) for text in ("Media sosial", "Titip di kios")]
    for way in ways:
        services.add_alternative(by=ratna, draft=way, on=TODAY)
    states.append(queries.problem(ratna, draft.id).state)
    choose(cast, choice_draft(draft.id, ways[0].id))
    states.append(queries.problem(ratna, draft.id).state)
    services.record_outcome(by=ratna, draft=OutcomeDraft(uuid7(), draft.id, TODAY, "Laku 40 bungkus", True), on=TODAY)
    line = queries.problem(ratna, draft.id)
    assert [*states, line.state] == ["open", "alternatives", "decided", "solved"]
    assert line.causes[-1] == "Belum ada yang mengajari"
    assert [one.chosen for one in line.alternatives] == [True, False]
    assert queries.unsolved_problems([cast.engagement.pk]) == ()


def test_one_alternative_is_no_choice(cast: Cast) -> None:
    ratna, draft = look(cast.ratna), problem_draft(cast.engagement)
    services.log_problem(by=ratna, draft=draft, on=TODAY)
    way = alternative(draft.id, "Media sosial")
    services.add_alternative(by=ratna, draft=way, on=TODAY)
    assert codes(lambda: choose(cast, choice_draft(draft.id, way.id))) == ["FIELDWORK_015"]


@pytest.mark.parametrize("name", ["Ratna Tefa", "ratna  tefa", "RATNA TEFA, S.E."])
def test_the_mentor_cannot_stand_as_the_one_who_chose(cast: Cast, name: str) -> None:
    problem, first, _ = problem_with_alternatives(look(cast.ratna), cast.engagement)
    assert codes(lambda: choose(cast, choice_draft(problem, first, chosen_by=name))) == ["FIELDWORK_017"]


def test_the_chair_may_record_the_choice_in_person(cast: Cast) -> None:
    problem, first, _ = problem_with_alternatives(look(cast.ratna), cast.engagement)
    choose(cast, choice_draft(problem, first), who="ujang")
    assert queries.problem(look(cast.ujang), problem).choice.written_by == "Ujang Mantap"


def test_faults_of_a_choice_are_told_together(cast: Cast) -> None:
    problem, _, _ = problem_with_alternatives(look(cast.ratna), cast.engagement)
    draft = choice_draft(problem, uuid7(), chosen_by=" ", chosen_on=date(2026, 11, 6))
    assert sorted(codes(lambda: choose(cast, draft))) == ["FIELDWORK_002", "FIELDWORK_016", "GENERAL_001"]


def test_a_choice_is_made_once_and_closes_the_alternatives(cast: Cast) -> None:
    problem, first, second = problem_with_alternatives(look(cast.ratna), cast.engagement)
    draft = choice_draft(problem, first)
    assert choose(cast, draft) == choose(cast, draft)
    assert codes(lambda: choose(cast, choice_draft(problem, second))) == ["FIELDWORK_027"]
    late = alternative(problem, "Terlambat")
    assert codes(lambda: services.add_alternative(by=look(cast.ratna), draft=late, on=TODAY)) == ["FIELDWORK_027"]


@pytest.mark.django_db(transaction=True)
def test_of_two_choices_at_once_one_wins() -> None:
    cast = people.gather()
    problem, first, second = problem_with_alternatives(look(cast.ratna), cast.engagement)
    calls = [lambda way=way: choose(cast, choice_draft(problem, way)) for way in (first, second)]
    assert at_once(*calls) == ["FIELDWORK_027", "ok"]
    assert Choice.objects.count() == 1


def test_an_outcome_needs_a_choice(cast: Cast) -> None:
    problem, _, _ = problem_with_alternatives(look(cast.ratna), cast.engagement)
    draft = OutcomeDraft(uuid7(), problem, TODAY, "Belum ada")
    assert codes(lambda: services.record_outcome(by=look(cast.ratna), draft=draft, on=TODAY)) == ["FIELDWORK_028"]


def test_a_stranger_writes_nothing(cast: Cast) -> None:
    maria = look(cast.maria)
    problem, first, _ = problem_with_alternatives(look(cast.ratna), cast.engagement)
    assert queries.problem(maria, problem) is None
    assert codes(lambda: choose(cast, choice_draft(problem, first), who="maria")) == ["FIELDWORK_022"]
    for draft in (problem_draft(cast.engagement),):
        assert codes(lambda draft=draft: services.log_problem(by=maria, draft=draft, on=TODAY)) == ["FIELDWORK_022"]


def test_the_database_refuses_a_choice_of_one_alternative(cast: Cast) -> None:
    draft = problem_draft(cast.engagement)
    services.log_problem(by=look(cast.ratna), draft=draft, on=TODAY)
    only = Alternative.objects.create(problem=Problem.objects.get(), text="a", consequences="b", by=cast.ratna)
    with pytest.raises(DatabaseError, match="CHOICE"), transaction.atomic():
        Choice.objects.create(
            problem_id=draft.id, alternative=only, chosen_by="Ujang", chosen_on=TODAY, by=cast.ratna
        )


def test_an_observation_is_replaced_and_the_old_stays(cast: Cast) -> None:
    ratna, first = look(cast.ratna), observation_draft(cast.engagement)
    services.record_observation(by=ratna, draft=first, on=TODAY)
    services.record_observation(by=ratna, draft=first, on=TODAY)
    blind = observation_draft(cast.engagement)
    assert codes(lambda: services.record_observation(by=ratna, draft=blind, on=TODAY)) == ["FIELDWORK_025"]
    services.record_observation(
        by=ratna, draft=replace(blind, replaces=first.id, findings={"market": "Lima kios"}), on=TODAY
    )
    assert queries.observation_of(cast.engagement.pk).findings == {"market": "Lima kios"}


def test_an_empty_observation_is_refused(cast: Cast) -> None:
    draft = observation_draft(cast.engagement, findings={"market": " "}, observed_on=date(2026, 11, 6))
    with pytest.raises(Refused) as refused:
        services.record_observation(by=look(cast.ratna), draft=draft, on=TODAY)
    assert sorted(refused.value.codes) == ["FIELDWORK_002", "FIELDWORK_012"]


@pytest.mark.parametrize(
    "statement",
    ["UPDATE fieldwork_choice SET chosen_by = 'Ratna'", "DELETE FROM fieldwork_alternative",
     "UPDATE fieldwork_observation SET needs = ''"],
)
def test_the_database_refuses_to_change_what_was_decided(cast: Cast, statement: str) -> None:
    services.record_observation(by=look(cast.ratna), draft=observation_draft(cast.engagement), on=TODAY)
    problem, first, _ = problem_with_alternatives(look(cast.ratna), cast.engagement)
    choose(cast, choice_draft(problem, first))
    with pytest.raises(DatabaseError, match="SEALED"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_pages_lead_from_observation_to_outcome(cast: Cast, sign_in: SignIn) -> None:
    client, base = sign_in(cast.ratna), f"/dampingan/{cast.engagement.pk}"
    sent = {"id": str(uuid7()), "observed_on": "2026-11-04", "finding-market": "Lima kios"}
    assert client.get(f"{base}/pengamatan/").status_code == 200
    assert client.post(f"{base}/pengamatan/", {"id": str(uuid7()), "observed_on": "2026-11-04"}).status_code == 422
    assert [client.post(f"{base}/pengamatan/", sent).status_code for _ in range(2)] == [303, 303]
    assert client.get(f"{base}/masalah/baru/").status_code == 200
    answer = client.post(f"{base}/masalah/baru/", {"id": str(uuid7()), "title": "", "side": "member"})
    assert answer.status_code == 422 and "GENERAL_001" in answer.content.decode()
    logged = {"id": str(uuid7()), "title": "Penjualan turun", "side": "member", "category": "marketing",
              "priority": "1", "found_on": "2026-11-04", "cause-1": "Sepi", "cause-2": "Tidak dikenal"}
    address = client.post(f"{base}/masalah/baru/", logged).url
    for text in ("Media sosial", "Titip di kios"):
        way = {"aksi": "alternatif", "id": str(uuid7()), "text": text, "consequences": "Perlu waktu"}
        assert client.post(address, way).status_code == 303
    chosen = str(Alternative.objects.first().pk)
    pick = {"aksi": "pilihan", "id": str(uuid7()), "alternative_id": chosen, "chosen_on": "2026-11-05"}
    answer = client.post(address, {**pick, "chosen_by": "Ratna Tefa"})
    assert answer.status_code == 422 and "FIELDWORK_017" in answer.content.decode()
    assert client.post(address, {**pick, "chosen_by": "Ujang Mantap"}).status_code == 303
    result = {"aksi": "hasil", "id": str(uuid7()), "seen_on": "2026-11-05", "text": "Laku", "solved": "on"}
    assert client.post(address, result).status_code == 303
    assert "Ujang Mantap" in client.get(address).content.decode()


@pytest.mark.parametrize(("who", "status"), [("ujang", 200), ("yosef", 200), ("maria", 404), ("anton", 403)])
def test_who_reads_the_problem_log(cast: Cast, sign_in: SignIn, who: str, status: int) -> None:
    problem, _, _ = problem_with_alternatives(look(cast.ratna), cast.engagement)
    client = sign_in(getattr(cast, who))
    addresses = (f"/masalah/{problem}/", f"/dampingan/{cast.engagement.pk}/pengamatan/",
                 f"/dampingan/{cast.engagement.pk}/bagian/lapangan/")
    assert [client.get(address).status_code for address in addresses] == [status] * 3


def test_an_evaluation_names_both_sides(cast: Cast, sign_in: SignIn) -> None:
    address = f"/dampingan/{cast.engagement.pk}/evaluasi/"
    client = sign_in(cast.ratna)
    sent = {"id": str(uuid7()), "held_on": "2026-11-05", "mentee_name": "Ujang", "went_well": "Buku kas",
            "difficulties": "Sinyal", "mentee_view": "Terbantu", "mentor_view": "Tekun", "next_plan": "Pemasaran"}
    assert client.post(address, {**sent, "mentee_view": ""}).status_code == 422
    assert [client.post(address, sent).status_code for _ in range(2)] == [303, 303]
    assert "Terbantu" in sign_in(cast.ujang).get(address).content.decode()
    assert sign_in(cast.maria).post(address, sent).status_code == 404


def test_the_field_part_stands_alone_and_inside_the_engagement(
    cast: Cast, sign_in: SignIn, at_most_queries: Any
) -> None:
    problem_with_alternatives(look(cast.ratna), cast.engagement)
    client, address = sign_in(cast.ratna), f"/dampingan/{cast.engagement.pk}/bagian/lapangan/"
    with at_most_queries(10):
        whole = client.get(address).content.decode()
    part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "<html" in whole and "<html" not in part
    assert "Penjualan menurun" in part
