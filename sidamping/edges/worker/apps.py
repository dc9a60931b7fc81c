"""Background work."""

from django.apps import AppConfig


class WorkerConfig(AppConfig):
    name = "sidamping.edges.worker"
    label = "worker"

    def ready(self) -> None:
        from sidamping.edges.worker.reactions import REACTIONS  # models must be ready first
        from sidamping.platform.activity.announcements import announce

        announce(REACTIONS)
