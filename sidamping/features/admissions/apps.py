"""Open calls and applications of mentees."""

from django.apps import AppConfig


class AdmissionsConfig(AppConfig):
    name = "sidamping.features.admissions"
    label = "admissions"
