"""Long work."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    name = "sidamping.platform.jobs"
    label = "jobs"

    def ready(self) -> None:
        """Let each feature's `imports` register the kinds of work it does."""
        autodiscover_modules("imports")
