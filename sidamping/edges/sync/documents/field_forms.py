"""The first observation and the joint evaluation as forms for the phone, with the labels of the pages (D1, D3)."""

from __future__ import annotations

from functools import cache
from typing import Any

from sidamping.edges.sync.documents.forms import field_of, form_of
from sidamping.features.fieldwork.queries.vocabulary import LABELS
from sidamping.rules.books import listing

OBSERVATION, EVALUATION = "fieldwork.observation", "fieldwork.evaluation"
NAME = 120
"""Letters of a name."""
SEEN = {
    "potentials": {"id": "Potensi yang terlihat", "en": "Potentials that can be seen"},
    "needs": {"id": "Kebutuhan pendampingan", "en": "Needs for mentoring"},
}
SAID = ("went_well", "difficulties", "mentee_view", "mentor_view", "next_plan")


@cache
def observation_form() -> dict[str, Any]:
    """What the mentor saw, topic by topic; a topic's key leads to its place in the body."""
    topics = [
        {"key": f"findings.{one.code}", "type": "long", "label": {"id": one.id, "en": one.en},
         "help": one.hint and {"id": one.hint.text("id"), "en": one.hint.text("en")}, "required": False}
        for one in listing("observation-topics") if not one.retired
    ]
    after = [field_of(key, label, "long") for key, label in SEEN.items()]
    day = field_of("observed_on", LABELS["observed_on"], "date", required=True, past=True)
    title = {"id": "Pengamatan awal", "en": "First observation"}
    return form_of(OBSERVATION, title, [day, *topics, *after])


@cache
def evaluation_form() -> dict[str, Any]:
    """Both sides speak, and the mentee is named."""
    day = field_of("held_on", LABELS["held_on"], "date", required=True, past=True)
    name = field_of("mentee_name", LABELS["mentee_name"], "text", required=True, longest=NAME)
    said = [field_of(key, LABELS[key], "long", required=True) for key in SAID]
    return form_of(EVALUATION, {"id": "Evaluasi bersama", "en": "Joint evaluation"}, [day, name, *said])
