"""Indicators and their boards."""

from django.apps import AppConfig

CHANGING = (
    "fieldwork.visit_recorded", "fieldwork.visit_revised", "programmes.engagement_opened",
    "programmes.engagement_ended", "programmes.priority_changed", "progress.profile_recorded",
    "progress.month_recorded", "progress.month_corrected", "progress.extended", "books.posted", "books.imported",
    "books.reversed", "books.workers_counted",
)  # fmt: skip
"""Activities after which rules may say something else of a mentoring."""


class IndicatorsConfig(AppConfig):
    name = "sidamping.features.indicators"
    label = "indicators"

    def ready(self) -> None:
        from sidamping.features.indicators.services import judge_own  # models are ready only now
        from sidamping.platform.activity.alongside import alongside

        alongside(CHANGING, judge_own, queue="indicators_stale")
