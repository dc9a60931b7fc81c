"""Field work."""

from django.apps import AppConfig


class FieldworkConfig(AppConfig):
    name = "sidamping.features.fieldwork"
    label = "fieldwork"
