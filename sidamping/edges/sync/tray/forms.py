"""What people send from the tray: a choice with its reason, field by field where they merge; a queue file to carry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem
from sidamping.domain.sync import merged
from sidamping.edges.sync.services import KEPT, MERGED, TAKEN
from sidamping.edges.sync.tray.words import OWN

OTHER, PICK = "other", "pick-"


class QueueFileForm(forms.Form):
    """The queue file of another phone."""

    file = forms.FileField(
        label=_("Berkas antrean (.json)"), widget=forms.FileInput(attrs={"accept": ".json,application/json"})
    )


def asked_again(key: object, sent: Mapping[str, str], problems: Iterable[Problem]) -> dict[str, Any]:
    """Of a form that comes again: which one of the page, the reason as typed and its faults, the sides picked."""
    return {
        "key": key, "why": sent.get("why", ""), "faults": [one for one in problems if one.where == "why"],
        "taken": {name.removeprefix(PICK) for name, side in sent.items() if name.startswith(PICK) and side == OTHER},
        "whole": sent.get("all") == OTHER,
    }  # fmt: skip


def picked(
    sent: Mapping[str, str], held: Mapping[str, Any], other: Mapping[str, Any], fields: tuple[str, ...]
) -> tuple[str, dict[str, Any] | None]:
    """The choice that the picked sides make: all of one content, or a merge of both, field by field.

    What the other content says of itself goes with a merge. Without fields to pick from, `all` says which side.
    """
    taken = {name for name in fields if sent.get(f"{PICK}{name}") == OTHER}
    if not taken:
        return (TAKEN if sent.get("all") == OTHER else KEPT), None
    if taken == set(fields):
        return TAKEN, None
    return MERGED, merged(held, other, taken | {name for name in OWN if name in other})
