"""Official papers."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "sidamping.features.papers"
    label = "papers"
