"""The documented API root."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "sidamping.edges.api"
    label = "api"
