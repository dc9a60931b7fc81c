"""Long work."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "sidamping.platform.jobs"
    label = "jobs"
