"""The path of a mentoring as a pure engine: stations from dated records, acts admitted or refused, programmes checked.

A state is always derived from append-only records; nothing here keeps a flag (E20, D1, B4).
"""

from sidamping.domain.workflow.acts import Act, Frame, refusals
from sidamping.domain.workflow.graph import (
    BEHIND,
    CYCLE,
    DUE,
    NOBODY,
    STAGE,
    Flaw,
    Link,
    flaws,
)
from sidamping.domain.workflow.path import (
    DONE,
    LATE,
    NEXT,
    NOT_NEEDED,
    OVERRIDDEN,
    PASSED,
    REVERSED,
    STOPPED,
    WAITING,
    WAIVED,
    Record,
    Stage,
    Station,
    Timing,
    first_days,
    missing,
    path,
    standing,
    waits,
)

__all__ = [
    "BEHIND", "CYCLE", "DONE", "DUE", "LATE", "NEXT", "NOBODY", "NOT_NEEDED", "OVERRIDDEN", "PASSED", "REVERSED",
    "STAGE", "STOPPED", "WAITING", "WAIVED", "Act", "Flaw", "Frame", "Link", "Record", "Stage", "Station", "Timing",
    "first_days", "flaws", "missing", "path", "refusals", "standing", "waits",
]
