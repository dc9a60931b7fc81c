"""Needs are determined from the lists, dated and by name; what stood before stays (B2, A2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from sidamping.domain.problems import Refused
from sidamping.features.needs import queries, services
from sidamping.features.needs.models import Need
from sidamping.features.programmes.models import Engagement
from sidamping.platform.access.models import User
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests.features.needs.writing import DAY, SAID
from tests.people import Cast, look


def determine(cast: Cast, who: User | None = None, **changed: Any) -> Any:
    told = {"id": uuid7(), "engagement": cast.engagement.pk, **SAID, **changed}
    return services.determine(by=look(who or cast.ratna), **told)


def codes(act: Callable[[], Any]) -> list[str]:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.codes


def test_needs_are_kept_with_date_and_person_and_set_the_priority(cast: Cast) -> None:
    id = determine(cast)
    need = queries.need_of(look(cast.yosef), cast.engagement.pk)
    assert need is not None and need.id == id
    assert (need.theme, need.types, need.determined_on, need.by) == ("marketing", ("homebase",), DAY, "Ratna Tefa")
    assert Engagement.objects.get(pk=cast.engagement.pk).priority == 4
    assert Activity.objects.filter(action="needs.determined").count() == 1


def test_a_second_determination_says_why_and_keeps_the_first(cast: Cast) -> None:
    determine(cast)
    assert codes(lambda: determine(cast, priority=1, areas=["statutes"])) == ["NEEDS_006"]
    determine(cast, priority=1, areas=["statutes"], remark="AD/ART ternyata belum sah")
    numbers = [(one.number, one.priority) for one in queries.needs_of(look(cast.ratna), cast.engagement.pk)]
    assert numbers == [(2, 1), (1, 4)]
    assert Engagement.objects.get(pk=cast.engagement.pk).priority == 1


def test_sent_twice_it_happens_once_and_other_content_is_refused(cast: Cast) -> None:
    id = uuid7()
    assert determine(cast, id=id) == determine(cast, id=id) == id
    assert Need.objects.count() == 1
    assert codes(lambda: determine(cast, id=id, priority=2, areas=[])) == ["NEEDS_007"]


def test_all_faults_come_at_once(cast: Cast) -> None:
    seen = codes(lambda: determine(cast, types=[], themes=["moon"], areas=["statutes"], on=date(2027, 1, 1)))
    assert seen == ["NEEDS_002", "NEEDS_003", "NEEDS_004", "NEEDS_005"]


def test_a_stranger_and_a_role_that_does_not_determine_are_refused(cast: Cast) -> None:
    assert codes(lambda: determine(cast, cast.maria)) == ["PROGRAMMES_001"]
    assert codes(lambda: determine(cast, cast.dominggus)) == ["NEEDS_001"]
    assert queries.need_of(look(cast.maria), cast.engagement.pk) is None


def test_the_database_keeps_a_determination_as_it_was(cast: Cast) -> None:
    determine(cast)
    with pytest.raises(DatabaseError), transaction.atomic():
        Need.objects.update(priority=5)
    with pytest.raises(DatabaseError), transaction.atomic():
        Need.objects.all().delete()


def test_the_page_tells_faults_at_the_field_and_keeps_the_input(
    cast: Cast, sign_in: Callable[[User], Client]
) -> None:
    address = reverse("need_determine", args=[cast.engagement.pk])
    client = sign_in(cast.ratna)
    answer = client.post(address, {"id": str(uuid7()), "on": "2026-10-06", "priority": "4", "themes": ["marketing"]})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "GENERAL_001" in page and 'value="marketing"' in page


def test_the_page_determines_with_the_main_theme_first(cast: Cast, sign_in: Callable[[User], Client]) -> None:
    said = {**SAID, "id": str(uuid7()), "on": "2026-10-06", "main_theme": "business", "remark": ""}
    answer = sign_in(cast.ratna).post(reverse("need_determine", args=[cast.engagement.pk]), said)
    assert answer.status_code == 303
    page = sign_in(cast.yosef).get(reverse("needs", args=[cast.engagement.pk])).content.decode()
    assert "Manajemen bisnis" in page and "Ratna Tefa" in page
    assert queries.needs_by_engagement([cast.engagement.pk])[cast.engagement.pk].theme == "business"


def test_the_page_of_needs_asks_the_database_little(
    cast: Cast, sign_in: Callable[[User], Client], at_most_queries: Callable[[int], Any]
) -> None:
    determine(cast)
    client = sign_in(cast.ratna)
    with at_most_queries(10):
        client.get(reverse("needs", args=[cast.engagement.pk]))


def test_the_api_gives_needs_to_their_readers_only(cast: Cast, sign_in: Callable[[User], Client]) -> None:
    determine(cast)
    address = f"/api/v1/engagements/{cast.engagement.pk}/needs"
    assert [one["priority"] for one in sign_in(cast.yosef).get(address).json()] == [4]
    assert sign_in(cast.maria).get(address).status_code == 404
    assert sign_in(cast.agnes).get(address).status_code == 403
