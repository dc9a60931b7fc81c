"""Founding cooperatives."""

from django.apps import AppConfig


class FoundingConfig(AppConfig):
    name = "sidamping.features.founding"
    label = "founding"
