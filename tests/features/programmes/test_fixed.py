"""What a path, a mentoring and a cohort run on is sealed in the database; proofs of a guest are kept (E20)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from sidamping.domain.problems import Refused
from sidamping.features.programmes import services
from sidamping.features.programmes.models import Cohort, Engagement, Path, StepEvidence
from sidamping.features.programmes.services import EvidenceDraft
from tests import people
from tests.features.outcomes.stage import STARTS, Stage, modern
from tests.people import Cast


def changed(table: str, column: str, value: object, id: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {column} = %s WHERE id = %s", [value, id])


@pytest.fixture
def stage(cast: Cast) -> Stage:
    return modern(cast)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("programmes_path", "pinned", "koperasi-modern-2023/2023-01-01"),
        ("programmes_path", "programme", "koperasi-modern-2023"),
        ("programmes_path", "subject", "mentor"),
        ("programmes_path", "starts", date(2020, 1, 1)),
        ("programmes_path", "cohort_id", None),
        ("programmes_engagement", "pinned", "koperasi-modern-2023/2023-01-01"),
        ("programmes_engagement", "programme", "koperasi-modern-2023"),
        ("programmes_cohort", "programme", "koperasi-modern-2023"),
    ],
)
def test_the_version_a_path_runs_on_never_changes(stage: Stage, table: str, column: str, value: object) -> None:
    host = stage.engagement
    id = {"programmes_path": host.path_id, "programmes_engagement": host.pk}.get(table) or host.path.cohort_id
    with pytest.raises(DatabaseError), transaction.atomic():
        changed(table, column, value, id)


def test_what_may_change_still_does_and_the_person_of_a_path_is_named_once(stage: Stage) -> None:
    changed("programmes_engagement", "ends", date(2026, 12, 1), stage.id)
    changed("programmes_cohort", "ends", date(2026, 12, 1), stage.engagement.path.cohort_id)
    cohort = Cohort.objects.get(pk=stage.engagement.path.cohort_id)
    path = Path.objects.create(
        subject="mentor", programme=cohort.programme, pinned=stage.engagement.pinned, cohort=cohort, starts=STARTS
    )
    services.name_person(path=path.pk, person=stage.cast.maria.pk)
    with pytest.raises(DatabaseError), transaction.atomic():
        changed("programmes_path", "person_id", stage.cast.agnes.pk, path.pk)
    assert Engagement.objects.get(pk=stage.id).ends == date(2026, 12, 1)


def test_proofs_of_somebody_without_an_account_are_kept(stage: Stage) -> None:
    record = services.record_step(
        by=None, path=stage.engagement.path_id, step="apply", done_on=STARTS, trusted=True,
        evidence=(EvidenceDraft("document", "Formulir kertas nomor 7"),),
    )
    (proof,) = StepEvidence.objects.filter(record=record)
    assert proof.said == "Formulir kertas nomor 7"


def test_a_kind_of_proof_nobody_knows_is_told_in_the_readers_language(stage: Stage) -> None:
    with pytest.raises(Refused) as refused:
        services.record_step(
            by=None, path=stage.engagement.path_id, step="apply", done_on=people.TODAY, trusted=True,
            evidence=(EvidenceDraft("rumour", "x"),),
        )
    fault = next(one for one in refused.value.problems if one.code == "GENERAL_002")
    assert fault.values["label"] == "Bukti"
