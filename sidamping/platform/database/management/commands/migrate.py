"""Django's `migrate`, made quick for a house of many tables: a step draws anew only the table that it changes.

Django draws every related table anew at each step, and nearly all of ours are related to the users (decision 0024).
"""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate
from django.db.migrations.state import ProjectState

_with_all_related = ProjectState._find_reload_model  # type: ignore[attr-defined]  # private, so the stubs leave it out


def _changed_alone(state: ProjectState, app_label: str, model_name: str, delay: bool = False) -> set[tuple[str, str]]:
    """The tables to draw anew: one alone when it is new, has a column more, or when no relation is touched (`delay`).

    The mark makes Django draw everything from the beginning before a step that writes rows.
    """
    if not (delay or _only_grows(state, app_label, model_name)):
        related: set[tuple[str, str]] = _with_all_related(state, app_label, model_name)
        return related
    state.is_delayed = True
    return {(app_label, model_name)}


def _only_grows(state: ProjectState, app_label: str, model_name: str) -> bool:
    """Whether the table is new, or every column it was drawn with stays: then no other table looks different."""
    drawn = state.apps.all_models[app_label].get(model_name)
    if drawn is None:
        return True
    columns = {one.name for one in (*drawn._meta.local_fields, *drawn._meta.local_many_to_many)}
    return columns < set(state.models[app_label, model_name].fields)


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        ProjectState._find_reload_model = _changed_alone  # type: ignore[attr-defined]  # as above
        try:
            super().handle(*args, **options)
        finally:
            ProjectState._find_reload_model = _with_all_related  # type: ignore[attr-defined]  # as above
