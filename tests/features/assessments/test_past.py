"""Results over the years, official results of others as facts beside them, and what waits for whom (E16)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from sidamping.domain.problems import Refused
from sidamping.features.assessments import queries, services
from sidamping.features.assessments.models import OutsideResult
from sidamping.features.assessments.services import OutsideDraft
from sidamping.platform.attachments import store
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.features.assessments import rounds
from tests.features.assessments.test_evidence import PDF
from tests.people import Cast, look

NOW = rounds.NOW
Queries = Callable[[int], AbstractContextManager[Any]]


def refused(call: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.codes


def decided(cast: Cast, round_: UUID) -> None:
    services.decide(by=look(cast.yosef), assessment=round_, seen_ordinal=1, now=NOW, remark="Neraca saja")


def official(cast: Cast, **changes: Any) -> OutsideDraft:
    """A health certificate of the office of the province."""
    made = OutsideDraft(
        id=uuid7(), party_id=cast.merah_putih.pk, instrument="ksp-health", issuer="Dinas Koperasi NTT",
        number="518/12/2025", issued_on=date(2025, 6, 30), valid_until=date(2026, 6, 30), predicate="Cukup Sehat",
        total=Decimal("71.5"),
    )
    return replace(made, **changes)


def recorded(cast: Cast, draft: OutsideDraft, who: str = "agnes", file: tuple[str, bytes] | None = None) -> UUID:
    by = look(getattr(cast, who))
    return services.record_outside(by=by, draft=draft, file=file, on=people.TODAY)


def test_decided_rounds_stand_in_their_years_and_a_mentors_is_a_rehearsal(cast: Cast, at_most_queries: Queries) -> None:
    agnes, ratna, party = rounds.agnes(cast), look(cast.ratna), cast.merah_putih.pk
    for year, by in ((2025, agnes), (2024, ratna)):
        decided(cast, rounds.handed_in(by, party, as_of=date(year, 12, 31)))
    rounds.handed_in(agnes, party, as_of=date(2023, 12, 31))
    with at_most_queries(4):
        rows = queries.history_of_party(look(cast.yosef), party, "ksp-health")
    assert [(one.as_of.year, one.total, one.simulated) for one in rows] == [
        (2024, Decimal(3), True), (2025, Decimal(3), False),
    ]
    assert [one.as_of.year for one in queries.history_of_party(look(cast.ujang), party)] == [2024, 2025]
    assert [one.as_of.year for one in queries.history_of_party(ratna, party)] == [2024, 2025]
    assert queries.history_of_party(look(cast.maria), party) == ()
    latest = queries.latest_of_parties([party, cast.foreign_cooperative.pk])
    assert [(one.as_of.year, one.total) for one in latest[party]] == [(2025, Decimal(3))]
    assert list(latest) == [party]


def test_an_official_result_is_a_fact_with_its_paper(cast: Cast) -> None:
    draft = official(cast)
    first = recorded(cast, draft, file=("sertifikat.pdf", PDF))
    assert recorded(cast, draft, file=("sertifikat.pdf", PDF)) == first
    (line,) = queries.outside_of_party(look(cast.ratna), cast.merah_putih.pk)
    assert (line.issuer, line.predicate, line.total, line.by) == (
        "Dinas Koperasi NTT", "Cukup Sehat", Decimal("71.5"), "Agnes Bria",
    )
    file = queries.outside_file(look(cast.ujang), first)
    assert file is not None and (file.name, store.bytes_of(file)) == ("sertifikat.pdf", PDF)
    assert queries.outside_of_party(look(cast.maria), cast.merah_putih.pk) == ()
    assert queries.outside_file(look(cast.maria), first) is None
    assert queries.history_of_party(look(cast.yosef), cast.merah_putih.pk) == ()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE assessments_outsideresult SET predicate = 'Sehat'")


def test_strangers_and_administrators_record_nothing(cast: Cast) -> None:
    for who in ("maria", "anton"):
        assert refused(lambda who=who: recorded(cast, official(cast), who)) == ["ASSESSMENTS_001"]
    for who in ("ratna", "ujang", "yosef"):
        assert recorded(cast, official(cast, number=f"519/{who}"), who)


def test_every_fault_of_an_official_result_is_told_at_once(cast: Cast) -> None:
    wrong = official(
        cast, issuer=" ", predicate="x" * 81, instrument="dice", issued_on=date(2027, 1, 1),
        valid_until=date(2026, 1, 1),
    )
    assert refused(lambda: recorded(cast, wrong)) == [
        "GENERAL_001", "ASSESSMENTS_027", "GENERAL_002", "ASSESSMENTS_005", "ASSESSMENTS_025",
    ]
    assert refused(lambda: recorded(cast, official(cast, number=" ", total=Decimal(101)))) == [
        "GENERAL_001", "SCORING_007",
    ]
    assert refused(lambda: recorded(cast, official(cast), file=("x.pdf", b"MZ"))) == ["FILES_005"]
    assert not OutsideResult.objects.exists()


def test_a_wrong_fact_is_corrected_by_a_replacement_and_stays_readable(cast: Cast) -> None:
    first = recorded(cast, official(cast))
    assert refused(lambda: recorded(cast, official(cast))) == ["ASSESSMENTS_024"]
    assert refused(lambda: recorded(cast, official(cast, replaces_id=uuid7()))) == [
        "ASSESSMENTS_026", "ASSESSMENTS_024",
    ]
    second = recorded(cast, official(cast, predicate="Sehat", replaces_id=first))
    lines = queries.outside_of_party(look(cast.yosef), cast.merah_putih.pk)
    assert [(one.id, one.predicate) for one in lines] == [(second, "Sehat")]
    assert OutsideResult.objects.get(pk=first).predicate == "Cukup Sehat"


def test_what_waits_for_a_person_is_listed(cast: Cast) -> None:
    agnes, ujang, yosef = rounds.agnes(cast), look(cast.ujang), look(cast.yosef)
    handed = rounds.handed_in(agnes, cast.merah_putih.pk)
    services.invite(by=agnes, assessment=handed, part="self", user_id=cast.ujang.pk)
    for viewer in (ujang, yosef):
        assert [one.id for one in queries.waiting_for(viewer)] == [handed]
    assert queries.waiting_for(agnes) == queries.waiting_for(look(cast.maria)) == ()
    decided(cast, handed)
    assert queries.waiting_for(ujang) == queries.waiting_for(yosef) == ()
