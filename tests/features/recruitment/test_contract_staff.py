"""TPK from contract staff on the same engine: apply, technical guidance, selection, pass (E18)."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from sidamping.domain.problems import Refused
from sidamping.features.letters.queries import letters_of
from sidamping.features.programmes import services as programmes
from sidamping.features.programmes.queries import path_stations
from sidamping.features.recruitment import queries, services
from sidamping.platform.access.models import Appointment
from sidamping.platform.database.ids import uuid7
from tests import places
from tests.features.recruitment import calling
from tests.features.recruitment.calling import OPENS, TODAY, look
from tests.people import PROGRAMME, Cast

GUIDED = date(2026, 10, 1)


def test_contract_staff_become_tpk_by_guidance_and_selection(cast: Cast) -> None:
    by = look(cast.sarlin)
    host = programmes.open_cohort(
        by=look(cast.sarlin, OPENS), id=uuid7(), programme=PROGRAMME, name="TPK 2026", area=places.KUPANG, starts=OPENS
    )
    draft = calling.call_draft(positions=(services.PositionDraft("governance", 2),))
    call = services.open_call(by=look(cast.sarlin, OPENS), id=uuid7(), cohort=host, draft=draft, on=OPENS)
    id = calling.applied(call, origin="contract", employer="Dinas Koperasi Provinsi")
    chosen = services.DecisionDraft("selection", True, TODAY, {"contract": True, "guided": True})
    with pytest.raises(Refused) as refusal:
        services.decide(by=by, id=uuid7(), candidacy=id, draft=chosen)
    assert refusal.value.codes == ["PROGRAMMES_012"]
    session = services.schedule_session(
        by=by, id=uuid7(), cohort=host, draft=services.SessionDraft("guidance", GUIDED, time(8), "Kupang")
    )
    assert services.record_attendance(by=by, session=session, present={id}, on=TODAY) == (id,)
    services.decide(by=by, id=uuid7(), candidacy=id, draft=chosen)
    made = services.appoint(
        by=by, call=call, chosen=(services.AppointmentDraft(id, "melki"),), on=TODAY, starts=TODAY + timedelta(days=1),
        place="Kupang",
    )[0]
    done = [one.code for one in path_stations(id, TODAY) if one.state == "done"]
    assert done == ["tpk_apply", "tpk_guidance", "tpk_selection", "tpk_appoint"]
    assert sorted(one.kind for one in letters_of(by, path=id)) == ["sk", "spk"]
    assert Appointment.objects.get(user_id=made.user).programme == PROGRAMME
    assert queries.ranking_of(by, call) is None
