"""Which instruments there are: those of the rulebook first, then those an office brought (B6, B9).

A version is always named or chosen by a day; nothing here knows a current one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from sidamping.domain.problems import Refused
from sidamping.domain.scoring.instrument import Instrument, Words
from sidamping.features.assessments.queries.forms import (
    uploaded,
    uploaded_in_force,
    uploaded_on,
    uploaded_versions,
)
from sidamping.features.assessments.queries.lines import InstrumentHead
from sidamping.features.assessments.queries.opening import subject_kinds
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.rules import instruments as rulebook
from sidamping.rules.in_force import NotInForce, names


def instrument_for(version: str, name: str) -> Instrument:
    """The pinned version of an instrument; Refused (SCORING_013) when nobody has it."""
    try:
        return rulebook.pinned_instrument(name, version)
    except Refused:
        found = uploaded(name, version)
        if found is None:
            raise
        return found


def instrument_on(name: str, on: date) -> Instrument:
    """The version in force on a day; Refused when there is none."""
    found = None if name in names(rulebook.KIND) else uploaded_in_force(name, on)
    return found or rulebook.instrument(name, on)


def instruments_on(on: date) -> tuple[InstrumentHead, ...]:
    """Every instrument in force on a day, by name; instruments are public."""
    return tuple(head_of(one) for one in _in_force(on))


def available(viewer: Viewer, on: date, subject_kind: str = "") -> tuple[InstrumentHead, ...]:
    """The instruments in force on a day which the viewer may open, about one kind of subject or about any."""
    fillable = (one for one in _in_force(on) if one.comparison is None)
    found = (one for one in fillable if one.subject in subject_kinds(viewer))
    return tuple(head_of(one) for one in found if subject_kind in ("", one.subject))


def versions_of(name: str) -> tuple[InstrumentHead, ...]:
    """Every version of an instrument, oldest first; none for an unknown name."""
    return tuple(head_of(one) for one in every_version(name))


def every_version(name: str) -> tuple[Instrument, ...]:
    """Every version as the engine needs it, oldest first."""
    return rulebook.versions(name) or uploaded_versions(name)


@cache
def hidden_names() -> frozenset[str]:
    """Instruments of which any version hides its results from the one it is about."""
    return frozenset(name for name in names(rulebook.KIND) if _hides(rulebook.versions(name)))


def head_of(one: Instrument) -> InstrumentHead:
    """What lists show of a version."""
    return InstrumentHead(
        one.name, one.version, one.sha256, said(one.title), one.status, one.cite, one.subject, one.respondent,
        _first_day(one),
    )


def said(words: Words) -> str:
    """A text of an instrument in the reader's language."""
    return words.en if reader_language() == "en" else words.id


def _in_force(on: date) -> Iterator[Instrument]:
    for name in names(rulebook.KIND):
        try:
            yield rulebook.instrument(name, on)
        except NotInForce:
            continue
    yield from uploaded_on(on)


def _hides(versions: Iterable[Instrument]) -> bool:
    return any(one.hidden_from_subject for one in versions)


def _first_day(one: Instrument) -> date:
    """The day in the name of the version; corrections and areas stand behind it."""
    return date.fromisoformat(one.version.rpartition("/")[2][:10])
