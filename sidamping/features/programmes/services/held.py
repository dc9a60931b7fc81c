"""Forms that are there, told by the features above: a step is done once its gate opens, however early they came.

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


@dataclass(frozen=True)
class HeldForm:
    """A form that was accepted or decided on a day, and the record it is; or all that a step named by its code asks."""

    kind: str
    name: str
    on: date
    source: UUID
    purpose: str = ""
    step: str = ""


Teller = Callable[[Viewer, UUID], Iterable[HeldForm]]
"""Who records, engagement → the forms there are."""
_tellers: dict[str, Teller] = {}


def tell_held(kind: str, told: Teller) -> None:
    """From now on, forms of this kind are asked for when a gate opens."""
    _tellers[kind] = told


def held_forms(by: Viewer, engagement: UUID) -> tuple[HeldForm, ...]:
    """Every form that is there for a mentoring."""
    return tuple(one for told in _tellers.values() for one in told(by, engagement))


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
        if one.step == step.code or complete(step, one.kind, {(it.name, it.purpose) for it in before}):
            return one
    return None


def waiting_for(book: Programme, step: str) -> tuple[Step, ...]:
    """Steps of a mentee behind the given one that forms do; one with outcomes is left to the people."""
    judged = {one.step for one in book.graduation.conditions} if book.graduation else set()
    return tuple(
        one for one in book.steps_of("mentee")
        if step in one.needs and not one.outcomes and (one.forms or one.code in judged)
    )
