"""Assessments of cooperatives, businesses and mentors."""

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    name = "sidamping.features.assessments"
    label = "assessments"
