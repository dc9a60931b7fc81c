"""What was signed on a phone."""

from django.apps import AppConfig


class SignaturesConfig(AppConfig):
    name = "sidamping.platform.signatures"
    label = "signatures"
