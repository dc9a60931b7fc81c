"""What an application said of whoever walks its path: sector, command of technology, income (C1, C6). Unscoped."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from sidamping.features.admissions.models import Application


def application_facts(path_ids: Collection[UUID]) -> dict[UUID, Mapping[str, str]]:
    """Fact → value of the paths that began with an application, in one query."""
    rows = Application.objects.filter(path__in=list(path_ids)).values_list("path_id", "facts")
    return {path: facts for path, facts in rows if facts}
