"""Mid-term, final, graduation and follow-up."""

from django.apps import AppConfig


class OutcomesConfig(AppConfig):
    name = "sidamping.features.outcomes"
    label = "outcomes"
