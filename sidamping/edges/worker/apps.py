"""Background work."""

from django.apps import AppConfig


class WorkerConfig(AppConfig):
    name = "sidamping.edges.worker"
    label = "worker"
