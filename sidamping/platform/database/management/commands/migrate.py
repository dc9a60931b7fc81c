"""Django's `migrate`, made quick for a house of many tables: a step draws anew only the table that it changes.

Django draws every related table anew at each step, and nearly all of ours are related to the users (decision 0024).
"""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate
from django.db.migrations.state import ProjectState

_with_all_related = ProjectState._find_reload_model  # type: ignore[attr-defined]  # private, so the stubs leave it out


def _changed_alone(state: ProjectState, app_label: str, model_name: str, delay: bool = False) -> set[tuple[str, str]]:
    """The tables to draw anew: one alone when it is new, or when none of its relations is touched (`delay`).

    The mark makes Django draw everything from the beginning before a step that writes rows.
    """
    if not delay and model_name in state.apps.all_models[app_label]:
        related: set[tuple[str, str]] = _with_all_related(state, app_label, model_name)
        return related
    state.is_delayed = True
    return {(app_label, model_name)}


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        ProjectState._find_reload_model = _changed_alone  # type: ignore[attr-defined]  # as above
        try:
            super().handle(*args, **options)
        finally:
            ProjectState._find_reload_model = _with_all_related  # type: ignore[attr-defined]  # as above
