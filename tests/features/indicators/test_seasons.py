"""Turnover beside the same month a year before, and beginning and end by the programme's rule (C4, C6)."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from django.urls import reverse

from sidamping.domain.indicators.seasons import same_season
from sidamping.domain.periods import Month
from sidamping.features.indicators.models import Summary
from sidamping.features.indicators.queries.seasons import season_pairs, seasons
from sidamping.features.indicators.queries.wanted import Wanted
from sidamping.features.indicators.services import judge_stale
from sidamping.features.programmes.models import Engagement
from tests import people
from tests.features.progress import cases
from tests.people import Cast

WANTED = Wanted(Month(2026, 10), cases.TKM)


@pytest.fixture
def hosts(cast: Cast) -> list[Engagement]:
    """A maize farmer who told both Octobers, a baker who came in between, and one who is silent."""
    cases.appoint_all(cast)
    made = [cases.participant(cast, name) for name in ("Jagung", "Roti", "Tenun")]
    for month, sales in (("2025-10", 4_000_000), ("2026-07", 1_000_000), ("2026-09", 800_000), ("2026-10", 5_000_000)):
        cases.told(cast, made[0], month, sales, workers_full=1 if month < "2026-08" else 3)
    cases.told(cast, made[1], "2026-10", 9_000_000)
    judge_stale()
    return made


def text(client: Any, name: str) -> str:
    answer = client.get(reverse(name), {"bulan": "2026-10", "program": cases.TKM})
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_C6_only_who_told_both_months_is_compared(cast: Cast, hosts: list[Engagement]) -> None:
    found = {one.month: one for one in seasons(people.look(cast.yosef), WANTED)}
    october = found[Month(2026, 10)]
    assert (october.pairs, october.before, october.after, october.change) == (1, 4_000_000, 5_000_000, 25)
    assert found[Month(2026, 9)].pairs == 0 and found[Month(2026, 9)].change is None


@pytest.mark.parametrize("seed", range(2))
def test_the_statement_says_what_the_plain_definition_says(cast: Cast, hosts: list[Engagement], seed: int) -> None:
    chance = Random(seed)
    told: dict[str, dict[Month, int]] = {}
    Summary.objects.filter(measure="turnover").delete()
    for host in hosts:
        for month in [Month(year, at) for year in (2025, 2026) for at in range(8, 11)]:
            value = chance.choice([None, None, 0, 5, 9])
            Summary.objects.create(
                engagement_id=host.pk, month=month.start, measure="turnover", value=value, mentee_id=host.mentee_id,
                programme=host.programme, province="53", regency=host.regency,
            )
            told.setdefault(str(host.pk), {}).update({} if value is None else {month: value})
    for one in seasons(people.look(cast.yosef), WANTED):
        assert one == same_season(told, one.month)


def test_the_pages_tell_the_change_and_open_who_told_it(
    cast: Cast, sign_in: Any, at_most_queries: Any, hosts: list[Engagement]
) -> None:
    client = sign_in(cast.yosef)
    text(client, "figures_seasons")
    with at_most_queries(10):
        page = text(client, "figures_seasons")
    assert "Rp4.000.000" in page and "Rp5.000.000" in page and "+25,0 %" in page
    with at_most_queries(10):
        behind = text(client, "figures_season_list")
    assert "Jagung" in behind and "Roti" not in behind
    assert len(season_pairs(people.look(cast.yosef), WANTED).page.rows) == 1


def test_C4_beginning_and_end_stand_under_the_rule_that_tells_them(
    cast: Cast, sign_in: Any, at_most_queries: Any, hosts: list[Engagement]
) -> None:
    for month, sales in (("2026-05", 1_000_000), ("2026-06", 1_000_001)):
        cases.told(cast, hosts[0], month, sales)
    client = sign_in(cast.yosef)
    text(client, "figures_baseline")
    with at_most_queries(10):
        page = text(client, "figures_baseline")
    assert "· contoh · R-INDIKATOR-TKM/2024-01-01" in page
    assert "Rata-rata 3 bulan sebelum mulai" in page
    assert "Rp1.000.000" in page and "Rp5.000.000" in page, "May to July have no whole mean"
    silent = page.split(">Tenun<")[1].partition("</tr>")[0].split('data-label="Omzet akhir"')
    assert "belum ada bulan yang dilaporkan" in silent[1] and "belum ada bulan" not in silent[0]


def test_a_stranger_sees_nobody_of_another_area(cast: Cast, sign_in: Any, hosts: list[Engagement]) -> None:
    for name in ("figures_seasons", "figures_season_list", "figures_baseline"):
        assert "Rp5.000.000" not in text(sign_in(cast.maria), name)
        assert sign_in(cast.ujang).get(reverse(name)).status_code == 403
