"""The draw of visits to check each month: by hash with the server's secret, the same for whoever looks (B10).

The share and the hours are the system's own reading, not a regulation's: pages call them 'contoh'.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.utils.crypto import salted_hmac

from sidamping.domain.cohorts.confirmations import sampled
from sidamping.domain.periods import Month
from sidamping.features.fieldwork.queries import VisitLine, traces

SALT = "oversight.visit-sample"
PERCENT = 10
"""Of each programme's visits in a regency, rounded up: at least one is checked."""


def sample_of(month: Month, regencies: Iterable[str]) -> frozenset[UUID]:
    """The visits drawn in a month, by programme and regency. Whoever writes a visit cannot tell whether it is drawn."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in traces(month.start, month.end, regencies):
        groups[one.programme, one.regency].append(str(one.id))
    drawn = (sampled(visits, PERCENT, draw=_draw(month, *group)) for group, visits in groups.items())
    return frozenset(UUID(visit) for visits in drawn for visit in visits)


def is_sampled(visit: VisitLine, regency: str) -> bool:
    """Whether a visit to a mentee of the regency was drawn in its month."""
    return visit.id in sample_of(Month.of(visit.visited_on), [regency, visit.village_code[:5]])


def _draw(month: Month, programme: str, regency: str) -> str:
    return salted_hmac(SALT, f"{month} {programme} {regency}", algorithm="sha256").hexdigest()
