"""Members' meetings."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "sidamping.features.meetings"
    label = "meetings"
