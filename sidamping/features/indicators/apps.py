"""Indicators and their boards."""

from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "sidamping.features.indicators"
    label = "indicators"
