"""A4, E9: worksheets filled in on the phone and on paper; the monthly one once for each month of the mentoring."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from sidamping.domain.problems import Refused
from sidamping.features.deliverables import queries, services
from sidamping.features.deliverables.models import Sheet
from sidamping.features.programmes.models import Engagement
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.people import Cast, look

SignIn = Callable[[User], Client]
PROGRESS = {
    "done": "Menyalin buku kas", "money": [{"what": "sales", "before": "4.000.000", "now": "4.500.000"}],
    "counts": [{"what": "workers", "before": "1", "now": "2"}], "result": "Penjualan naik Rp500.000",
    "next": "Mencoba kemasan baru",
}


@pytest.fixture
def keripik(cast: Cast) -> Engagement:
    """Ratna mentors the business of a member, too."""
    return people.engagement(cast.keripik.party, cast.ratna, starts=date(2026, 8, 10))


def begin(cast: Cast, of: Engagement, kind: str, name: str = "") -> UUID:
    return services.begin_sheet(
        by=look(cast.ratna), id=uuid7(), engagement_id=of.pk, kind=kind, name=name, on=people.TODAY
    )


def text_of(answer: Any) -> str:
    assert answer["Content-Type"] == "application/pdf"
    return " ".join(part.extract_text() for part in PdfReader(BytesIO(answer.content)).pages)


def test_a_members_business_has_the_three_worksheets_and_the_growth_strategy(cast: Cast, keripik: Engagement) -> None:
    card = queries.sheet(look(cast.ratna), begin(cast, keripik, "member-analysis")).card
    offered = {one.kind.name for one in queries.kinds_for(card, people.TODAY)}
    assert {"member-analysis", "implementation-checklist", "monthly-progress", "growth-strategy"} <= offered


def test_monthly_progress_is_one_sheet_a_month(cast: Cast, keripik: Engagement) -> None:
    october = begin(cast, keripik, "monthly-progress", "2026-10")
    assert begin(cast, keripik, "monthly-progress", "2026-10") == october
    assert begin(cast, keripik, "monthly-progress") != october, "without a name it is about this month"
    lines = queries.sheets_of(look(cast.ratna), keripik.pk)
    assert [one.name for one in lines or ()] == ["Oktober 2026", "November 2026"]
    card = queries.sheet(look(cast.ratna), october).card
    (progress,) = (one for one in queries.kinds_for(card, people.TODAY) if one.kind.name == "monthly-progress")
    assert progress.months == (("2026-09", "September 2026"), ("2026-08", "Agustus 2026"))


@pytest.mark.parametrize("name", ["2026-12", "2026-07", "Oktober", "2026-13"])
def test_a_month_outside_the_mentoring_is_refused(cast: Cast, keripik: Engagement, name: str) -> None:
    with pytest.raises(Refused) as refused:
        begin(cast, keripik, "monthly-progress", name)
    assert refused.value.codes == ["DELIVERABLES_024"]
    assert not Sheet.objects.exists()


def test_monthly_progress_is_written_and_printed(
    cast: Cast, keripik: Engagement, sign_in: SignIn, now: datetime
) -> None:
    id = begin(cast, keripik, "monthly-progress", "2026-10")
    services.save_sheet(by=look(cast.ratna), sheet=id, typed=PROGRESS, seen=0, now=now)
    services.hand_in(by=look(cast.ratna), sheet=id, now=now)
    printed = text_of(sign_in(cast.yosef).get(reverse("sheet_pdf", args=[id])))
    assert all(word in printed for word in ("Oktober 2026", "Rp4.500.000", "Mencoba kemasan baru"))
    page = sign_in(cast.ratna).get(reverse("sheet", args=[id])).content.decode()
    assert "Penjualan" in page and "Oktober 2026" in page


def test_the_page_offers_the_months_that_are_open(cast: Cast, keripik: Engagement, sign_in: SignIn) -> None:
    page = sign_in(cast.ratna).get(reverse("sheets", args=[keripik.pk])).content.decode()
    assert '<option value="2026-11">November 2026</option>' in page
    assert reverse("sheet_blank_pdf", args=[keripik.pk, "monthly-progress"]) in page


@pytest.mark.parametrize("kind", ["member-analysis", "implementation-checklist", "monthly-progress", "growth-strategy"])
def test_a_blank_sheet_prints_with_the_name_and_without(
    cast: Cast, keripik: Engagement, sign_in: SignIn, kind: str
) -> None:
    client = sign_in(cast.ratna)
    named = text_of(client.get(reverse("sheet_blank_pdf", args=[keripik.pk, kind])))
    blank = text_of(client.get(reverse("blank_sheet_pdf", args=[kind])))
    assert "Keripik Mantap Jaya" in named and "Keripik Mantap Jaya" not in blank
    assert "Dampingan:" in blank and "DRAF" not in blank


def test_every_kind_prints_blank(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.ratna)
    page = client.get(reverse("blank_sheets"))
    assert page.status_code == 200
    for kind in ("bmc", "stakeholder-map", "product-catalogue", "cash-flow", "statutes"):
        assert reverse("blank_sheet_pdf", args=[kind]) in page.content.decode()
        assert client.get(reverse("blank_sheet_pdf", args=[kind])).content.startswith(b"%PDF")


def test_strangers_and_unknown_kinds_get_no_blank_sheet(cast: Cast, keripik: Engagement, sign_in: SignIn) -> None:
    address = reverse("sheet_blank_pdf", args=[keripik.pk, "bmc"])
    assert sign_in(cast.maria).get(address).status_code == 404
    assert sign_in(cast.agnes).get(address).status_code == 403
    assert sign_in(cast.ratna).get(reverse("blank_sheet_pdf", args=["tidak-ada"])).status_code == 404
    assert sign_in(cast.ratna).get(reverse("sheet_blank_pdf", args=[keripik.pk, "tidak-ada"])).status_code == 404
