"""Mentoring engagements. They tell the storey below who mentors whom, for a chair's evaluation of the own mentor."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "sidamping.features.programmes"
    label = "programmes"

    def ready(self) -> None:
        from sidamping.features.assessments.queries import ask_for_mentors  # models are there once the apps are
        from sidamping.features.programmes.queries import mentors_of  # as above

        ask_for_mentors(mentors_of)
