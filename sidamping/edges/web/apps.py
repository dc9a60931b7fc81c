"""Base pages, and what the features above tell those below."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "sidamping.edges.web"
    label = "web"

    def ready(self) -> None:
        from sidamping.features.fieldwork.queries import open_promises, visits_after  # models must be ready first
        from sidamping.features.needs.queries import themes_sought
        from sidamping.features.papers.queries import papers_after
        from sidamping.features.programmes.services import count_later, tell_open
        from sidamping.features.recruitment.queries import tell_needs

        count_later("visits", visits_after)
        count_later("papers", papers_after)
        tell_open("follow_ups", open_promises)
        tell_needs(themes_sought)
