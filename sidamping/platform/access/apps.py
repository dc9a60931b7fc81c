"""People and roles."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "sidamping.platform.access"
    label = "access"
