"""Drafts as Ratna would write them; each test changes what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any
from uuid import UUID

from sidamping.domain.fieldwork import (
    AlternativeDraft,
    ChoiceDraft,
    FollowUpDraft,
    ObservationDraft,
    PlanDraft,
    PresenceDraft,
    ProblemDraft,
    VisitDraft,
)
from sidamping.features.fieldwork import services
from sidamping.features.programmes.models import Engagement
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from tests import people, places


def visit_draft(engagement: Engagement, **changes: Any) -> VisitDraft:
    """A visit on the day before today, nine to half past ten."""
    plain = VisitDraft(
        id=uuid7(),
        visited_on=date(2026, 11, 4),
        starts_at=time(9),
        ends_at=time(10, 30),
        mode="onsite",
        village=places.BOLOK,
        place="Kantor koperasi",
        activity="Pendampingan pembukuan",
        purpose="Buku kas terisi tiap hari",
        material="Buku kas sederhana",
        topics=("finance",),
        roles=("facilitator",),
        result="Buku kas Oktober selesai disalin",
        cost=50_000,
        presences=(PresenceDraft(engagement.pk, ("Ujang Mantap", "Bendahara"), 2),),
    )
    return replace(plain, **changes)


def promise(engagement: Engagement, due: date = date(2026, 11, 12), **changes: Any) -> FollowUpDraft:
    """What the chair promised."""
    plain = FollowUpDraft(uuid7(), engagement.pk, "Menyalin buku kas November", "mentee", "Ujang Mantap", due)
    return replace(plain, **changes)


def observation_draft(engagement: Engagement, **changes: Any) -> ObservationDraft:
    findings = {"finance": "Buku kas belum ada", "market": "Hanya warung sekitar"}
    return replace(ObservationDraft(uuid7(), engagement.pk, date(2026, 1, 12), findings), **changes)


def problem_draft(engagement: Engagement, **changes: Any) -> ProblemDraft:
    plain = ProblemDraft(
        uuid7(), engagement.pk, "Penjualan menurun", "member", "marketing", date(2026, 11, 2),
        ("Pembeli hanya tetangga", "Tidak memakai media sosial", "Belum ada yang mengajari"), 1,
        "Sudah tiga bulan sepi",
    )
    return replace(plain, **changes)


def plan_draft(engagement: Engagement, **changes: Any) -> PlanDraft:
    plain = PlanDraft(
        uuid7(), engagement.pk, date(2026, 11, 18), "Buku kas tidak rapi", "Pendampingan pembukuan",
        "Buku kas terisi tiap hari", "1 buku kas", "on_the_job", "Kantor koperasi", starts_at=time(9),
        agreed_by="Ujang Mantap",
    )
    return replace(plain, **changes)


def alternative(problem_id: UUID, text: str) -> AlternativeDraft:
    return AlternativeDraft(uuid7(), problem_id, text, f"Akibat dari {text.lower()}")


def choice_draft(problem_id: UUID, alternative_id: UUID | None, **changes: Any) -> ChoiceDraft:
    plain = ChoiceDraft(
        uuid7(), problem_id, alternative_id, "Ujang Mantap", date(2026, 11, 4), "Ketua", "Rapat pengurus"
    )
    return replace(plain, **changes)


def problem_with_alternatives(by: Viewer, engagement: Engagement) -> tuple[UUID, UUID, UUID]:
    """A logged problem with its two ways out."""
    draft = problem_draft(engagement)
    services.log_problem(by=by, draft=draft, on=people.TODAY)
    first, second = alternative(draft.id, "Jual lewat media sosial"), alternative(draft.id, "Titip di kios kota")
    for one in (first, second):
        services.add_alternative(by=by, draft=one, on=people.TODAY)
    return draft.id, first.id, second.id
