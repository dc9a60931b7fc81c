"""The quick `migrate` makes what the models say, and leaves Django as it was (decision 0024)."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.core.management import get_commands
from django.db import connection
from django.db.migrations.state import ProjectState

from sidamping.platform.database.management.commands import migrate

pytestmark = pytest.mark.django_db


def test_migrate_is_ours_and_takes_nothing_from_django() -> None:
    assert get_commands()["migrate"] == "sidamping.platform.database"
    assert ProjectState._find_reload_model is migrate._with_all_related  # type: ignore[attr-defined]  # private there too


def test_every_table_has_the_columns_and_guards_of_its_model() -> None:
    lacking = []
    with connection.cursor() as cursor:
        for model in apps.get_models():
            table = model._meta.db_table
            columns = {column.name for column in connection.introspection.get_table_description(cursor, table)}
            guards = set(connection.introspection.get_constraints(cursor, table))
            named = {one.name for one in [*model._meta.constraints, *model._meta.indexes]}
            lacking += [(table, odd) for odd in columns ^ {one.column for one in model._meta.concrete_fields}]
            lacking += [(table, odd) for odd in named - guards]
    assert not lacking
