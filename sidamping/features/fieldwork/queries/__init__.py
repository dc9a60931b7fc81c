"""Reads field work as frozen dataclasses; scoped by the viewer unless a function says unscoped."""

from sidamping.features.fieldwork.queries.days import Day, days_of
from sidamping.features.fieldwork.queries.follow_ups import (
    follow_up,
    follow_up_page,
    follow_ups_between,
    follow_ups_of_visit,
    open_follow_ups,
)
from sidamping.features.fieldwork.queries.lines import (
    AlternativeLine,
    ChoiceLine,
    Difference,
    EvaluationLine,
    FollowUpLine,
    Met,
    ObservationLine,
    OutcomeLine,
    PlanLine,
    ProblemHead,
    ProblemLine,
    Revision,
    VisitLine,
    VisitRecord,
)
from sidamping.features.fieldwork.queries.overview import FieldOverview, engagement_overview, next_visits
from sidamping.features.fieldwork.queries.plans import (
    feed_owner,
    feed_token,
    next_planned,
    open_items,
    plan_between,
    plan_item,
    plan_of,
)
from sidamping.features.fieldwork.queries.problems import (
    evaluations_of,
    observation_of,
    observed,
    problem,
    problem_heads,
    problems_of,
    unsolved_problems,
)
from sidamping.features.fieldwork.queries.profile import WorkProfile, work_profile
from sidamping.features.fieldwork.queries.traces import Trace, days_written, points_of, traces
from sidamping.features.fieldwork.queries.visits import (
    VisitFilter,
    contacts_of,
    last_seen,
    may_see_visit,
    photos_of,
    recent_visits,
    taken_on,
    visit,
    visits_after,
    visits_between,
    visits_of,
)

__all__ = [
    "AlternativeLine", "ChoiceLine", "Day", "Difference", "EvaluationLine", "FieldOverview", "FollowUpLine", "Met",
    "ObservationLine", "OutcomeLine", "PlanLine", "ProblemHead", "ProblemLine", "Revision", "Trace", "VisitFilter",
    "VisitLine", "VisitRecord", "WorkProfile", "contacts_of", "days_of", "days_written",
    "engagement_overview", "evaluations_of", "feed_owner",
    "feed_token", "follow_up", "follow_up_page", "follow_ups_between", "follow_ups_of_visit", "last_seen",
    "may_see_visit", "next_planned", "next_visits", "observation_of", "observed", "open_follow_ups", "open_items",
    "photos_of", "plan_between", "plan_item", "plan_of", "problem", "problem_heads", "problems_of", "recent_visits",
    "points_of", "taken_on", "traces", "unsolved_problems", "visit", "visits_after", "visits_between", "visits_of", "work_profile",
]
