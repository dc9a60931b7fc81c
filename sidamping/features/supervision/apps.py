"""Supervision by the office."""

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    name = "sidamping.features.supervision"
    label = "supervision"
