"""How a mentor works, counted from current visits: roles played, topics, ways of meeting, hours (D2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.features.fieldwork.queries.visits import scoped
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class WorkProfile:
    """Counts of visits by code, most frequent first. A visit with two roles counts once under each of them."""

    visits: int
    minutes: int
    roles: tuple[tuple[str, int], ...]
    topics: tuple[tuple[str, int], ...]
    modes: tuple[tuple[str, int], ...]

    @property
    def hours(self) -> int:
        return round(self.minutes / 60)


def work_profile(viewer: Viewer, mentor_id: UUID, start: date, end: date) -> WorkProfile:
    """The mentor's visits between two days, both counted, as far as the viewer may see them."""
    rows = scoped(viewer).filter(mentor_id=mentor_id, visited_on__range=(start, end))
    found = list(rows.values_list("roles", "topics", "mode", "starts_at", "ends_at"))
    minutes = sum((end.hour - begin.hour) * 60 + end.minute - begin.minute for _, _, _, begin, end in found)
    return WorkProfile(
        visits=len(found),
        minutes=minutes,
        roles=_counted(code for roles, *_ in found for code in roles),
        topics=_counted(code for _, topics, *_ in found for code in topics),
        modes=_counted(mode for _, _, mode, *_ in found),
    )


def _counted(codes: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(codes).items(), key=lambda pair: (-pair[1], pair[0])))
