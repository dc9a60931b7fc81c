"""C4, C5, C6: success is computed from raw months, with denominators; what is not told is not counted as failed."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from sidamping.features.progress import queries, services
from sidamping.features.progress.queries import ParticipantFilter
from sidamping.features.progress.services import ProfileDraft
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.features.progress import cases
from tests.people import Cast


@pytest.fixture
def host(cast: Cast) -> Any:
    cases.appoint_all(cast)
    return cases.participant(cast)


def standing(cast: Cast, host: Any) -> queries.Standing:
    page = queries.participant_page(people.look(cast.ratna), ParticipantFilter(programme=cases.TKM))
    found: queries.Standing = next(one for one in page.rows if one.card.id == host.pk)
    return found


def test_C4_turnover_is_compared_with_the_mean_of_the_three_months_before(cast: Cast, host: Any) -> None:
    # 1.200.000 + 1.500.000 + 1.500.000 = 4.200.000; a third is 1.400.000. October: 1.450.000
    for month, amount in (("2026-05", 1_200_000), ("2026-06", 1_500_000), ("2026-07", 1_500_000),
                          ("2026-08", 1_000_000), ("2026-10", 1_450_000)):  # fmt: skip
        cases.told(cast, host, month, amount)
    found = standing(cast, host).success
    assert found is not None
    assert (found.turnover.before, found.turnover.after) == (Fraction(1_400_000), Fraction(1_450_000))
    assert found.turnover.reached is True


def test_C4_a_month_not_told_is_no_month_of_zero(cast: Cast, host: Any) -> None:
    cases.told(cast, host, "2026-07", 900_000)
    cases.told(cast, host, "2026-09", None, workers_full=1)
    found = standing(cast, host).success
    assert found is not None and found.turnover.reached is None
    assert found.turnover.why == "no_end"
    cases.told(cast, host, "2026-10", 0)
    again = standing(cast, host).success
    assert again is not None and again.turnover.reached is False and again.turnover.after == 0


def test_C4_records_count_only_with_proof_and_in_two_of_three_months(cast: Cast, host: Any) -> None:
    cases.told(cast, host, "2026-08", daily_kept=True, proof="book")
    cases.told(cast, host, "2026-09", daily_kept=True, proof="none")
    assert (found := standing(cast, host).success) is not None and found.records.reached is None
    cases.told(cast, host, "2026-10", monthly_kept=True, proof="photo")
    assert (found := standing(cast, host).success) is not None and found.records.reached is True


def test_C4_workers_added_leaves_unpaid_family_out(cast: Cast, host: Any) -> None:
    cases.told(cast, host, "2026-07", workers_full=1, workers_part=0, workers_family=1)
    cases.told(cast, host, "2026-10", workers_full=1, workers_part=0, workers_family=3)
    assert (found := standing(cast, host).success) is not None
    assert (found.workers.before, found.workers.after, found.workers.reached) == (1, 1, False)


def test_C4_a_cohort_shows_part_whole_and_unknown_and_opens_to_the_participants(cast: Cast, host: Any) -> None:
    other = cases.participant(cast, "Kue Lontar")
    cases.participant(cast, "Tenun Ikat")
    for one, last in ((host, 2_000_000), (other, 500_000)):
        cases.told(cast, one, "2026-07", 1_000_000)
        cases.told(cast, one, "2026-10", last)
    sheet = queries.cohort_sheet(people.look(cast.yosef), ParticipantFilter(programme=cases.TKM))
    assert sheet is not None
    share = sheet.success.reached["turnover"]
    assert (sheet.success.participants, share.part, share.whole, sheet.success.unknown["turnover"]) == (3, 1, 2, 1)
    assert [row.standing.card.mentee_name for row in sheet.of("turnover", "yes")] == ["Keripik Mantap Jaya"]
    assert [row.standing.card.mentee_name for row in sheet.of("turnover", "unknown")] == ["Tenun Ikat"]
    assert len(sheet.of("turnover", "known")) == share.whole
    assert sheet.success.target_percent == 34 and sheet.success.on_target is False


def test_C5_contacts_fall_into_bands_and_stand_against_the_outcome(cast: Cast, host: Any) -> None:
    busy = cases.participant(cast, "Kue Lontar")
    cases.met(cast, host, "2026-08-12", "2026-08-26")
    cases.met(cast, busy, "2026-08-13", "2026-08-27", "2026-09-10", "2026-09-24", "2026-10-08")
    cases.told(cast, busy, "2026-07", 1_000_000)
    cases.told(cast, busy, "2026-10", 1_100_000)
    sheet = queries.cohort_sheet(people.look(cast.yosef), ParticipantFilter(programme=cases.TKM))
    assert sheet is not None
    rows = {row.key: (row.whole, row.reached["turnover"].part, row.reached["turnover"].whole) for row in sheet.cross}
    assert rows == {"low": (1, 0, 0), "middle": (0, 0, 0), "high": (1, 1, 1)}


def test_C6_farming_lasts_longer_and_is_compared_with_the_same_month_last_year(cast: Cast, host: Any) -> None:
    assert standing(cast, host).last.isoformat() == "2026-11-09"  # type: ignore[union-attr]  # three months
    draft = ProfileDraft(uuid7(), people.TODAY, sector="farming", technology="weak")
    services.record_profile(by=people.look(cast.ratna), engagement=host.pk, draft=draft, on=people.TODAY)
    cases.told(cast, host, "2026-07", 900_000)
    cases.told(cast, host, "2026-10", 700_000)
    found = standing(cast, host)
    assert found.last.isoformat() == "2027-02-09" and found.seasonal  # type: ignore[union-attr]  # six months
    assert found.success is not None and found.success.turnover.why == "no_baseline"
    cases.told(cast, host, "2025-10", 650_000)
    again = standing(cast, host).success
    assert again is not None and (again.turnover.before, again.turnover.reached) == (650_000, True)


def test_series_and_facts_are_there_for_the_rooms_above(cast: Cast, host: Any) -> None:
    draft = ProfileDraft(uuid7(), people.TODAY, sector="food", technology="weak", income="primary")
    services.record_profile(by=people.look(cast.ratna), engagement=host.pk, draft=draft, on=people.TODAY)
    cases.told(cast, host, "2026-10", 700_000)
    facts = {"sector": "food", "technology": "weak", "income": "primary"}
    assert queries.facts_of([host.pk]) == {host.pk: facts}
    assert queries.facts_of_paths([host.path_id]) == {host.path_id: facts}
    assert [str(one.month) for one in queries.series_of([host.pk])[host.pk]] == ["2026-10"]
