"""The long work of placements: computing a proposal for many mentors and mentees."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sidamping.features.placements.queries import KIND
from sidamping.features.placements.services import compute
from sidamping.platform.jobs.registry import Run, job


@job(KIND)
def propose_plan(run: Run) -> dict[str, Any]:
    """Arguments: plan. The proposal is kept with the plan."""
    plan = run.arguments["plan"]
    return {"plan": plan, "pairs": compute(by=run.by, plan=UUID(plan), now=run.now)}
