"""Assessments of cooperatives, businesses and mentors."""

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    name = "sidamping.features.assessments"
    label = "assessments"

    def ready(self) -> None:
        from sidamping.features.assessments.services.held import held_instruments  # models are ready only now
        from sidamping.features.programmes.services import tell_held  # models are ready only now

        tell_held("assessments", held_instruments)
