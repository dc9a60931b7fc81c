"""The material library."""

from django.apps import AppConfig


class MaterialsConfig(AppConfig):
    name = "sidamping.features.materials"
    label = "materials"
