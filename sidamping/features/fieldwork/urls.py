"""Addresses of fieldwork."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
