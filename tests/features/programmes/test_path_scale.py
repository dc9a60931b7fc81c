"""Pages of a round whose cohort, mentor and mentee wait for one another: at most ten questions to the database."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.features.programmes import services
from sidamping.features.programmes.models import StepEvidence, StepRecord
from sidamping.features.programmes.services import EvidenceDraft
from sidamping.platform.access.models import User
from tests.features.programmes import rounds
from tests.features.programmes.rounds import Round
from tests.people import Cast, look

DAY = date(2026, 7, 1)
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"
Limit = Callable[[int], AbstractContextManager[object]]
SignIn = Callable[[User], Client]


@pytest.fixture
def begun(cast: Cast) -> Round:
    return rounds.begin(cast)


@pytest.fixture
def mentoring(begun: Round) -> UUID:
    """In the field: carried by an inducted mentor, introduced with a file as proof."""
    engagement = rounds.accepted(begun)
    rounds.inducted(begun)
    proof = (EvidenceDraft("photo", name="hadir.pdf", content=PDF),)
    for step in ("introduce_dinas", "introduce_coop"):
        services.record_step(by=look(begun.mentor, DAY), engagement=engagement, step=step, done_on=DAY, evidence=proof)
    return engagement


def test_the_page_of_a_cohort_asks_at_most_ten_times(
    begun: Round, mentoring: UUID, sign_in: SignIn, at_most_queries: Limit
) -> None:
    client = sign_in(begun.pmo)
    with at_most_queries(10):
        answer = client.get(reverse("cohort", args=[begun.cohort]))
    assert answer.status_code == 200 and answer.context["view"].proofs
    assert [one.engagement_id for one in answer.context["mentees"]] == [mentoring]
    assert [one.name for one in answer.context["mentors"]] == [begun.mentor.full_name]


def test_recording_a_step_of_a_mentoring_asks_at_most_ten_times(
    begun: Round, mentoring: UUID, sign_in: SignIn, at_most_queries: Limit
) -> None:
    for who in (begun.mentor, begun.pmo):
        client = sign_in(who)
        with at_most_queries(10):
            answer = client.get(reverse("step_add", args=[mentoring]))
        assert answer.status_code == 200 and answer.context["name"] == "Merah Putih"
        assert answer.context["back"] == reverse("engagement", args=[mentoring])


def test_recording_a_step_of_any_path_asks_at_most_ten_times(
    begun: Round, mentoring: UUID, sign_in: SignIn, at_most_queries: Limit
) -> None:
    homes = {
        begun.path: reverse("engagement", args=[mentoring]),
        begun.mentor_path: reverse("path", args=[begun.mentor_path]),
        begun.cohort: reverse("cohort", args=[begun.cohort]),
    }
    client = sign_in(begun.pmo)
    for path, home in homes.items():
        with at_most_queries(10):
            answer = client.get(reverse("path_step_add", args=[path]))
        assert answer.status_code == 200 and answer.context["back"] == home


def test_taking_a_step_back_asks_at_most_ten_times(
    begun: Round, mentoring: UUID, sign_in: SignIn, at_most_queries: Limit
) -> None:
    record = StepRecord.objects.get(path=begun.path, step="introduce_coop")
    client = sign_in(begun.pmo)
    with at_most_queries(10):
        answer = client.get(reverse("step_take_back", args=[record.pk]))
    assert answer.status_code == 200 and answer.context["stop"].code == "introduce_coop"


def test_opening_the_file_of_a_proof_asks_at_most_ten_times(
    begun: Round, mentoring: UUID, sign_in: SignIn, at_most_queries: Limit
) -> None:
    proof = StepEvidence.objects.get(record__path=begun.path, record__step="introduce_coop")
    for who, status in ((begun.mentor, 200), (begun.pmo, 200), (begun.cast.maria, 404)):
        client = sign_in(who)
        with at_most_queries(10):
            assert client.get(reverse("step_file", args=[proof.pk])).status_code == status
