"""C9, C10: a participant sends figures and the self-assessment through a link that expires and can be revoked."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from sidamping.domain.problems import Refused
from sidamping.features.assessments.queries import assessment_card
from sidamping.features.programmes.models import StepRecord
from sidamping.features.programmes.queries import engagement_card
from sidamping.features.progress import queries, services
from sidamping.features.progress.models import Link, MonthRecord
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.features.progress import cases
from tests.people import Cast


@pytest.fixture
def host(cast: Cast) -> Any:
    cases.appoint_all(cast)
    return cases.participant(cast)


def made(cast: Cast, host: Any, purpose: str = "figures", **values: Any) -> str:
    """The address of a link that Ratna made."""
    id = services.make_link(
        by=people.look(cast.ratna), id=uuid7(), engagement=host.pk, purpose=purpose, on=people.TODAY, **values
    )
    return reverse("participant_form", args=[queries.signed(id)])


def test_C9_a_participant_sends_a_month_without_an_account(cast: Cast, host: Any, client: Client) -> None:
    address = made(cast, host)
    assert client.get(address).status_code == 200
    sent = {"id": str(uuid7()), "month": "2026-10", "turnover": "750.000", "daily_kept": "ya"}
    for _ in range(2):
        assert client.post(address, sent).status_code == 200
    (line,) = queries.series_of([host.pk])[host.pk]
    assert (line.turnover, line.source, line.by_link, line.records_kept) == (750_000, "participant", True, None)
    services.verify_month(by=people.look(cast.ratna), record=line.id, how="Buku dilihat", on=people.TODAY)


def test_a_wrong_figure_of_a_participant_is_told_with_its_code(cast: Cast, host: Any, client: Client) -> None:
    sent = {"id": str(uuid7()), "month": "2026-10", "turnover": "banyak"}
    answer = client.post(made(cast, host), sent)
    assert answer.status_code == 422 and b"GENERAL_004" in answer.content
    assert not MonthRecord.objects.exists()


def test_a_guest_is_not_told_who_recorded_the_month(cast: Cast, host: Any, client: Client) -> None:
    cases.told(cast, host, "2026-10", 500_000)
    sent = {"id": str(uuid7()), "month": "2026-10", "turnover": "750.000"}
    answer = client.post(made(cast, host), sent)
    assert answer.status_code == 422 and b"PROGRESS_021" in answer.content
    assert cast.ratna.full_name not in answer.context["problems"][0].text("id")


def test_a_made_up_address_opens_nothing(cast: Cast, host: Any, client: Client) -> None:
    address = made(cast, host)
    assert client.get(address[:-3] + "xx/").status_code == 404
    assert client.get(reverse("participant_form", args=[f"{uuid7()}~abc"])).status_code == 404


def test_a_link_ends_on_its_day_when_revoked_and_when_its_mentor_leaves(
    cast: Cast, host: Any, client: Client, now: datetime
) -> None:
    address = made(cast, host, until=people.TODAY)
    link = Link.objects.get()
    by = people.look(cast.ratna)
    found = queries.link(by, link.pk)
    assert found is not None and found.is_open(people.TODAY)
    assert not found.is_open(people.TODAY + timedelta(days=1))
    for _ in range(2):
        services.revoke_link(by=by, link=link.pk, now=now)
    answer = client.get(address)
    assert answer.status_code == 422 and b"PROGRESS_013" in answer.content
    second = made(cast, host)
    host.assignments.update(ends=people.TODAY - timedelta(days=1))
    assert b"PROGRESS_013" in client.get(second).content
    with pytest.raises(DatabaseError), transaction.atomic():
        Link.objects.filter(pk=link.pk).update(revoked_at=None)


def test_a_link_too_long_or_for_no_business_is_refused(cast: Cast, host: Any) -> None:
    with pytest.raises(Refused, match="PROGRESS_015"):
        made(cast, host, "final", until=people.TODAY + timedelta(days=32))
    with pytest.raises(Refused, match="PROGRESS_016"):
        services.make_link(
            by=people.look(cast.ratna), id=uuid7(), engagement=cast.engagement.pk, purpose="final", on=people.TODAY
        )
    with pytest.raises(Refused, match="PROGRESS_001"):
        services.make_link(
            by=people.look(cast.maria), id=uuid7(), engagement=host.pk, purpose="final", on=people.TODAY
        )


def test_C10_the_self_assessment_becomes_a_round_in_the_participants_name(
    cast: Cast, host: Any, client: Client
) -> None:
    StepRecord.objects.create(path=host.path, step="coaching", done_on=host.starts)
    address = made(cast, host, "final")
    page = client.get(address).content.decode()
    assert "answers.keuangan.1" in page
    sent = {f"answers.keuangan.{number}": "ya" for number in (1, 2, 3)} | {"answers.keuangan.4": "tidak"}
    assert client.post(address, {**sent, "name": "Mama Yohana"}).status_code == 200
    (link,) = queries.links_of(host.pk)
    assert link.assessment is not None
    assert StepRecord.objects.get(path=host.path, step="self_assessment").source_id == link.assessment
    card = assessment_card(people.look(cast.ratna), link.assessment)
    assert card is not None
    (filling,) = card.fillings
    assert (filling.answered_by, filling.source, card.head.state) == ("Mama Yohana", "participant", "submitted")
    host_card = engagement_card(people.look(cast.ratna), host.pk)
    assert host_card is not None
    (view,) = queries.self_views(people.look(cast.ratna), host_card, [link])
    finance = view.aspects[0]
    assert (finance.label, finance.own, finance.most, finance.other) == ("Keuangan", 15, 20, None)  # 3 of 4 x 20
    again = client.post(address, sent)
    assert again.status_code == 422 and b"PROGRESS_014" in again.content
