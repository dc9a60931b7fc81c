"""The page of an outcome stays quick with everything on it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from django.test import Client
from django.urls import reverse

from sidamping.platform.access.models import User
from tests.features.outcomes.stage import GENERAL, accepted, determined, evaluated, modern, paired, walk
from tests.people import Cast


def test_the_outcome_with_a_pair_asks_the_database_at_most_ten_times(
    cast: Cast, sign_in: Callable[[User], Client], at_most_queries: Callable[[int], AbstractContextManager[Any]]
) -> None:
    stage = modern(cast)
    walk(stage, "outcome")
    determined(stage)
    accepted(stage, *GENERAL)
    paired(stage)
    evaluated(stage)
    for who in (cast.paulus, cast.ratna, cast.dominggus):
        client, address = sign_in(who), reverse("outcome", args=[stage.id])
        client.get(address)
        with at_most_queries(10):
            assert client.get(address).status_code == 200


def test_the_pair_comes_as_a_part_in_few_questions(
    cast: Cast, sign_in: Callable[[User], Client], at_most_queries: Callable[[int], AbstractContextManager[Any]]
) -> None:
    stage = modern(cast)
    final = paired(stage)
    client, address = sign_in(cast.paulus), reverse("result_pair", args=[final])
    assert address in client.get(reverse("outcome", args=[stage.id])).content.decode()
    with at_most_queries(8):
        part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "1 Apr 2026 → 3 Agu 2026" in part and "<html" not in part
    assert sign_in(cast.maria).get(address, headers={"HX-Request": "true"}).status_code == 404
