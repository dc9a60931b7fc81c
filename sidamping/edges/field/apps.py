"""The offline field app."""

from django.apps import AppConfig


class FieldConfig(AppConfig):
    name = "sidamping.edges.field"
    label = "field"
