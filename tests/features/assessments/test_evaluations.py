"""The cooperative's evaluation of its own mentor: by its chair, of who carries it, once (B11)."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.domain.problems import Refused
from sidamping.features.assessments import services
from sidamping.features.assessments.queries import assessment_card
from sidamping.features.programmes.models import Assignment
from sidamping.platform.access.models import User
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.people import Cast, look


def evaluated(by: Viewer, engagement: UUID) -> UUID:
    return services.evaluate_mentor(by=by, engagement_id=engagement, id=uuid7(), on=people.TODAY)


def refused(call: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.codes


def test_a_chair_evaluates_who_carries_the_cooperative_and_opens_it_once(cast: Cast) -> None:
    ujang = look(cast.ujang)
    first = evaluated(ujang, cast.engagement.pk)
    assert evaluated(ujang, cast.engagement.pk) == first
    card = assessment_card(ujang, first)
    assert card is not None
    assert (card.head.subject.id, card.head.instrument, card.head.mine) == (cast.ratna.pk, "mentor-evaluation", "lead")
    assert assessment_card(look(cast.ratna), first) is None


def test_nobody_else_opens_it_and_a_chair_not_that_of_others(cast: Cast) -> None:
    for who in ("ratna", "maria", "yosef", "agnes"):
        viewer = look(getattr(cast, who))
        assert refused(lambda viewer=viewer: evaluated(viewer, cast.engagement.pk)) == ["PROGRAMMES_001"]
    assert refused(lambda: evaluated(look(cast.ujang), cast.foreign_engagement.pk)) == ["PROGRAMMES_001"]


def test_a_chair_who_mentors_the_own_cooperative_judges_nobody(cast: Cast) -> None:
    Assignment.objects.filter(engagement=cast.engagement).update(mentor=cast.ujang)
    assert refused(lambda: evaluated(look(cast.ujang), cast.engagement.pk)) == ["ASSESSMENTS_002"]


def test_without_a_mentor_there_is_nobody_to_evaluate(cast: Cast) -> None:
    Assignment.objects.filter(mentor=cast.ratna).update(ends="2026-10-31")
    assert refused(lambda: evaluated(look(cast.ujang), cast.engagement.pk)) == ["PROGRAMMES_064"]


def test_the_button_of_the_mentoring_leads_to_the_questions(cast: Cast, sign_in: Callable[[User], Client]) -> None:
    client = sign_in(cast.ujang)
    address = reverse("mentor_evaluation", args=[cast.engagement.pk])
    assert address in client.get(reverse("engagement", args=[cast.engagement.pk])).content.decode()
    answer = client.post(address)
    assert answer.status_code == 302
    page = client.get(answer.headers["Location"], follow=True)
    assert page.status_code == 200
    assert address in client.get(reverse("chair_home")).content.decode()
