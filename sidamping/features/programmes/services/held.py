"""Forms and field work that are there, told by the features above: a step is done once its gate opens.

Nothing of it is stored: what was accepted or decided is looked up anew when a step before it is recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.platform.access.viewer import Viewer
from sidamping.rules.programme_forms import Programme, Step

Held = Collection[tuple[str, str]]
"""Forms that are there: name and purpose, for instance ('modern-coop', 'baseline')."""


ACTIVITY = "activity"
"""The kind of what field work did; its name is the activity that a step is marked by."""


@dataclass(frozen=True)
class HeldForm:
    """A form that was accepted or decided on a day, and the record it is; or all that a step named by its code asks.

    Field work is told the same way. `event`: it counts only from the day on which the gate opened; what was found,
    chosen or planned before then still holds, a visit or a talk before then was another one.
    """

    kind: str
    name: str
    on: date
    source: UUID
    purpose: str = ""
    step: str = ""
    event: bool = False


Teller = Callable[[Viewer, UUID], Iterable[HeldForm]]
"""Who records, engagement → the forms there are."""
_tellers: dict[str, Teller] = {}


def tell_held(kind: str, told: Teller) -> None:
    """From now on, forms of this kind, or what field work did, are asked for when a gate opens."""
    _tellers[kind] = told


def held_forms(by: Viewer, engagement: UUID, waiting: Collection[Step]) -> tuple[HeldForm, ...]:
    """What is there for a mentoring of what the waiting steps may be done by."""
    marked = any(step.marked_by for step in waiting)
    asked = (told for kind, told in _tellers.items() if marked or kind != ACTIVITY)
    return tuple(one for told in asked for one in told(by, engagement))


def complete(step: Step, kind: str, held: Held) -> bool:
    """Whether the step asks for forms of the kind and all of them are there."""
    asked = [use for use in step.forms if use.kind == kind]
    return bool(asked) and all(
        any(name == use.name and (not use.purpose or purpose == use.purpose) for name, purpose in held)
        for use in asked
    )


def finishing(step: Step, forms: Iterable[HeldForm]) -> HeldForm | None:
    """The form that came last of those that make the step complete; None while one is missing."""
    held = sorted(forms, key=lambda one: (one.on, str(one.source)))
    for one in held:
        before = [other for other in held if other.on <= one.on]
        if one.step == step.code or (one.kind == ACTIVITY and one.name == step.marked_by):
            return one
        if complete(step, one.kind, {(it.name, it.purpose) for it in before}):
            return one
    return None


def waiting_for(book: Programme, step: str) -> tuple[Step, ...]:
    """Steps of a mentee behind the given one that forms or field work do; one with outcomes is left to the people."""
    judged = {one.step for one in book.graduation.conditions} if book.graduation else set()
    return tuple(
        one for one in book.steps_of("mentee")
        if step in one.needs and not one.outcomes and (one.forms or one.marked_by or one.code in judged)
    )
