"""The cooperative's books."""

from django.apps import AppConfig


class BooksConfig(AppConfig):
    name = "sidamping.features.books"
    label = "books"
