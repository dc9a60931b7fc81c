"""Addresses of sync. They answer 401 themselves, so the sign-in page never meets a phone."""

from __future__ import annotations

from django.urls import path

from sidamping.edges.api.faults import marked
from sidamping.edges.sync.api import api

urlpatterns = [path("v1/", marked(api.urls, {"openapi-json": ("*",), "api-root": ("public",)}))]
