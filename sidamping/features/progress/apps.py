"""Progress of businesses: series, contact budget, success."""

from django.apps import AppConfig


class ProgressConfig(AppConfig):
    name = "sidamping.features.progress"
    label = "progress"
