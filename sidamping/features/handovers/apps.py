"""Handing a mentee from mentor to mentor."""

from django.apps import AppConfig


class HandoversConfig(AppConfig):
    name = "sidamping.features.handovers"
    label = "handovers"
