"""What an office brought is assessed like any instrument: opened, filled in, handed in, decided, explained."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.test import Client

from sidamping.edges.exchange.xlsform.read import read_workbook
from sidamping.features.assessments import services
from sidamping.features.assessments.models import Result
from sidamping.features.assessments.services.forms import NewForm, add_form
from sidamping.platform.access.models import User
from tests.edges.exchange.sheets import form
from tests.features.assessments import rounds
from tests.people import Cast, look

VALUES = {"answers.ramah.1": "ya", "inputs.nilai": "7,5", "answers.tertib.1": "ya", "answers.tertib.2": "tidak"}
"""20 + 7,5 of 10 at 40 + one of two at 40 = 20 + 30 + 20."""


def test_an_uploaded_instrument_is_filled_in_decided_and_explained(
    cast: Cast, sign_in: Callable[[User], Client]
) -> None:
    read = read_workbook("layanan.xlsx", form())
    add_form(by=look(cast.agnes), form=NewForm(read.name, read.starts, read.content, read.filename, read.workbook))
    party, asked = cast.merah_putih.party_id, {"instrument": read.name, "as_of": date(2026, 10, 31)}
    round_ = rounds.handed_in(rounds.agnes(cast), party, VALUES, **asked)
    services.decide(by=look(cast.yosef), assessment=round_, seen_ordinal=1, now=rounds.NOW)
    result = Result.objects.get(assessment=round_, decided=True)
    assert (result.version, result.sha256) == ("layanan-kecil/2026-01-31", read.sha256)
    assert result.outcome["total"] == 70
    client = sign_in(cast.agnes)
    for address in ("", "hasil/", "hasil/nilai/"):
        assert client.get(f"/asesmen/{round_}/{address}").status_code == 200, address
