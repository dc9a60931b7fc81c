"""The items of a meeting in their order: whose turn it is, and which may be left out."""

from __future__ import annotations

from collections.abc import Collection, Sequence


def turn(order: Sequence[str], done: Collection[str], optional: Collection[str] = ()) -> tuple[str, ...]:
    """The item that comes now; where it may be left out, also those after it up to one that may not.

    What was left out before an item that is done is past. Nothing when the meeting is through.
    """
    past = max((at for at, code in enumerate(order) if code in done), default=-1)
    found: list[str] = []
    for code in order[past + 1 :]:
        found.append(code)
        if code not in optional:
            break
    return tuple(found)
