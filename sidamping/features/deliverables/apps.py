"""Deliverables of mentoring."""

from django.apps import AppConfig


class DeliverablesConfig(AppConfig):
    name = "sidamping.features.deliverables"
    label = "deliverables"
