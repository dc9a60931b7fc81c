"""Registers."""

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    name = "sidamping.features.parties"
    label = "parties"
