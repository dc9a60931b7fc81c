"""Addresses of assessments."""

from typing import Any

urlpatterns: list[Any] = []
