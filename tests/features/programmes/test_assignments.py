"""Opening, assigning, replacing and ending: one mentor at a time, on paper and in the database."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from sidamping.domain.problems import Refused
from sidamping.features.programmes import queries, services
from sidamping.features.programmes.models import Assignment, Engagement
from sidamping.platform.access import roles
from sidamping.platform.activity.models import Activity
from tests import people, places
from tests.people import Cast, User, look

ID = UUID("0190e7a0-0000-7000-8000-000000000001")


@pytest.fixture
def agnes(cast: Cast) -> User:
    """A second mentor of Kupang."""
    people.appoint(cast.agnes, roles.MENTOR, area=places.KUPANG)
    return cast.agnes


def codes(caught: pytest.ExceptionInfo[Refused]) -> set[str]:
    return set(caught.value.codes)


def opened(cast: Cast, **changes: object) -> UUID:
    values = {"mentee_id": cast.keripik.pk, "programme": people.PROGRAMME, "starts": date(2026, 11, 1), "id": ID}
    return services.open_engagement(**{"by": look(cast.yosef), **values, **changes})  # type: ignore[arg-type]


def test_an_opened_mentoring_pins_the_programme_and_its_first_mentor(cast: Cast) -> None:
    opened(cast, mentor_id=cast.ratna.id, letter="800/1/2026", priority=1)
    card = queries.engagement_card(look(cast.ratna), ID)
    assert card is not None
    assert (card.pinned, card.priority, card.mentor_name) == ("tpk-ntt-2018/2018-07-23+1", 1, "Ratna Tefa")
    assert Activity.objects.get(action="programmes.engagement_opened").regency == places.KUPANG


def test_opening_sent_twice_happens_once(cast: Cast) -> None:
    assert opened(cast) == opened(cast) == ID
    assert Activity.objects.filter(action="programmes.engagement_opened").count() == 1
    with pytest.raises(Refused) as caught:
        opened(cast, starts=date(2026, 11, 2))
    assert codes(caught) == {"PROGRAMMES_018"}


def test_a_mentee_is_not_mentored_twice_in_one_programme(cast: Cast) -> None:
    with pytest.raises(Refused) as caught:
        opened(cast, mentee_id=cast.merah_putih.pk)
    assert codes(caught) == {"PROGRAMMES_006"}


def test_every_fault_of_an_opening_is_told_at_once(cast: Cast) -> None:
    owner = cast.keripik.owner_id
    with pytest.raises(Refused) as caught:
        opened(cast, mentee_id=owner, priority=9, ends=date(2026, 10, 1), mentor_id=cast.maria.id)
    assert codes(caught) == {"PROGRAMMES_004", "PROGRAMMES_007", "PROGRAMMES_009", "PROGRAMMES_020"}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"programme": "tidak-ada"}, "PROGRAMMES_002"),
        ({"starts": date(2018, 7, 22)}, "PROGRAMMES_002"),
        ({"mentee_id": ID}, "PROGRAMMES_003"),
    ],
)
def test_an_unknown_programme_or_mentee_is_refused(cast: Cast, changes: dict[str, object], code: str) -> None:
    with pytest.raises(Refused) as caught:
        opened(cast, **changes)
    assert codes(caught) == {code}


def test_a_coordinator_opens_nothing_in_another_district(cast: Cast) -> None:
    Engagement.objects.filter(pk=cast.foreign_engagement.id).update(ends=date(2026, 10, 1))
    with pytest.raises(Refused) as caught:
        opened(cast, mentee_id=cast.foreign_cooperative.pk)
    assert codes(caught) == {"PROGRAMMES_005"}


@pytest.mark.parametrize("who", ["ratna", "ujang", "maria", "dominggus", "petronela"])
def test_who_does_not_manage_the_area_assigns_nobody(cast: Cast, who: str) -> None:
    with pytest.raises(Refused) as caught:
        services.assign(
            by=look(getattr(cast, who)), engagement=cast.engagement.id, mentor=cast.ratna.id, starts=people.TODAY
        )
    assert codes(caught) == {"PROGRAMMES_001"}


def test_a_second_mentor_at_the_same_time_is_refused(cast: Cast, agnes: User) -> None:
    with pytest.raises(Refused) as caught:
        services.assign(by=look(cast.yosef), engagement=cast.engagement.id, mentor=agnes.id, starts=date(2026, 12, 1))
    assert codes(caught) == {"PROGRAMMES_008"}


def test_an_assignment_outside_the_mentoring_is_refused(cast: Cast, agnes: User) -> None:
    Assignment.objects.filter(engagement=cast.engagement).update(ends=date(2026, 1, 31))
    by = look(cast.yosef)
    days = {"starts": date(2026, 1, 4), "ends": date(2026, 1, 3)}
    with pytest.raises(Refused) as caught:
        services.assign(by=by, engagement=cast.engagement.id, mentor=agnes.id, **days)
    assert {"PROGRAMMES_009", "PROGRAMMES_010"} <= codes(caught)


def test_the_new_mentor_starts_the_day_after_the_old_one_ended(cast: Cast, agnes: User) -> None:
    values = {"engagement": cast.engagement.id, "mentor": agnes.id, "last_day": date(2026, 11, 10), "why": "Pindah"}
    for _ in range(2):
        services.replace_mentor(by=look(cast.yosef), **values, id=ID)  # type: ignore[arg-type]
    carried = [queries.mentor_on(cast.engagement.id, date(2026, 11, day)) for day in (10, 11)]
    assert [line and line.mentor_name for line in carried] == ["Ratna Tefa", "Agnes Bria"]
    assert Activity.objects.filter(action="programmes.mentor_replaced", why="Pindah").count() == 1


def test_replacing_tells_every_fault_and_changes_nothing(cast: Cast) -> None:
    with pytest.raises(Refused) as caught:
        services.replace_mentor(
            by=look(cast.yosef), engagement=cast.engagement.id, mentor=cast.ratna.id, last_day=people.TODAY, why=" "
        )
    assert codes(caught) == {"PROGRAMMES_017", "GENERAL_001"}
    assert Assignment.objects.get(engagement=cast.engagement).ends is None


def test_replacing_where_nobody_carries_says_to_assign(cast: Cast, agnes: User) -> None:
    Assignment.objects.filter(engagement=cast.engagement).update(ends=date(2026, 10, 1))
    with pytest.raises(Refused) as caught:
        services.replace_mentor(
            by=look(cast.yosef), engagement=cast.engagement.id, mentor=agnes.id, last_day=people.TODAY, why="Pindah"
        )
    assert codes(caught) == {"PROGRAMMES_016"}


def test_ending_a_mentoring_ends_its_assignment_and_keeps_both(cast: Cast) -> None:
    for _ in range(2):
        services.end_engagement(
            by=look(cast.yosef), engagement=cast.engagement.id, ends=people.TODAY, why="Koperasi mandiri"
        )
    cast.engagement.refresh_from_db()
    assert cast.engagement.ends == Assignment.objects.get(engagement=cast.engagement).ends == people.TODAY
    assert Activity.objects.filter(action="programmes.engagement_ended").count() == 1


def test_a_later_last_day_does_not_run_into_the_next_mentoring(cast: Cast) -> None:
    by, first = look(cast.yosef), {"engagement": cast.engagement.id, "why": "Koperasi mandiri"}
    services.end_engagement(by=by, ends=date(2026, 6, 30), **first)
    mentee = cast.engagement.mentee_id
    services.open_engagement(by=by, mentee_id=mentee, programme=people.PROGRAMME, starts=date(2026, 8, 3))
    with pytest.raises(Refused) as caught:
        services.end_engagement(by=by, ends=date(2026, 8, 3), **first)
    assert codes(caught) == {"PROGRAMMES_006"}
    services.end_engagement(by=by, ends=date(2026, 8, 2), **first)


def test_loads_count_what_each_mentor_of_the_area_carries(cast: Cast) -> None:
    opened(cast, mentor_id=cast.ratna.id)
    assert [(one.name, one.count) for one in queries.mentor_loads(look(cast.yosef))] == [("Ratna Tefa", 2)]
    everywhere = [(one.name, one.count) for one in queries.mentor_loads(look(cast.sarlin))]
    assert everywhere == [("Ratna Tefa", 2), ("Maria Banunaek", 1)]
    assert queries.mentor_loads(look(cast.ratna)) == ()


def test_only_mentors_appointed_for_the_area_are_offered(cast: Cast) -> None:
    assert [one.name for one in queries.mentors_to_choose(look(cast.yosef))] == ["Ratna Tefa"]
    assert [one.name for one in queries.mentors_to_choose(look(cast.sarlin))] == ["Maria Banunaek", "Ratna Tefa"]
    assert [one.name for one in queries.mentors_to_choose(look(cast.paulus))] == ["Maria Banunaek", "Ratna Tefa"]
    assert queries.mentors_to_choose(look(cast.petronela)) == ()


def test_filters_narrow_the_list(cast: Cast) -> None:
    by = look(cast.sarlin)

    def names(**wanted: object) -> list[str]:
        page = queries.administered_page(by, queries.EngagementFilter(**wanted))  # type: ignore[arg-type]
        return [card.mentee_name for card in page.rows]

    assert names() == ["Kuatae Maju", "Merah Putih"]
    assert names(text="merah") == names(area=places.KUPANG) == names(mentor=cast.ratna.id) == ["Merah Putih"]
    assert names(unassigned=True) == names(ended=True) == names(programme="lain") == []
    Assignment.objects.filter(mentor=cast.ratna).update(ends=date(2026, 10, 1))
    assert names(unassigned=True) == ["Merah Putih"]
