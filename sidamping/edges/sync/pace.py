"""How often one person may ask within a while; counted in this process: it only stops programs that run wild."""

from __future__ import annotations

from collections import Counter
from time import monotonic
from uuid import UUID

WINDOW_SECONDS, MOST = 10, 300
_counts: Counter[UUID] = Counter()
_window = [0]


def too_fast(who: UUID) -> int:
    """Seconds to wait when this is one request too many, else 0."""
    window, gone = divmod(monotonic(), WINDOW_SECONDS)
    if _window[0] != window:
        _window[0] = int(window)
        _counts.clear()
    _counts[who] += 1
    return int(WINDOW_SECONDS - gone) + 1 if _counts[who] > MOST else 0
