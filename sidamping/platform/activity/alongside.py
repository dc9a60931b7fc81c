"""Work that belongs into the transaction of an activity, for features above the one that writes it.

The feature above says after which actions it runs, and in which of its tables triggers leave what waits for it: most
writes leave nothing there. What may wait longer is a reaction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Work:
    """What runs, and the table without whose rows there is nothing to do."""

    run: Callable[[], object]
    queue: str


_work: dict[str, list[Work]] = {}


def alongside(actions: Iterable[str], work: Callable[[], object], *, queue: str) -> None:
    """From now on, `work` runs within the transaction of each activity of these actions that left rows in `queue`."""
    for action in actions:
        _work.setdefault(action, []).append(Work(work, queue))


def work_of(action: str) -> tuple[Work, ...]:
    """The work of an action; when it fails, the write fails."""
    return tuple(_work.get(action, ()))
