"""Mentoring engagements."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "sidamping.features.programmes"
    label = "programmes"
