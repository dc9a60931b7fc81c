"""One paper stands on record once, however often it is corrected; a wrong fact is corrected on a page (E16)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from sidamping.domain.problems import Refused
from sidamping.features.assessments import queries
from sidamping.features.assessments.models import OutsideResult
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests.features.assessments.test_evidence import PDF
from tests.features.assessments.test_past import official, recorded, refused
from tests.people import Cast, look

SignIn = Callable[[User], Client]


def typed(**changes: Any) -> dict[str, Any]:
    return {
        "id": str(uuid7()), "instrument": "ksp-health", "issuer": "Dinas Koperasi NTT", "number": "518/12/2025",
        "issued_on": "2025-06-30", "predicate": "Sehat", **changes,
    }  # fmt: skip


def test_a_number_that_a_correction_freed_is_free_again(cast: Cast) -> None:
    first = recorded(cast, official(cast, number="1"))
    recorded(cast, official(cast, number="2", replaces_id=first))
    assert recorded(cast, official(cast, number="1"))
    assert refused(lambda: recorded(cast, official(cast, number="2"))) == ["ASSESSMENTS_024"]
    assert refused(lambda: recorded(cast, official(cast, number="3", replaces_id=first))) == ["ASSESSMENTS_026"]


def test_the_database_keeps_the_same_rule_whatever_the_letters(cast: Cast) -> None:
    first = recorded(cast, official(cast, issuer="Dinas", number="a/1"))
    assert refused(lambda: recorded(cast, official(cast, issuer="DINAS", number="A/1"))) == ["ASSESSMENTS_024"]
    row = OutsideResult.objects.get(pk=first)
    same = {"party_id": row.party_id, "instrument": row.instrument, "issued_on": row.issued_on, "by_id": row.by_id}
    with pytest.raises(IntegrityError), transaction.atomic():
        OutsideResult.objects.create(**same, issuer="DINAS", number="A/1", predicate="Sehat")
    OutsideResult.objects.create(**same, issuer="DINAS", number="A/1", predicate="Sehat", replaces=row)


def test_a_wrongly_typed_fact_is_corrected_on_a_page_and_stays_readable(cast: Cast, sign_in: SignIn) -> None:
    first, who = recorded(cast, official(cast), file=("sertifikat.pdf", PDF)), sign_in(cast.agnes)
    address, health = (reverse(name, args=[cast.merah_putih.pk]) for name in ("outside_add", "party_health"))
    link = f"{address}?ganti={first}"
    assert link in who.get(health).content.decode()
    shown = who.get(link).content.decode()
    assert 'value="518/12/2025"' in shown and str(first) in shown
    sent = typed(ganti=str(first))
    for _ in range(2):
        assert who.post(address, sent).status_code == 303
    (line,) = queries.outside_of_party(look(cast.yosef), cast.merah_putih.pk)
    assert (line.id, line.predicate, line.total) == (UUID(sent["id"]), "Sehat", None)
    assert [(one.id, one.predicate) for one in line.before] == [(first, "Cukup Sehat")]
    assert line.attachment == line.before[0].attachment
    page = who.get(health).content.decode()
    assert "Cukup Sehat" in page and link not in page


def test_what_is_not_there_is_not_corrected(cast: Cast, sign_in: SignIn) -> None:
    first = recorded(cast, official(cast))
    address = reverse("outside_add", args=[cast.merah_putih.pk])
    assert sign_in(cast.maria).get(f"{address}?ganti={first}").status_code == 404
    who = sign_in(cast.agnes)
    for wrong in (uuid7(), "bukan-nomor"):
        assert who.get(f"{address}?ganti={wrong}").status_code == 404
    refusal = who.post(address, typed(ganti=str(uuid7()), number="9"))
    assert refusal.status_code == 422 and "ASSESSMENTS_026" in refusal.content.decode()


@pytest.mark.parametrize(
    ("instrument", "day", "most"),
    [("ksp-ranking", "2025-06-30", 9), ("modern-coop", "2021-06-30", 11), ("modern-coop", "2023-06-30", 7)],
)
def test_a_total_is_judged_by_the_scale_in_force_when_it_was_issued(
    cast: Cast, instrument: str, day: str, most: int
) -> None:
    draft = official(cast, instrument=instrument, issued_on=date.fromisoformat(day), total=Decimal(most) + 1)
    with pytest.raises(Refused) as caught:
        recorded(cast, draft)
    (told,) = caught.value.problems
    assert (told.code, told.values["within"]) == ("SCORING_007", f"[0, {most}]")
    assert recorded(cast, official(cast, instrument=instrument, issued_on=draft.issued_on, total=Decimal(most)))
