"""Pages of field work: parse, call one service or query, render."""

from sidamping.features.fieldwork.views.calendars import calendar, calendar_feed
from sidamping.features.fieldwork.views.deliveries import engagement_materials, material_deliveries
from sidamping.features.fieldwork.views.follow_ups import follow_up_close, follow_ups
from sidamping.features.fieldwork.views.overview import engagement_fieldwork
from sidamping.features.fieldwork.views.plans import plan, plan_add, plan_item
from sidamping.features.fieldwork.views.problems import (
    evaluation_add,
    observation,
    problem,
    problem_add,
    problem_change,
)
from sidamping.features.fieldwork.views.visit_forms import visit_add, visit_revise
from sidamping.features.fieldwork.views.visits import visit, visit_photo, visits

__all__ = [
    "calendar", "calendar_feed", "engagement_fieldwork", "engagement_materials", "evaluation_add", "follow_up_close",
    "follow_ups", "material_deliveries", "observation", "plan", "plan_add", "plan_item", "problem", "problem_add",
    "problem_change", "visit", "visit_add", "visit_photo", "visit_revise", "visits",
]  # fmt: skip
