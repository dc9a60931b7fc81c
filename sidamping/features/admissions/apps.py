"""Open calls and applications of mentees."""

from django.apps import AppConfig


class AdmissionsConfig(AppConfig):
    name = "sidamping.features.admissions"
    label = "admissions"

    def ready(self) -> None:
        """From now on, what an application said counts where a step or a length depends on it."""
        from sidamping.features.admissions.queries import application_facts  # models are ready only now
        from sidamping.features.programmes.queries import tell_facts  # models are ready only now

        tell_facts(application_facts)
