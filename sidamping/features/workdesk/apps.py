"""Homes."""

from django.apps import AppConfig


class WorkdeskConfig(AppConfig):
    name = "sidamping.features.workdesk"
    label = "workdesk"
