"""Proposals of who mentors whom."""

from django.apps import AppConfig


class PlacementsConfig(AppConfig):
    name = "sidamping.features.placements"
    label = "placements"
