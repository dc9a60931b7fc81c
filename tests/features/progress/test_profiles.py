"""C1, A1, C6: profiles are dated and append-only, filter the list, and stand before and after; extensions say why."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from sidamping.domain.problems import Refused
from sidamping.features.programmes.queries import EngagementFilter, engagement_page, facts_of
from sidamping.features.progress import queries, services
from sidamping.features.progress.models import Extension, Profile
from sidamping.features.progress.queries import ParticipantFilter
from sidamping.features.progress.services import ProfileDraft
from sidamping.platform.access import roles
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.features.progress import cases
from tests.people import Cast


@pytest.fixture
def host(cast: Cast) -> Any:
    cases.appoint_all(cast)
    return cases.participant(cast)


def profile(cast: Cast, host: Any, as_of: date = people.TODAY, who: str = "ratna", **values: Any) -> Any:
    draft = ProfileDraft(uuid7(), as_of, **values)
    by = people.look(getattr(cast, who))
    return services.record_profile(by=by, engagement=host.pk, draft=draft, on=people.TODAY)


def test_A1_the_first_and_the_last_profile_stand_beside_each_other(cast: Cast, host: Any) -> None:
    profile(cast, host, date(2026, 8, 12), capital=2_000_000, turnover=1_000_000, loan_plafond=0, education="primary")
    profile(cast, host, capital=3_500_000, turnover=1_600_000, loan_plafond=5_000_000, loan_tenor=12)
    first, last = queries.profile_history(host.pk)
    assert (first.capital, last.capital, first.loan_plafond, last.loan_tenor) == (2_000_000, 3_500_000, 0, 12)


def test_C1_the_newest_profile_gives_the_facts_of_the_path(cast: Cast, host: Any) -> None:
    profile(cast, host, date(2026, 8, 12), sector="food", technology="weak")
    profile(cast, host, sector="food", technology="able")
    assert facts_of([host.path_id]) == {host.path_id: {"sector": "food", "technology": "able"}}
    with pytest.raises(DatabaseError), transaction.atomic():
        Profile.objects.update(sector="trade")


def test_C1_the_list_is_narrowed_by_the_profile_in_force(cast: Cast, host: Any) -> None:
    other = cases.participant(cast, "Kue Lontar")
    profile(cast, host, sector="fishery", technology="weak", devices=("plain_phone",), signal="none")
    profile(cast, other, date(2026, 8, 12), sector="fishery")
    profile(cast, other, sector="food", devices=("smartphone",))
    by = people.look(cast.yosef)

    def found(**wanted: str) -> list[Any]:
        page = queries.participant_page(by, ParticipantFilter(programme=cases.TKM, **wanted))  # type: ignore[arg-type]
        return [one.card.id for one in page.rows]

    assert found(sector="fishery") == [host.pk]
    assert found(sector="food") == found(devices="smartphone") == [other.pk]
    assert found(technology="weak", signal="none") == [host.pk]
    assert queries.participant_page(people.look(cast.maria), ParticipantFilter(sector="food")).rows == ()


def test_who_assesses_here_and_mentors_elsewhere_lists_the_own_participants_alone(cast: Cast, host: Any) -> None:
    """Of whom an assessor may find to assess, profile and turnover stay closed: on the list, in files, filtered too."""
    people.appoint(cast.maria, roles.ASSESSOR, area=places.KUPANG, programme=cases.TKM)
    profile(cast, host, sector="food")
    maria = people.look(cast.maria)
    assert [one.id for one in engagement_page(maria, EngagementFilter(programme=cases.TKM)).rows] == [host.pk]
    for wanted in (ParticipantFilter(programme=cases.TKM), ParticipantFilter(programme=cases.TKM, sector="food")):
        assert queries.participant_page(maria, wanted).rows == ()
        assert list(queries.every_participant(maria, wanted)) == []


def test_wrong_profiles_are_refused_with_every_fault(cast: Cast, host: Any) -> None:
    with pytest.raises(Refused) as error:
        profile(cast, host, people.TODAY + timedelta(days=1), sector="mining", devices=("drone",), cycle_months=0)
    assert set(error.value.codes) == {"PROGRESS_003", "PROGRESS_004", "PROGRESS_005"}
    with pytest.raises(Refused, match="PROGRESS_001"):
        profile(cast, host, who="maria", sector="food")


def test_C6_an_extension_needs_a_reason_and_stays_within_the_limit(cast: Cast, host: Any) -> None:
    asked = {"by": people.look(cast.yosef), "engagement": host.pk, "on": people.TODAY}
    with pytest.raises(Refused) as error:
        services.extend(**asked, id=uuid7(), until=date(2026, 11, 9), reason="")
    assert set(error.value.codes) == {"PROGRAMMES_051", "PROGRAMMES_052"}
    with pytest.raises(Refused, match="PROGRAMMES_053"):
        services.extend(**asked, id=uuid7(), until=date(2027, 8, 10), reason="Panen")
    with pytest.raises(Refused, match="PROGRESS_001"):
        services.extend(**{**asked, "by": people.look(cast.ratna)}, id=uuid7(), until=date(2027, 1, 9), reason="Panen")
    first = services.extend(**asked, id=uuid7(), until=date(2027, 8, 9), reason="Panen jagung bulan Maret")
    assert services.extend(**asked, id=uuid7(), until=date(2027, 8, 9), reason="Panen jagung bulan Maret") == first
    assert Extension.objects.count() == 1
    page = queries.participant_page(people.look(cast.ratna), ParticipantFilter(programme=cases.TKM))
    assert (page.rows[0].last, len(page.rows[0].dose.months)) == (date(2027, 8, 9), 3)
