"""Numbered documents."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "sidamping.platform.documents"
    label = "documents"
