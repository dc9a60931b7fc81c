"""The registers of a cooperative."""

from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "sidamping.features.registers"
    label = "registers"
