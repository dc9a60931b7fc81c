"""Addresses of mentors."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
