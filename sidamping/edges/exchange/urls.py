"""Addresses of the exchange; they stand before those of instruments, whose names could be 'impor' else."""

from django.urls import path

from sidamping.edges.exchange import views

urlpatterns = [
    path("instrumen/impor/", views.instrument_import, name="instrument_import"),
    path("instrumen/impor/templat.xlsx", views.instrument_template, name="instrument_template"),
    path("instrumen/<str:name>/xlsform/", views.instrument_xlsform, name="instrument_xlsform"),
]
