"""The kinds of long work by name. A feature registers its function in its module `imports`; platform never names it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class Run:
    """What a job's function is given: whose work it is, when, its arguments, and where to report progress."""

    job_id: UUID
    by: Viewer
    on: date
    now: datetime
    arguments: dict[str, Any]
    progress: Callable[[int, int], None]


Function = Callable[[Run], dict[str, Any]]
KINDS: dict[str, Function] = {}


def job(kind: str) -> Callable[[Function], Function]:
    """Register a function under a name such as 'parties.import'; it returns the result as plain JSON values."""

    def register(function: Function) -> Function:
        if KINDS.setdefault(kind, function) is not function:
            raise ValueError(f"job kind {kind!r} is registered twice")
        return function

    return register
