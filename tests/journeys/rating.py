"""A round of an instrument without its pages: opened, every question answered, handed in, decided by somebody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.utils import timezone

from sidamping.features.assessments import services
from sidamping.features.assessments.models import Assessment
from sidamping.features.assessments.queries.instruments import instrument_for
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests.people import look

Answer = Callable[[str], str]


def yes(key: str) -> str:
    """Every question is answered with yes."""
    return "ya"


def rated(
    who: User, decider: User, instrument: str, purpose: str, on: date, answer: Answer = yes, **about: Any
) -> UUID:
    """The number of the decided round; `about` names the party or the mentor, and the pair that it closes."""
    id = uuid7()
    draft = services.AssessmentDraft(id=id, instrument=instrument, as_of=on, purpose=purpose, **about)
    services.open_assessment(by=look(who, on), draft=draft, on=on)
    answered(who, decider, id, on, answer)
    return id


def answered(who: User, decider: User, id: UUID, on: date, answer: Answer = yes) -> None:
    """Every question of an open round, handed in, and decided."""
    row = Assessment.objects.get(pk=id)
    ruler = instrument_for(row.version, row.instrument)
    values = {f"answers.{one.key}.{number}": answer(one.key) for one in ruler.components
              for number, _question in enumerate(one.questions, 1)}  # fmt: skip
    values |= {f"inputs.{one.key}": "5" for one in ruler.components if one.kind == "mark"}
    services.save_filling(by=look(who, on), assessment=id, values=values, notes={}, seen=0, now=at(on))
    services.submit_filling(by=look(who, on), assessment=id, now=at(on))
    services.decide(by=look(decider, on), assessment=id, seen_ordinal=1, now=at(on), remark="Bukti dilihat.")


def at(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time(10)))
