"""Addresses of the field app; the worker stands at the root."""

from django.urls import path

from sidamping.edges.field import views

urlpatterns = [
    path("lapangan/", views.field_app, name="field_app"),
    path("lapangan/<path:shell_file>", views.field_file, name="field_file"),
    path("sw.js", views.field_worker, name="field_worker"),
]
