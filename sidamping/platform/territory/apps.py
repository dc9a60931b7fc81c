"""The areas of Indonesia."""

from django.apps import AppConfig


class TerritoryConfig(AppConfig):
    name = "sidamping.platform.territory"
    label = "territory"
