"""Field work."""

from django.apps import AppConfig


class FieldworkConfig(AppConfig):
    name = "sidamping.features.fieldwork"
    label = "fieldwork"

    def ready(self) -> None:
        from sidamping.features.fieldwork.services.held import held_work  # models are ready only now
        from sidamping.features.programmes.services import ACTIVITY, tell_held  # models are ready only now

        tell_held(ACTIVITY, held_work)
