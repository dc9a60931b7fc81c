"""The database's own app: extensions, seals, the cache table."""

from django.apps import AppConfig


class DatabaseConfig(AppConfig):
    name = "sidamping.platform.database"
    label = "database"
