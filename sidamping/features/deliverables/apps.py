"""Deliverables of mentoring."""

from django.apps import AppConfig


class DeliverablesConfig(AppConfig):
    name = "sidamping.features.deliverables"
    label = "deliverables"

    def ready(self) -> None:
        from sidamping.features.deliverables.queries import network_facts  # models are ready only now
        from sidamping.features.deliverables.services.held import held_works  # models are ready only now
        from sidamping.features.papers.queries import tell_networks  # models are ready only now
        from sidamping.features.programmes.services import tell_held  # models are ready only now

        tell_held("deliverables", held_works)
        tell_networks(network_facts)
