"""Indicators fixed at the start (A11): fixed once, measured later, compared in the monitoring report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from sidamping.domain.papers import monitoring
from sidamping.domain.papers.facts import EvaluationFact, IndicatorFact, Records, Subject
from sidamping.domain.papers.layout import Span
from sidamping.domain.problems import Refused
from sidamping.features.papers import queries, services
from sidamping.features.papers.models import Indicator, Measurement
from sidamping.features.papers.queries.indicators import indicator_facts
from sidamping.features.papers.services import IndicatorDraft, MeasurementDraft
from sidamping.platform.access.models import User
from tests import people
from tests.features.oversight.monitored import named
from tests.people import Cast, look

SignIn = Callable[[User], Client]
SALES = IndicatorDraft(named("sales"), "Penjualan", "bungkus sebulan", Decimal(560), "560")
DAYS = IndicatorDraft(named("days"), "Hari tercatat", "hari sebulan", Decimal(0), "0")
TODAY = people.TODAY


def fix(cast: Cast, *drafts: IndicatorDraft, on: date = date(2026, 10, 1)) -> None:
    services.fix_indicators(by=look(cast.ratna, on), engagement=cast.engagement.pk, drafts=drafts, on=on)


def test_indicators_are_fixed_once_with_the_values_of_that_day(cast: Cast) -> None:
    fix(cast, SALES, DAYS)
    fix(cast, SALES, DAYS)
    assert [(one.name, one.start, one.now) for one in queries.indicators_of(look(cast.yosef), cast.engagement.pk)] == [
        ("Penjualan", Decimal(560), None), ("Hari tercatat", Decimal(0), None),
    ]
    with pytest.raises(Refused) as refused:
        fix(cast, DAYS)
    assert refused.value.codes == ["PAPERS_037"]


def test_a_later_value_stands_beside_the_start(cast: Cast) -> None:
    """560 became 810: 250 more. A paper of October does not know of November."""
    fix(cast, SALES)
    draft = MeasurementDraft(named("now"), SALES.id, Decimal(810), "810")
    for _turn in range(2):
        services.measure(
            by=look(cast.ratna), engagement=cast.engagement.pk, drafts=[draft], measured_on=date(2026, 11, 4), on=TODAY
        )
    (line,) = queries.indicators_of(look(cast.ratna), cast.engagement.pk)
    assert line.change == Decimal(250) and Measurement.objects.count() == 1
    (before,) = indicator_facts(cast.engagement.pk, date(2026, 10, 31))
    (after,) = indicator_facts(cast.engagement.pk, date(2026, 11, 30))
    assert (before.now, after.now) == (None, Decimal(810))


def test_everything_wrong_with_indicators_is_told_at_once(cast: Cast) -> None:
    nothing = IndicatorDraft(named("a"), "", "", None, "banyak")
    with pytest.raises(Refused) as refused:
        fix(cast, nothing)
    assert refused.value.codes == ["GENERAL_001", "GENERAL_001", "PAPERS_039"]
    for drafts in ((), (SALES, IndicatorDraft(named("b"), "penjualan", "x", Decimal(1), "1"))):
        with pytest.raises(Refused) as refused:
            fix(cast, *drafts)
        assert refused.value.codes == ["PAPERS_040"]


def test_only_the_mentor_in_charge_fixes_and_measures(cast: Cast) -> None:
    for who in (cast.maria, cast.yosef, cast.ujang):
        with pytest.raises(Refused) as refused:
            services.fix_indicators(by=look(who), engagement=cast.engagement.pk, drafts=[SALES], on=TODAY)
        assert refused.value.codes == ["PAPERS_038"]
    fix(cast, SALES)
    draft = MeasurementDraft(named("now"), SALES.id, Decimal(-1), "-1")
    with pytest.raises(Refused) as refused:
        services.measure(
            by=look(cast.ratna), engagement=cast.engagement.pk, drafts=[draft], measured_on=date(2026, 9, 1), on=TODAY
        )
    assert refused.value.codes == ["PAPERS_039", "PAPERS_041"]


def test_the_database_keeps_the_start_value(cast: Cast) -> None:
    fix(cast, SALES)
    with pytest.raises(DatabaseError), transaction.atomic():
        Indicator.objects.update(start_value=1)


def test_the_report_proposes_before_and_after_in_words() -> None:
    records = Records(
        indicators=(
            IndicatorFact(SALES.id, "Penjualan", "bungkus", Decimal(560), date(2026, 8, 3), Decimal("1810.5"),
                          date(2026, 10, 30)),
        ),
        evaluations=(EvaluationFact(named("e"), date(2026, 10, 30), "Catatan rutin", "PIRT", "Urus PIRT"),),
    )
    said = monitoring.proposals(
        Span(date(2026, 10, 1), date(2026, 10, 31), "Oktober 2026"), Subject("Ratna", "Kupang", "UA"), records
    )
    assert said["3.1"] == "Penjualan: dari 560 menjadi 1.810,5 bungkus"
    table = monitoring._indicators(records)
    assert table["rows"][0]["cells"]["change"] == "+1.250,5"


def test_the_page_fixes_then_measures(cast: Cast, sign_in: SignIn) -> None:
    client, url = sign_in(cast.ratna), reverse("indicators", args=[cast.engagement.pk])
    sent = {"token": str(named("token")), "name-1": "Penjualan", "unit-1": "bungkus", "value-1": "560"}
    assert client.post(url, {**sent, "value-1": "banyak"}).status_code == 422
    assert [client.post(url, sent).status_code for _turn in range(2)] == [303, 303]
    row = Indicator.objects.get()
    later = {"token": str(named("later")), "measured_on": "2026-11-05", f"value-{row.pk}": "1.810,5"}
    assert client.post(url, {**later, "measured_on": "kapan"}).status_code == 422
    assert [client.post(url, later).status_code for _turn in range(2)] == [303, 303]
    assert Measurement.objects.get().value == Decimal("1810.5")
    assert "1.810,5" in client.get(url).content.decode()
    assert sign_in(cast.maria).get(url).status_code == 404
    assert sign_in(cast.yosef).post(url, later).status_code == 422
