"""Deciding, returning, withdrawing, scoring again: four eyes, reasons, and results that stay as they are."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from sidamping.domain.problems import Refused
from sidamping.features.assessments import queries, services
from sidamping.features.assessments.models import Filling, Result, Step
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity.models import Activity
from tests import places
from tests.features.assessments import rounds
from tests.people import Cast, look

NOW = rounds.NOW


def refused(call: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.codes


def decided(by: Viewer, round_: UUID, seen: int = 1, remark: str = "Neraca saja yang ada") -> UUID:
    return services.decide(by=by, assessment=round_, seen_ordinal=seen, now=NOW, remark=remark)


@pytest.fixture
def handed(cast: Cast) -> UUID:
    """Own capital 40 percent of assets and twelve questions answered yes: 3 + 3 points on 9 percent of the weight."""
    return rounds.handed_in(rounds.agnes(cast), cast.merah_putih.pk, {**rounds.AMOUNTS, **rounds.PLAN})


def test_a_decided_result_keeps_inputs_day_file_hash_and_trace(cast: Cast, handed: UUID) -> None:
    decided(look(cast.yosef), handed)
    card = queries.assessment_card(look(cast.yosef), handed)
    assert card is not None and card.decided is not None
    result = card.decided
    assert (result.version, len(result.sha256), result.method) == ("ksp-health/2016-04-01", 64, "table")
    assert (result.as_of, result.given["inputs"]["total_aset"]) == (rounds.AS_OF, 1_000_000_000)
    line = next(one for one in result.outcome["components"] if one["key"] == "ms_ta")
    assert (line["ratio"], line["score"], line["inputs"]) == (
        40, 3, {"modal_sendiri": 400_000_000, "total_aset": 1_000_000_000},
    )
    assert line["cite"].startswith("perdep-06-2016#")
    assert (card.head.total, card.head.coverage, card.head.state) == (Decimal(6), Decimal("0.09"), "decided")
    assert card.steps[-1].remark == "Neraca saja yang ada"


def test_what_is_not_complete_is_decided_only_with_a_reason(cast: Cast, handed: UUID) -> None:
    yosef = look(cast.yosef)
    assert refused(lambda: decided(yosef, handed, remark="  ")) == ["ASSESSMENTS_015"]
    services.invite(by=rounds.agnes(cast), assessment=handed, part="self", user_id=cast.ujang.pk)
    assert refused(lambda: decided(yosef, handed, remark="")) == ["ASSESSMENTS_015", "ASSESSMENTS_016"]
    assert not Result.objects.exists()


def test_nobody_decides_upon_the_own_filling_nor_outside_the_own_area(cast: Cast, handed: UUID) -> None:
    assert refused(lambda: decided(rounds.agnes(cast), handed)) == ["ASSESSMENTS_013"]
    for who in ("ratna", "ujang", "maria", "anton"):
        assert refused(lambda who=who: decided(look(getattr(cast, who)), handed)) == ["ASSESSMENTS_001"]
    elsewhere = look(rounds.assessor("tonce", places.TTS))
    assert refused(lambda: decided(elsewhere, handed)) == ["ASSESSMENTS_001"]


def test_decided_twice_by_one_person_is_one_result_and_another_is_told(cast: Cast, handed: UUID) -> None:
    first = decided(look(cast.yosef), handed)
    assert decided(look(cast.yosef), handed) == first
    assert (Result.objects.count(), Step.objects.count()) == (1, 2)
    assert Activity.objects.filter(action="assessments.decided").count() == 1
    assert refused(lambda: decided(look(cast.dominggus), handed)) == ["ASSESSMENTS_014"]
    assert refused(lambda: decided(look(cast.dominggus), handed, seen=2)) == ["ASSESSMENTS_011"]


def test_a_returned_round_gives_its_author_a_new_filling_with_everything_copied(cast: Cast, handed: UUID) -> None:
    agnes, yosef, old = rounds.agnes(cast), look(cast.yosef), Filling.objects.get()
    assert refused(lambda: services.send_back(by=yosef, assessment=handed, remark="", seen_ordinal=1, now=NOW)) == [
        "ASSESSMENTS_017"
    ]
    anew = services.send_back(by=yosef, assessment=handed, remark="Lampirkan neraca", seen_ordinal=1, now=NOW)
    assert anew == services.send_back(by=yosef, assessment=handed, remark="Lampirkan neraca", seen_ordinal=1, now=NOW)
    copy = Filling.objects.get(pk=anew)
    assert (copy.replaces_id, copy.data, copy.submitted_at) == (old.pk, old.data, None)
    card = queries.assessment_card(agnes, handed)
    assert card is not None and card.head.state == "returned" and "fill" in card.may
    seen = queries.assessment_card(yosef, handed)
    assert seen is not None and [one.id for one in seen.fillings] == [old.pk]
    rounds.saved(agnes, handed, {"inputs.total_aset": "500.000.000"}, seen=copy.revised)
    services.submit_filling(by=agnes, assessment=handed, now=NOW)
    assert [one.act for one in Step.objects.order_by("ordinal")] == ["submitted", "returned", "submitted"]
    decided(yosef, handed, seen=3)
    assert Result.objects.get().given["inputs"]["total_aset"] == 500_000_000
    assert Filling.objects.get(pk=old.pk).data["inputs"]["total_aset"] == 1_000_000_000


def test_the_database_refuses_to_change_what_was_decided_or_handed_in(cast: Cast, handed: UUID) -> None:
    decided(look(cast.yosef), handed)
    tables = ("assessments_result", "assessments_filling", "assessments_step", "assessments_assessment")
    statements = [f"UPDATE {name} SET id = id" for name in tables]
    statements += [f"DELETE FROM {name}" for name in tables] + [f"TRUNCATE {name} CASCADE" for name in tables]
    for statement in statements:
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_scored_again_under_another_version_is_a_second_result(cast: Cast, handed: UUID) -> None:
    """The 2009 rule counts own capital of 40 percent in its band 40-60: value 100, six points instead of three."""
    yosef, older = look(cast.yosef), "ksp-health/2009-12-01"
    first = decided(yosef, handed)

    def again(by: Viewer = yosef, version: str = older, method: str = "table", reason: str = "Pembanding") -> UUID:
        return services.recompute(
            by=by, assessment=handed, version=version, method=method, reason=reason, now=NOW
        )

    assert refused(lambda: again(reason=" ")) == ["ASSESSMENTS_017"]
    assert refused(lambda: again(version="ksp-health/2016-04-01")) == ["ASSESSMENTS_020"]
    assert refused(lambda: again(version="1950-01-01")) == ["SCORING_013"]
    assert refused(lambda: again(by=look(cast.maria))) == ["ASSESSMENTS_001"]
    second = again()
    assert again() == second != first
    totals = {one.pk: one.outcome["total"] for one in Result.objects.all()}
    assert totals == {first: 6, second: 9}
    assert [one.decided for one in queries.assessment_card(yosef, handed).results] == [True, False]  # type: ignore[union-attr]


def test_a_round_opened_by_mistake_is_withdrawn_by_whoever_opened_it(cast: Cast, handed: UUID) -> None:
    agnes = rounds.agnes(cast)
    assert refused(lambda: services.withdraw(by=look(cast.yosef), assessment=handed, now=NOW, remark="x")) == [
        "ASSESSMENTS_001"
    ]
    assert refused(lambda: services.withdraw(by=agnes, assessment=handed, now=NOW)) == ["ASSESSMENTS_017"]
    for _ in range(2):
        services.withdraw(by=agnes, assessment=handed, now=NOW, remark="Salah koperasi")
    card = queries.assessment_card(agnes, handed)
    assert card is not None and (card.head.state, card.may) == ("withdrawn", frozenset())
    assert refused(lambda: decided(look(cast.yosef), handed, seen=2)) == ["ASSESSMENTS_011"]


def test_the_chair_reads_what_was_decided_about_the_own_cooperative_and_only_then(cast: Cast, handed: UUID) -> None:
    ujang = look(cast.ujang)
    assert queries.assessment_card(ujang, handed) is None
    decided(look(cast.yosef), handed)
    card = queries.assessment_card(ujang, handed)
    assert card is not None and card.decided is not None and card.may == frozenset()
    assert queries.assessment_card(look(cast.maria), handed) is None


def test_an_unknown_round_is_nobodys(cast: Cast) -> None:
    yosef = look(cast.yosef)
    assert queries.assessment_card(yosef, uuid4()) is None
    assert refused(lambda: decided(yosef, uuid4())) == ["ASSESSMENTS_001"]


def test_the_trail_leaves_out_a_figure_that_there_is_none_of(cast: Cast) -> None:
    """Assets alone score no component: no total, no category, and no word 'None' where nobody can correct it."""
    round_ = rounds.handed_in(rounds.agnes(cast), cast.merah_putih.pk, {"inputs.total_aset": "5"})
    decided(look(cast.yosef), round_)
    services.recompute(
        by=look(cast.yosef), assessment=round_, version="ksp-health/2009-12-01", method="table", reason="Pembanding",
        now=NOW,
    )
    told = [Activity.objects.get(action=f"assessments.{verb}").data for verb in ("decided", "recomputed")]
    assert [{"total", "category"} & one.keys() for one in told] == [set(), set()]
    assert [one.get("coverage") for one in told] == ["0", None]


def test_a_baseline_is_withdrawn_only_after_its_final(cast: Cast) -> None:
    agnes = rounds.agnes(cast)
    baseline = rounds.opened(agnes, cast.merah_putih.pk, purpose="baseline")
    final = rounds.opened(agnes, cast.merah_putih.pk, purpose="final", pair_id=baseline)
    for round_, codes in ((baseline, ["ASSESSMENTS_032"]), (final, []), (baseline, [])):
        def withdraw(round_: UUID = round_) -> None:
            services.withdraw(by=agnes, assessment=round_, now=NOW, remark="Salah koperasi")

        assert not codes or refused(withdraw) == codes
        if not codes:
            withdraw()
    assert {one.assessment_id for one in Step.objects.filter(act="withdrawn")} == {baseline, final}
