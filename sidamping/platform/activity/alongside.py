"""Work that belongs into the transaction of an activity, for features above the one that writes it.

The feature above says after which actions it runs and reads what changed by itself. What may wait is a reaction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

_work: dict[str, list[Callable[[], object]]] = {}


def alongside(actions: Iterable[str], work: Callable[[], object]) -> None:
    """From now on, `work` runs within the transaction of each activity of these actions."""
    for action in actions:
        _work.setdefault(action, []).append(work)


def run_alongside(action: str) -> None:
    """Run the work of an action; when it fails, the write fails."""
    for work in _work.get(action, ()):
        work()
