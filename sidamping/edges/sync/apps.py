"""Sync with field phones."""

from django.apps import AppConfig


class SyncConfig(AppConfig):
    name = "sidamping.edges.sync"
    label = "sync"
