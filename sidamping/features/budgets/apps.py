"""The cooperative's budget."""

from django.apps import AppConfig


class BudgetsConfig(AppConfig):
    name = "sidamping.features.budgets"
    label = "budgets"
