"""A round opened for one mentoring of a mentor who carries several: it marks and counts there and nowhere else (B9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from sidamping.domain.problems import Refused
from sidamping.features.assessments import services
from sidamping.features.assessments.models import Assessment
from sidamping.features.outcomes import queries
from sidamping.features.programmes.models import Assignment, Engagement, Path, StepRecord
from sidamping.features.programmes.queries import EngagementCard, engagement_card
from sidamping.platform.access.models import User
from tests import people, places
from tests.features.assessments import rounds
from tests.features.assessments.test_mentors import first_item
from tests.features.outcomes.stage import PINNED, PROGRAMME, STARTS, Stage, modern, walk
from tests.people import look

CONFIRM, STEP = "midterm-confirmation", "midterm_confirm"
WALKED = date(2026, 4, 1)


@pytest.fixture
def stage(cast: people.Cast) -> Stage:
    """Ratna carries Merah Putih; both it and her second mentee are past their baseline."""
    found = modern(cast)
    walk(found, "general_outputs", WALKED)
    return found


@pytest.fixture
def other(stage: Stage) -> Engagement:
    """Her second mentee in the same cohort."""
    mentee = people.cooperative("Sinar Oesao", places.BOLOK).party
    path = Path.objects.create(
        subject="mentee", programme=PROGRAMME, pinned=PINNED, starts=STARTS, cohort=stage.engagement.path.cohort
    )
    row = Engagement.objects.create(
        path=path, programme=PROGRAMME, pinned=PINNED, mentee=mentee, village_id=places.BOLOK,
        regency=places.BOLOK[:5], starts=STARTS,
    )
    Assignment.objects.create(engagement=row, mentor=stage.cast.ratna, starts=STARTS)
    walk(Stage(stage.cast, row), "general_outputs", WALKED)
    return row


def confirmed(stage: Stage, engagement: UUID | None) -> UUID:
    """The confirmation about Ratna for one mentoring, or for none in particular, filled in and decided."""
    by = stage.pmo()
    draft = rounds.draft(
        stage.id, instrument=CONFIRM, purpose="midterm", as_of=people.TODAY, party_id=None,
        mentor_id=stage.cast.ratna.pk, engagement_id=engagement,
    )
    made = services.open_assessment(by=by, draft=draft, on=people.TODAY)
    rounds.saved(by, made, first_item(made))
    services.submit_filling(by=by, assessment=made, now=rounds.NOW)
    services.decide(
        by=rounds.agnes(stage.cast), assessment=made, seen_ordinal=1, now=rounds.NOW, remark="Sebagian saja"
    )
    return made


def marked(engagement: Engagement) -> bool:
    return StepRecord.objects.filter(path=engagement.path, step=STEP).exists()


def card_of(stage: Stage, engagement: UUID) -> EngagementCard:
    found = engagement_card(stage.pmo(), engagement)
    assert found is not None
    return found


def test_b9_a_confirmation_marks_the_step_of_its_own_mentoring_only(stage: Stage, other: Engagement) -> None:
    made = confirmed(stage, other.pk)
    assert (marked(other), marked(stage.engagement)) == (True, False)
    decided = queries.instrument_decided(card_of(stage, other.pk), STEP)
    assert decided is not None and decided.id == made
    assert queries.instrument_decided(card_of(stage, stage.id), STEP) is None


def test_b9_one_that_names_no_mentoring_keeps_counting_for_all_and_marks_none_of_two(
    stage: Stage, other: Engagement
) -> None:
    made = confirmed(stage, None)
    assert (marked(other), marked(stage.engagement)) == (False, False)
    for host in (other.pk, stage.id):
        decided = queries.instrument_decided(card_of(stage, host), STEP)
        assert decided is not None and decided.id == made


def test_one_that_names_no_mentoring_marks_the_only_one_of_a_mentor(stage: Stage) -> None:
    Assignment.objects.filter(engagement=stage.cast.engagement).delete()
    confirmed(stage, None)
    assert marked(stage.engagement)


def test_a_mentoring_of_another_mentor_or_mentee_is_refused(stage: Stage, other: Engagement) -> None:
    foreign = {"party_id": None, "mentor_id": stage.cast.ratna.pk, "engagement_id": stage.cast.foreign_engagement.pk}
    wrong = {"party_id": stage.cast.merah_putih.pk, "engagement_id": other.pk}
    for about, instrument in ((foreign, CONFIRM), (wrong, "modern-coop")):
        draft = rounds.draft(stage.id, **{**about, "instrument": instrument, "as_of": people.TODAY})
        with pytest.raises(Refused) as refused:
            services.open_assessment(by=stage.pmo(), draft=draft, on=people.TODAY)
        assert "ASSESSMENTS_034" in refused.value.codes


def test_the_database_itself_keeps_a_mentoring_with_its_subject(stage: Stage) -> None:
    made = confirmed(stage, stage.id)
    row = Assessment.objects.get(pk=made)
    row.id, row.engagement_id = rounds.number(), stage.cast.foreign_engagement.pk
    with pytest.raises(DatabaseError), transaction.atomic():
        row.save(force_insert=True)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE assessments_assessment SET engagement_id = NULL WHERE id = %s", [made])


def test_the_meetings_page_opens_the_round_for_its_own_mentoring(
    stage: Stage, other: Engagement, sign_in: Callable[[User], Client]
) -> None:
    client = sign_in(stage.cast.paulus)
    page = client.get(reverse("meetings", args=[other.pk]))
    address = next(part["opens"] for part in page.context["parts"] if part["kind"] == "confirmation")
    assert parse_qs(urlsplit(address).query)["dampingan"] == [str(other.pk)]
    form = client.get(address)
    assert "Sinar Oesao" in form.content.decode()
    assert form.context["form"]["purpose"].value() == "midterm"
    sent = {
        "id": str(rounds.number()), "instrument": CONFIRM, "as_of": people.TODAY.isoformat(), "purpose": "midterm",
        "method": "table",
    }  # fmt: skip
    assert client.post(address, sent).status_code == 303
    assert client.post(address, sent).status_code == 303
    assert Assessment.objects.get().engagement_id == other.pk


def test_the_address_names_no_mentoring_out_of_reach(stage: Stage, sign_in: Callable[[User], Client]) -> None:
    client = sign_in(stage.cast.paulus)
    about = f"?jenis=mentor&pihak={stage.cast.ratna.pk}&dampingan="
    for named in ("bukan", str(rounds.number())):
        assert client.get(reverse("assessment_add") + about + named).status_code == 404


def test_the_chairs_evaluation_names_the_mentoring(stage: Stage) -> None:
    made = services.evaluate_mentor(
        by=look(stage.cast.ujang), engagement_id=stage.id, id=rounds.number(), on=people.TODAY
    )
    assert Assessment.objects.get(pk=made).engagement_id == stage.id
