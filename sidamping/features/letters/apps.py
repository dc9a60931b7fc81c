"""Numbered letters of a programme."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "sidamping.features.letters"
    label = "letters"
