"""Progress of businesses: series, contact budget, success."""

from django.apps import AppConfig


class ProgressConfig(AppConfig):
    name = "sidamping.features.progress"
    label = "progress"

    def ready(self) -> None:
        from sidamping.features.programmes.queries import tell_facts  # models are ready only now
        from sidamping.features.programmes.services import tell_held  # models are ready only now
        from sidamping.features.progress.queries import facts_of_paths  # models are ready only now
        from sidamping.features.progress.services.held import held_figures  # models are ready only now

        tell_facts(facts_of_paths)
        tell_held("progress", held_figures)
