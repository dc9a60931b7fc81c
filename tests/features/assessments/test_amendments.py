"""An amendment is a new file: decided results stay, a final keeps its ruler, impact tells what would differ."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from django.test import Client

from sidamping.domain.problems import Refused
from sidamping.features.assessments import queries, services
from sidamping.features.assessments.models import Assessment, Result
from sidamping.rules import in_force, instruments
from sidamping.rules.loader import read_book
from tests.features.assessments import rounds
from tests.people import Cast, look
from tests.rules.books_of import copied

NOW = rounds.NOW
OLD, NEW = "ksp-health/2016-04-01", "ksp-health/2025-06-01"
BEFORE, AFTER = date(2025, 5, 31), date(2025, 12, 31)
Amend = Callable[[], None]


def refused(call: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.codes


@pytest.fixture
def amend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Amend:
    """From June 2025 on, own capital of 20 to 40 percent of the assets is worth 60 of 100: 3,6 points instead of 3."""
    root = copied(tmp_path)
    text = (root / "instruments" / f"{OLD}.yaml").read_text("utf-8")
    changed = text.replace('x: "(20, 40]", value: 50', 'x: "(20, 40]", value: 60')
    assert changed != text
    (root / "instruments" / f"{NEW}.yaml").write_text(changed, "utf-8")
    book = read_book(root)

    def published() -> None:
        for module in (in_force, instruments):
            monkeypatch.setattr(module, "book", lambda: book)

    return published


def decided(cast: Cast, round_: UUID) -> UUID:
    return services.decide(by=look(cast.yosef), assessment=round_, seen_ordinal=1, now=NOW, remark="Neraca saja")


def through(cast: Cast, values: dict[str, str] = rounds.AMOUNTS, **changes: object) -> UUID:
    """A round of Merah Putih from opening to decision."""
    round_ = rounds.handed_in(rounds.agnes(cast), cast.merah_putih.pk, values, **changes)
    decided(cast, round_)
    return round_


def test_a_later_file_never_changes_a_decided_result(cast: Cast, amend: Amend) -> None:
    round_ = through(cast)
    sealed = Result.objects.get()
    amend()
    card = queries.assessment_card(look(cast.yosef), round_)
    assert card is not None and card.decided is not None
    assert (card.decided.version, card.decided.sha256, card.head.total) == (OLD, sealed.sha256, Decimal(3))
    assert queries.instrument_for(OLD, "ksp-health").sha256 == sealed.sha256
    opened = rounds.opened(rounds.agnes(cast), cast.merah_putih.pk)
    assert Assessment.objects.get(pk=opened).version == NEW


def test_nothing_is_decided_on_a_file_that_was_changed_in_place(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_ = rounds.handed_in(rounds.agnes(cast), cast.merah_putih.pk)
    root = copied(tmp_path)
    path = root / "instruments" / f"{OLD}.yaml"
    path.write_text(path.read_text("utf-8") + "# lain\n", "utf-8")
    changed = read_book(root)
    for module in (in_force, instruments):
        monkeypatch.setattr(module, "book", lambda: changed)
    assert refused(lambda: decided(cast, round_)) == ["ASSESSMENTS_031"]


def test_impact_lists_what_would_differ_and_changes_nothing(cast: Cast, amend: Amend) -> None:
    later, untouched = through(cast), through(cast, {"answers.mu.1": "ya"})
    through(cast, as_of=BEFORE)
    draft = rounds.opened(rounds.agnes(cast), cast.merah_putih.pk)
    rounds.saved(rounds.agnes(cast), draft)
    assert queries.impact("ksp-health") == ()
    amend()
    lines = queries.impact("ksp-health")
    assert [(one.assessment_id, one.state, one.old_total, one.new_total) for one in lines] == [
        (later, "decided", Decimal(3), Decimal("3.6")), (draft, "draft", Decimal(3), Decimal("3.6")),
    ]
    assert {(one.old_version, one.new_version, one.subject, one.why_not) for one in lines} == {
        (OLD, NEW, "Merah Putih", "")
    }
    assert untouched not in {one.assessment_id for one in lines}
    assert {one.outcome["total"] for one in Result.objects.all()} == {3, 0.25}


def test_a_final_stands_on_the_version_of_its_baseline(cast: Cast, amend: Amend) -> None:
    baseline = through(cast, as_of=BEFORE, purpose="baseline")
    amend()
    pair = {"as_of": AFTER, "purpose": "final", "pair_id": baseline}
    agnes = rounds.agnes(cast)
    assert refused(lambda: rounds.opened(agnes, cast.merah_putih.pk, version=NEW, **pair)) == ["SCORING_019"]
    assert refused(lambda: rounds.opened(agnes, cast.foreign_cooperative.pk, **pair)) == ["ASSESSMENTS_006"]
    final = rounds.opened(agnes, cast.merah_putih.pk, **pair)
    assert Assessment.objects.get(pk=final).version == OLD
    assert refused(lambda: rounds.opened(agnes, cast.merah_putih.pk, **pair)) == ["ASSESSMENTS_007"]
    services.withdraw(by=agnes, assessment=final, now=NOW, remark="Salah hari")
    assert rounds.opened(agnes, cast.merah_putih.pk, **pair)


def test_the_changed_score_stands_apart_from_the_changed_ruler(cast: Cast, amend: Amend) -> None:
    """Own capital grows from 40 to 50 percent: 3 → 6 points by the pinned file. The newer one alone adds 0,6."""
    baseline = through(cast, as_of=BEFORE, purpose="baseline")
    amend()
    grown = {**rounds.AMOUNTS, "inputs.modal_sendiri": "500.000.000"}
    pair = {"as_of": AFTER, "purpose": "final", "pair_id": baseline}
    final = rounds.handed_in(rounds.agnes(cast), cast.merah_putih.pk, grown, **pair)
    yosef = look(cast.yosef)
    assert refused(lambda: queries.pair_delta(yosef, final)) == ["ASSESSMENTS_023"]
    decided(cast, final)
    told = queries.pair_delta(yosef, final)
    assert told is not None and told == queries.pair_delta(yosef, baseline)
    assert (told.before_total, told.after_total, told.change) == (Decimal(3), Decimal(6), Decimal(3))
    line = next(one for one in told.lines if one.key == "ms_ta")
    assert (line.before, line.after, line.change, line.most) == (Decimal(3), Decimal(6), Decimal(3), Decimal(6))
    newer = told.newer
    assert newer is not None and newer.version == NEW
    ruled = next(one for one in newer.lines if one.key == "ms_ta")
    assert (ruled.ruler, ruled.change) == (Decimal("0.6"), Decimal("2.4"))
    assert queries.pair_delta(look(cast.maria), final) is None
    client = Client()
    client.force_login(cast.yosef)
    sent = client.get(f"/api/v1/assessments/{final}/delta").json()
    assert (sent["change"], sent["newer"]["version"]) == (3, NEW)
    client.force_login(cast.maria)
    assert client.get(f"/api/v1/assessments/{final}/delta").status_code == 404


def test_rounds_on_two_versions_are_not_compared_and_both_are_named(cast: Cast, amend: Amend) -> None:
    first = through(cast, as_of=BEFORE)
    amend()
    second = through(cast)
    with pytest.raises(Refused) as caught:
        queries.compare(look(cast.yosef), first, second)
    (told,) = caught.value.problems
    assert told.code == "SCORING_019"
    assert told.values == {"first": f"{OLD} (table)", "second": f"{NEW} (table)"}
    client = Client()
    client.force_login(cast.yosef)
    answer = client.get(f"/api/v1/assessments/{first}/delta?other={second}")
    assert answer.status_code == 422
    (problem,) = answer.json()["problems"]
    assert problem["code"] == "SCORING_019" and OLD in problem["message"] and NEW in problem["message"]


def test_a_pair_tells_the_sealed_scores_whatever_becomes_of_the_file(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    baseline = through(cast, as_of=BEFORE, purpose="baseline")
    final = through(cast, as_of=AFTER, purpose="final", pair_id=baseline)
    root = copied(tmp_path)
    path = root / "instruments" / f"{OLD}.yaml"
    path.write_text(path.read_text("utf-8").replace('x: "(20, 40]", value: 50', 'x: "(20, 40]", value: 60'), "utf-8")
    changed = read_book(root)
    for module in (in_force, instruments):
        monkeypatch.setattr(module, "book", lambda: changed)
    told = queries.pair_delta(look(cast.yosef), final)
    assert told is not None
    assert (told.before_total, told.after_total, told.change) == (Decimal(3), Decimal(3), Decimal(0))
