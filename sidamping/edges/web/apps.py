"""Base pages."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "sidamping.edges.web"
    label = "web"
