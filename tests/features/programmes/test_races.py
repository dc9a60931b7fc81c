"""Two people act at once on two real connections: one wins, the other is told with a code."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from sidamping.domain.problems import Refused
from sidamping.features.programmes import services
from sidamping.features.programmes.models import Assignment, Engagement, Path, StepRecord
from sidamping.platform.access import roles
from sidamping.platform.access.models import Appointment
from tests import people, places
from tests.people import look

pytestmark = pytest.mark.django_db(transaction=True)
Act = Callable[[], object]


def at_once(*acts: Act) -> list[str]:
    """Run the acts together, each on its own connection; 'won' or the codes of the refusal."""
    start = Barrier(len(acts))

    def run(act: Act) -> str:
        try:
            start.wait(timeout=10)
            act()
            return "won"
        except Refused as refused:
            return ",".join(refused.codes)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts))


def test_of_two_simultaneous_assignments_one_wins_and_the_other_is_told() -> None:
    cast = people.gather()
    people.appoint(cast.agnes, roles.MENTOR, area=places.KUPANG)
    people.appoint(cast.paulus, roles.MENTOR, area=places.KUPANG)
    Assignment.objects.filter(engagement=cast.engagement).update(ends=date(2026, 10, 1))
    by = look(cast.yosef)

    def give(mentor: UUID) -> Act:
        return lambda: services.assign(by=by, engagement=cast.engagement.id, mentor=mentor, starts=people.TODAY)

    assert at_once(give(cast.agnes.id), give(cast.paulus.id)) == ["PROGRAMMES_008", "won"]
    assert Assignment.objects.filter(engagement=cast.engagement).count() == 2


def test_of_two_simultaneous_openings_one_wins() -> None:
    cast = people.gather()

    def open_it(who: str) -> Act:
        values = {"mentee_id": cast.keripik.pk, "programme": people.PROGRAMME, "starts": people.TODAY}
        return lambda: services.open_engagement(by=look(getattr(cast, who)), **values)  # type: ignore[arg-type]

    assert at_once(open_it("yosef"), open_it("sarlin")) == ["PROGRAMMES_006", "won"]
    assert Engagement.objects.filter(mentee_id=cast.keripik.pk).count() == 1


def test_of_two_simultaneous_equal_appointments_one_wins() -> None:
    cast = people.gather()
    values = {"user": cast.agnes.id, "role": roles.PMO, "area": places.KUPANG, "starts": people.TODAY}
    by = look(cast.anton)
    give: Act = lambda: services.appoint(by=by, **values)  # type: ignore[arg-type]  # noqa: E731 - an act as a value
    assert at_once(give, give) == ["ACCESS_006", "won"]
    assert Appointment.objects.filter(user=cast.agnes, role=roles.PMO).count() == 1


def test_the_same_step_recorded_twice_at_once_happens_once() -> None:
    cast = people.gather()
    by = look(cast.ratna)
    values = {"engagement": cast.engagement.id, "step": "observe", "done_on": people.TODAY}
    record: Act = lambda: services.record_step(by=by, **values)  # type: ignore[arg-type]  # noqa: E731 - an act as a value
    assert at_once(record, record) == ["won", "won"]
    assert StepRecord.objects.count() == 1


@pytest.mark.parametrize("model", [Assignment, Engagement, Appointment])
def test_the_database_itself_refuses_two_at_one_time(model: type) -> None:
    cast = people.gather()
    path = Path.objects.create(
        subject="mentee", programme=people.PROGRAMME, pinned=people.PINNED, starts=people.TODAY
    )
    rows = {
        Assignment: Assignment(engagement=cast.engagement, mentor=cast.maria, starts=people.TODAY),
        Engagement: Engagement(
            path=path, programme=people.PROGRAMME, pinned=people.PINNED, mentee_id=cast.merah_putih.pk,
            village_id=places.BOLOK, regency=places.KUPANG, starts=people.TODAY,
        ),
        Appointment: Appointment(
            user=cast.ratna, role=roles.MENTOR, programme=people.PROGRAMME, area_id=places.KUPANG, starts=people.TODAY
        ),
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        rows[model].save(force_insert=True)


def test_the_last_place_of_a_mentor_is_given_once() -> None:
    cast = people.gather()
    modern, day = "koperasi-modern-2023", date(2026, 11, 1)
    for who, role in ((cast.ratna, roles.MENTOR), (cast.sarlin, roles.SECRETARIAT)):
        people.appoint(who, role, area=places.NTT, programme=modern)
    by = look(cast.sarlin)
    id = services.open_cohort(by=by, id=cast.ratna.id, programme=modern, name="Uji", starts=day, area=places.NTT)
    parties = [people.cooperative(f"Koperasi {name}", places.BOLOK).party for name in ("Satu", "Dua", "Tiga")]
    hosts = [
        services.open_engagement(by=by, mentee_id=one.pk, programme=modern, starts=day, cohort=id) for one in parties
    ]
    services.assign(by=by, engagement=hosts[0], mentor=cast.ratna.id, starts=people.TODAY)

    def give(host: UUID) -> Act:
        return lambda: services.assign(by=by, engagement=host, mentor=cast.ratna.id, starts=people.TODAY)

    assert at_once(give(hosts[1]), give(hosts[2])) == ["PROGRAMMES_063", "won"]
