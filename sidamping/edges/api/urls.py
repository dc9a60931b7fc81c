"""Addresses of the API. Its operations answer 401 themselves, so the sign-in page never meets a program."""

from __future__ import annotations

from django.urls import path

from sidamping.edges.api.faults import marked
from sidamping.edges.api.reference import reference
from sidamping.edges.api.root import api

OWN_SIGN_IN = {"openapi-json": ("*",), "api-root": ("public",)}

urlpatterns = [path("v1/docs", reference, name="api_reference"), path("v1/", marked(api.urls, OWN_SIGN_IN))]
