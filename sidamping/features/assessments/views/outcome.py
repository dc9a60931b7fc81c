"""Which outcome a page shows: the sealed one of a decided round, else what the filling as it stands would give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from sidamping.domain.problems import Problem, Refused
from sidamping.domain.scoring.filling import read_filling
from sidamping.domain.scoring.instrument import TABLE, TEXT, Instrument
from sidamping.domain.scoring.outcome import said
from sidamping.domain.scoring.raising import Raising, raising
from sidamping.domain.scoring.steps import step_text
from sidamping.features.assessments import queries
from sidamping.features.assessments.queries import AssessmentCard, FillingLine
from sidamping.features.assessments.queries.outcomes import is_filled
from sidamping.features.assessments.render.reading import Reading, Told, read, told, word
from sidamping.platform.http.language import reader_language

SHOWN_FIRST = ("lead", "second", "self")
METHODS = (TABLE, TEXT)


@dataclass(frozen=True)
class Shown:
    """A round with the outcome a page is about. `reading` is None where nobody may read a filling, or it is faulty."""

    card: AssessmentCard
    instrument: Instrument
    filling: FillingLine | None
    given: Mapping[str, Any]
    reading: Reading | None
    sealed: bool
    problems: tuple[Problem, ...] = ()

    @property
    def filled(self) -> bool:
        return is_filled(self.given)

    @property
    def notes(self) -> Mapping[str, str]:
        """What was written beside items, by item key."""
        notes: Mapping[str, str] = self.filling.data.get("notes", {}) if self.filling else {}
        return notes


def shown(card: AssessmentCard) -> Shown:
    """The sealed outcome of a decided round; else the readable filling that counts first, scored as it stands."""
    instrument, language = queries.instrument_for(card.head.version, card.head.instrument), reader_language()
    if card.decided is not None:
        made = card.decided
        filling = next((one for one in card.fillings if one.id == made.filling_id), None)
        return Shown(card, instrument, filling, made.given, read(instrument, made.outcome, language), True)
    filling = next((one for part in SHOWN_FIRST for one in card.fillings if one.part == part), None)
    if filling is None:
        return Shown(card, instrument, None, {}, None, False)
    try:
        live = queries.live_outcome(instrument, filling.data, on=card.head.as_of, method=card.method)
    except Refused as refused:
        return Shown(card, instrument, filling, filling.data, None, False, refused.problems)
    return Shown(card, instrument, filling, filling.data, read(instrument, live.plain(), language), False)


def raised(made: Shown) -> dict[str, Any] | None:
    """What would lift the result to the next category, as sentences; None where nothing is filled in."""
    if made.instrument.comparison is not None or made.reading is None or not made.filled:
        return None
    card, language = made.card, reader_language()
    try:
        filling = read_filling(made.instrument, made.given)
        found = raising(made.instrument, filling, on=made.reading.on, method=made.reading.method)
    except Refused:
        return None
    return _sentences(made.instrument, found, language) | {"fill": "fill" in card.may}


def _sentences(instrument: Instrument, found: Raising, language: str) -> dict[str, Any]:
    why = said(found.why, language)
    steps = [
        {"key": one.component.key, "text": word(step_text(one), language), "gain": float(one.gain),
         "questions": [word(question.label, language) for question in one.questions]}
        for one in found.steps
    ]  # fmt: skip
    notes = [told_note(instrument, one, language) for one in found.notes]
    return {
        "now": word(found.now, language) if found.now else "", "next": word(found.next, language) if found.next else "",
        "needed": float(found.needed), "gained": float(found.gained), "steps": steps, "notes": notes,
        "why": told(instrument, why, language) if why else None,
    }  # fmt: skip


def told_note(instrument: Instrument, note: Problem, language: str) -> Told:
    """That amounts of a step stand in other ratios too, with names for keys."""
    amounts = [word(instrument.fields[key].label, language) if key in instrument.fields else key
               for key in str(note.values.get("amounts", "")).split(", ")]  # fmt: skip
    others = [word(instrument.by_key[key].label, language) if key in instrument.by_key else key
              for key in str(note.values.get("others", "")).split(", ")]  # fmt: skip
    text = _("%(amounts)s dipakai juga oleh %(others)s: menggesernya mengubah skor itu. "
             "Hitung ulang dengan angka rencana sebelum memutuskan.")  # fmt: skip
    return Told(note.code, text % {"amounts": ", ".join(amounts), "others": ", ".join(others)})


def asked_method(request: HttpRequest) -> str:
    """The method a form asks for; the table when it names none."""
    wanted: str = request.POST.get("method", TABLE)
    return wanted if wanted in METHODS else TABLE


def method_word(method: str) -> str:
    """What a way of reading the rule is called."""
    return _("menurut tabel") if method == TABLE else _("menurut bunyi per persen")
