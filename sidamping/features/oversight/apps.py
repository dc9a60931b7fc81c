"""Monitoring by the office and the board of the programme."""

from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "sidamping.features.oversight"
    label = "oversight"
