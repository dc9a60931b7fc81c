"""Savings of members."""

from django.apps import AppConfig


class SavingsConfig(AppConfig):
    name = "sidamping.features.savings"
    label = "savings"
