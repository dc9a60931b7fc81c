"""A seventh programme is a file: written, put into the rulebook, and carried through every step without a line of code.

The file is tests/rulebook/data/programmes/inkubasi-desa.yaml; nothing in the house knows its name (E20).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sidamping.domain.problems import Refused
from sidamping.features.programmes import queries, services
from sidamping.features.programmes.queries import facts
from sidamping.features.programmes.services import EvidenceDraft
from sidamping.platform.access import roles
from sidamping.rules import loader
from tests import people, places
from tests.people import TODAY, Cast, look

FILE = Path(__file__).parents[2] / "rulebook" / "data" / "programmes" / "inkubasi-desa.yaml"
SEVENTH = "inkubasi-desa"
STARTS = date(2026, 3, 2)


@pytest.fixture
def seventh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A rulebook with one file more."""
    root = tmp_path / "rulebook"
    shutil.copytree(str(loader.packaged()), root)
    folder = root / "programmes" / SEVENTH
    folder.mkdir()
    shutil.copy(FILE, folder / "2026-01-01.yaml")
    monkeypatch.setattr(loader, "packaged", lambda: root)
    loader.book.cache_clear()
    yield SEVENTH
    monkeypatch.undo()
    loader.book.cache_clear()


def test_a_seventh_programme_written_only_as_a_file_runs(
    cast: Cast, seventh: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """E20: the steps, their order, owners and gates of a new programme come from its file alone."""
    people.appoint(cast.paulus, roles.PMO, area=places.NTT, programme=seventh)
    people.appoint(cast.ratna, roles.MENTOR, area=places.KUPANG, programme=seventh)
    pmo, mentor = look(cast.paulus), look(cast.ratna)
    path = services.begin_path(by=None, subject="mentee", programme=seventh, starts=STARTS)
    briefing = services.begin_path(by=pmo, subject="mentor", programme=seventh, starts=STARTS, person=cast.ratna.id)
    monkeypatch.setattr(facts, "_TELLERS", [lambda paths: {one: {"sector": "fishery"} for one in paths}])
    services.record_step(by=None, path=path, step="apply", done_on=STARTS, trusted=True)
    services.record_step(by=pmo, path=path, step="choose", done_on=STARTS, outcome="passed", village=places.BOLOK)
    engagement = services.open_engagement(
        by=pmo, mentee_id=cast.keripik.pk, programme=seventh, starts=STARTS, path=path, mentor_id=cast.ratna.id
    )
    held = {"by": mentor, "engagement": engagement, "kind": "deliverable", "held": {("bmc", "")}, "source_id": path}
    assert services.forms_done(on=TODAY, **held) == ()  # type: ignore[arg-type]  # the mentor is not briefed yet
    services.record_step(by=pmo, path=briefing, step="brief", done_on=STARTS, village=places.KUPANG)
    assert services.forms_done(on=TODAY, **held) == ("canvas",)  # type: ignore[arg-type]
    with pytest.raises(Refused) as caught:
        services.record_step(by=pmo, engagement=engagement, step="close", done_on=TODAY)
    assert set(caught.value.codes) == {"PROGRAMMES_012", "PROGRAMMES_067"}
    services.record_step(by=mentor, engagement=engagement, step="pond", done_on=TODAY,
                         evidence=(EvidenceDraft("photo", "foto kolam"),))
    held |= {"kind": "instrument", "held": {("business-success", "final")}}
    assert services.forms_done(on=TODAY, **held) == ("close",)  # type: ignore[arg-type]
    card = queries.engagement_card(pmo, engagement)
    assert card is not None and [stop.state for stop in card.path] == ["done"] * 5
    assert seventh in {line.code for line in queries.programme_lines(TODAY)}
