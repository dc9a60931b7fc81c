"""The meeting of three parties, the confirmation that the mentor never reads, the final presentation (B9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from sidamping.domain.problems import Refused
from sidamping.features.outcomes import queries, services
from sidamping.features.outcomes.models import Meeting
from sidamping.features.outcomes.services import MeetingDraft
from sidamping.features.programmes.queries import engagement_card
from sidamping.platform.access import roles
from sidamping.platform.access.models import User
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.features.outcomes.stage import PROGRAMME, Stage, decided, mark, modern, walk
from tests.people import Cast

DAY = date(2026, 8, 5)
SECRET = "Pendamping jarang datang pada hari pasar"
PDF = b"%PDF-1.4 1 0 obj<<>>endobj trailer<<>> %%EOF"
THREE = {"ministry": ("Paulus Riwu",), "cooperative": ("Ujang Mantap",), "mentor": ("Ratna Tefa",)}
TWO = {"ministry": ("Paulus Riwu",), "cooperative": ("Ujang Mantap",)}


@pytest.fixture
def stage(cast: Cast) -> Stage:
    found = modern(cast)
    walk(found, "general_outputs", date(2026, 4, 1))
    return found


def draft(stage: Stage, kind: str = "three_party", **changed: Any) -> MeetingDraft:
    told: dict[str, Any] = {
        "id": uuid7(), "engagement": stage.id, "kind": kind, "held_on": DAY, "place": "Balai desa",
        "attendees": TWO if kind == "confirmation" else THREE, "minutes": "Output umum dibahas satu per satu",
        "agreements": "Katalog selesai September",
    }
    return MeetingDraft(**{**told, **changed})


def confirmed(stage: Stage) -> Any:
    return services.record_meeting(by=stage.pmo(), draft=draft(stage, "confirmation", minutes=SECRET))


def codes(act: Callable[[], Any]) -> list[str]:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.codes


def stop(stage: Stage, code: str) -> Any:
    card = engagement_card(stage.pmo(), stage.id)
    assert card is not None
    return next(one for one in card.path if one.code == code)


def test_three_parties_meet_and_the_step_waits_for_its_instrument(stage: Stage) -> None:
    services.record_meeting(by=stage.pmo(), draft=draft(stage))
    assert stop(stage, "midterm_three").done_on is None
    decided(stage, "midterm-three-party", "midterm", DAY)
    services.record_meeting(by=stage.pmo(), draft=draft(stage))
    assert stop(stage, "midterm_three").done_on == DAY


def test_a_party_that_is_missing_is_named(stage: Stage) -> None:
    odd = draft(stage, attendees={"ministry": ("Paulus",)}, minutes="", held_on=date(2027, 1, 1))
    seen = codes(lambda: services.record_meeting(by=stage.pmo(), draft=odd))
    assert seen == ["OUTCOMES_003", "GENERAL_001", "OUTCOMES_004"]


def test_the_mentor_is_no_party_of_the_confirmation(stage: Stage) -> None:
    odd = draft(stage, "confirmation", attendees=THREE)
    assert codes(lambda: services.record_meeting(by=stage.pmo(), draft=odd)) == ["OUTCOMES_005"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.create(
            engagement=stage.engagement, kind="confirmation", held_on=DAY, attendees={"mentor": ["Ratna"]},
            by=stage.cast.paulus,
        )


def test_the_mentor_finds_nothing_of_the_confirmation_anywhere(
    stage: Stage, sign_in: Callable[[User], Client]
) -> None:
    id = confirmed(stage)
    ratna, card = sign_in(stage.cast.ratna), engagement_card(stage.mentor(), stage.id)
    assert card is not None
    assert [one.kind for one in queries.meetings_of(stage.mentor(), card)] == []
    assert queries.meeting(stage.mentor(), id) is None and queries.meeting_file(stage.mentor(), id) is None
    assert ratna.get(reverse("meeting", args=[id])).status_code == 404
    assert ratna.get(reverse("meeting_file", args=[id])).status_code == 404
    assert ratna.get(reverse("confirmation_add", args=[stage.id])).status_code == 403
    assert ratna.get(f"/api/v1/engagements/{stage.id}/meetings").json() == []
    for address in ("engagement", "meetings", "outcome", "after", "needs"):
        page = ratna.get(reverse(address, args=[stage.id]))
        assert page.status_code == 200, address
        assert SECRET not in page.content.decode() and str(id) not in page.content.decode(), address
    assert SECRET.encode() not in b"".join(ratna.get(reverse("mentees_export")).streaming_content)
    assert SECRET.encode() not in ratna.get(reverse("mentees") + f"?text={SECRET[:20]}").content.replace(
        f"{SECRET[:20]}".encode(), b"", 2
    )


def test_the_trail_keeps_no_words_of_the_confirmation(stage: Stage) -> None:
    confirmed(stage)
    rows = Activity.objects.filter(action="outcomes.meeting_recorded")
    assert rows.count() == 1 and SECRET not in str(rows.values())


def test_who_once_carried_the_mentee_does_not_read_it_in_another_role_either(stage: Stage) -> None:
    id = confirmed(stage)
    people.appoint(stage.cast.ratna, roles.PMO, area=places.NTT, programme=PROGRAMME)
    assert queries.meeting(stage.mentor(), id) is None
    odd = draft(stage, "confirmation")
    assert codes(lambda: services.record_meeting(by=stage.mentor(), draft=odd)) == ["OUTCOMES_002"]


def test_offices_and_the_cooperative_read_the_confirmation(stage: Stage, sign_in: Callable[[User], Client]) -> None:
    id = confirmed(stage)
    for who in (stage.cast.paulus, stage.cast.dominggus, stage.cast.ujang):
        page = sign_in(who).get(reverse("meeting", args=[id]))
        assert page.status_code == 200 and SECRET in page.content.decode()
    assert sign_in(stage.cast.maria).get(reverse("meeting", args=[id])).status_code == 404


def test_the_evaluation_is_not_told_to_the_mentor(stage: Stage, sign_in: Callable[[User], Client]) -> None:
    decided(stage, "mentor-evaluation", "single", DAY, total=37, mentor=stage.cast.ratna, opener=stage.cast.ujang)
    address = reverse("outcome", args=[stage.id])
    assert ">37<" in sign_in(stage.cast.paulus).get(address).content.decode()
    page = sign_in(stage.cast.ratna).get(address).content.decode()
    assert ">37<" not in page and "Evaluasi pendamping oleh koperasi" not in page


def test_a_presentation_brings_its_file_and_marks_its_step(
    stage: Stage, sign_in: Callable[[User], Client]
) -> None:
    mark(stage, "final", date(2026, 8, 3))
    bare = draft(stage, "presentation")
    assert codes(lambda: services.record_meeting(by=stage.mentor(), draft=bare)) == ["OUTCOMES_006"]
    said = {
        "id": str(uuid7()), "held_on": "2026-08-05", "attendees_cooperative": "Ujang Mantap\nMama Yuli",
        "file": SimpleUploadedFile("paparan.pdf", PDF),
    }
    answer = sign_in(stage.cast.ratna).post(reverse("presentation_add", args=[stage.id]), said)
    assert answer.status_code == 303
    assert stop(stage, "presentation").done_on == DAY
    found = Meeting.objects.get(kind="presentation")
    file = sign_in(stage.cast.ujang).get(reverse("meeting_file", args=[found.pk]))
    assert file.content == PDF and file["Content-Type"] == "application/pdf"


def test_a_correction_replaces_the_record_and_keeps_it(stage: Stage) -> None:
    first = services.record_meeting(by=stage.pmo(), draft=draft(stage))
    second = services.record_meeting(by=stage.pmo(), draft=draft(stage, replaces=first, agreements="Oktober"))
    card = engagement_card(stage.pmo(), stage.id)
    assert card is not None and [one.id for one in queries.meetings_of(stage.pmo(), card)] == [second]
    again = draft(stage, replaces=first)
    assert codes(lambda: services.record_meeting(by=stage.pmo(), draft=again)) == ["OUTCOMES_016"]
    with pytest.raises(DatabaseError), transaction.atomic():
        Meeting.objects.update(minutes="Diubah")


def test_sent_twice_it_is_one_and_strangers_are_refused(stage: Stage) -> None:
    told = draft(stage)
    services.record_meeting(by=stage.pmo(), draft=told)
    services.record_meeting(by=stage.pmo(), draft=told)
    assert Meeting.objects.count() == 1
    maria = people.look(stage.cast.maria)
    assert codes(lambda: services.record_meeting(by=maria, draft=draft(stage))) == ["PROGRAMMES_001"]
    assert codes(lambda: services.record_meeting(by=stage.mentor(), draft=draft(stage))) == ["OUTCOMES_002"]


def test_the_file_of_a_confirmation_is_kept_by_no_device(stage: Stage, sign_in: Callable[[User], Client]) -> None:
    sent = draft(stage, "confirmation", minutes=SECRET)
    id = services.record_meeting(by=stage.pmo(), draft=sent, file=("catatan.pdf", PDF))
    answer = sign_in(stage.cast.ujang).get(reverse("meeting_file", args=[id]))
    assert answer.status_code == 200 and answer["Cache-Control"] == "private, no-store"
