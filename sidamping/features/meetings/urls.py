"""Addresses of members' meetings."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
