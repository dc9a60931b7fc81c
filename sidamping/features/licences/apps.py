"""Licences and legal standing."""

from django.apps import AppConfig


class LicencesConfig(AppConfig):
    name = "sidamping.features.licences"
    label = "licences"
