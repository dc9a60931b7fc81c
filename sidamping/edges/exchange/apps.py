"""Instruments in and out."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "sidamping.edges.exchange"
    label = "exchange"
