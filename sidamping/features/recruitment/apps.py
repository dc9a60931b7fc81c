"""Calls for mentors, selection and induction."""

from django.apps import AppConfig


class RecruitmentConfig(AppConfig):
    name = "sidamping.features.recruitment"
    label = "recruitment"
