"""Contract staff of the province become mentors of village cooperatives (E18), on the engine that B3 runs on.

Apply, technical guidance, selection, pass, assign: by the secretariat and the candidate, each on its page.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from sidamping.features.letters.models import Letter
from sidamping.features.programmes import queries as programmes
from sidamping.features.programmes import services as rounds
from sidamping.features.recruitment.models import Candidacy, Session
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.journeys.acts import CONTENT, move_to, refused, submit
from tests.journeys.conftest import DESKTOP
from tests.people import PROGRAMME, TODAY, Cast, look

OPENS, GUIDED = date(2026, 9, 15), date(2026, 10, 1)
NAME = "Melkianus Bire"
SELECTED = {"criterion-contract": True, "criterion-guided": True, "outcome": "pass", "on": TODAY}
DONE = ["tpk_apply", "tpk_guidance", "tpk_selection", "tpk_appoint"]


@pytest.fixture
def office(cast: Cast, transactional_db: None, opened: Callable[..., Page]) -> Page:
    """The secretariat at its desk; a round of TPK in Kupang is open."""
    move_to(TODAY)
    rounds.open_cohort(
        by=look(cast.sarlin, OPENS), id=uuid7(), programme=PROGRAMME, name="TPK 2026", area=places.KUPANG,
        starts=OPENS,
    )
    return opened(cast.sarlin, DESKTOP)


def test_e18_contract_staff_are_guided_selected_appointed_and_assigned(
    cast: Cast, office: Page, opened: Callable[..., Page]
) -> None:
    """E18: who was not guided is not selected; the way out is the session; then SK and SPK, and a cooperative."""
    call = _a_call_is_opened(office)
    candidate = _one_applies_as_contract_staff(opened(), call)
    refused(office, f"/calon-pendamping/{candidate}/", SELECTED, "PROGRAMMES_012")
    expect(office.get_by_text("Bimbingan teknis TPK").first).to_be_visible()
    submit(office, f"/pembekalan/{call}/", {
        "code": "guidance", "on": GUIDED, "starts_at": "08:00", "place": "Aula Dinas",
    })  # fmt: skip
    submit(office, f"/pembekalan/sesi/{Session.objects.get().pk}/", {"present": [candidate]})
    submit(office, f"/calon-pendamping/{candidate}/", SELECTED)
    submit(office, f"/rekrutmen/{call}/tetapkan/", {"on": TODAY, "starts": TODAY, "place": "Kupang"})
    assert sorted(Letter.objects.values_list("kind", flat=True)) == ["sk", "spk"]
    office.goto(f"/calon-pendamping/{candidate}/")
    stations = office.locator("main .path .station-done")
    expect(stations).to_have_count(len(DONE))
    _is_assigned(cast, office)


def _a_call_is_opened(office: Page) -> str:
    office.goto("/rekrutmen/baru/")
    cohort = office.locator("[name=cohort] option", has_text="TPK 2026").get_attribute("value")
    submit(office, "/rekrutmen/baru/", {
        "cohort": cohort, "opens": TODAY - timedelta(days=5), "closes": TODAY + timedelta(days=20),
        "requirements": "Tenaga kontrak daerah", "wanted-governance": "2",
    })  # fmt: skip
    return office.url.rstrip("/").rsplit("/", 1)[-1]


def _one_applies_as_contract_staff(page: Page, call: str) -> str:
    page.goto("/lowongan-pendamping/")
    expect(page.get_by_text("TPK 2026").first).to_be_visible()
    submit(page, f"/lowongan-pendamping/{call}/", {
        "name": NAME, "nik": "5301051204870004", "phone": "081339000004", "village": places.BOLOK,
        "education": "bachelor", "experience": "Lima tahun", "origin": "contract",
        "employer": "Dinas Koperasi Provinsi", "consent": True,
        "cv": {"name": "cv.pdf", "mimeType": "application/pdf", "buffer": CONTENT},
    })  # fmt: skip
    return str(Candidacy.objects.get().pk)


def _is_assigned(cast: Cast, office: Page) -> None:
    """The new mentor may be given a cooperative in the area of the call."""
    host = people.engagement(cast.keripik.party, None)
    mentor = User.objects.get(full_name=NAME)
    submit(office, f"/penugasan/{host.pk}/ganti/", {"mentor": mentor.pk, "starts": TODAY, "letter": "ST-TPK/2026/7"})
    card = programmes.engagement_card(look(cast.yosef), host.pk)
    assert card is not None and card.mentor_id == mentor.pk
