"""Rows found by their keys before anything is joined to them."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, Func, QuerySet


def one_of(rows: QuerySet[Any]) -> Func:
    """The condition to be one of few rows: as an array they are found first, however many tables are joined.

    Among more than eight tables PostgreSQL joins in the order written, and IN comes last.
    """
    keys = ArraySubquery(rows.values("pk"))
    return Func(F("pk"), keys, arg_joiner=" = ANY(", template="%(expressions)s)", output_field=BooleanField())
