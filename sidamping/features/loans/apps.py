"""Loans to members."""

from django.apps import AppConfig


class LoansConfig(AppConfig):
    name = "sidamping.features.loans"
    label = "loans"
