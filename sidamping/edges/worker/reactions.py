"""What happens after an activity: action → functions, run by the worker once the write has committed.

The one place where upward news is wired (house rule 8). A reaction is called with the activity, may run twice and must
then change nothing more.
"""

from __future__ import annotations

from collections.abc import Callable

from sidamping.edges.worker.copies import copy_acknowledged
from sidamping.platform.activity.journal import Entry

REACTIONS: dict[str, tuple[Callable[[Entry], None], ...]] = {"letters.acknowledged": (copy_acknowledged,)}


def react_to(entry: Entry) -> None:
    """Run the reactions to an activity in their order; the first failure stops, and the worker tries again."""
    for reaction in REACTIONS.get(entry.action, ()):
        reaction(entry)
