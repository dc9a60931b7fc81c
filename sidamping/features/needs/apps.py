"""Needs of a mentee and referrals."""

from django.apps import AppConfig


class NeedsConfig(AppConfig):
    name = "sidamping.features.needs"
    label = "needs"
