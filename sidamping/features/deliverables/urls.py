"""Addresses of deliverables."""

from typing import Any

urlpatterns: list[Any] = []
