"""The trail of every write."""

from django.apps import AppConfig


class ActivityConfig(AppConfig):
    name = "sidamping.platform.activity"
    label = "activity"
