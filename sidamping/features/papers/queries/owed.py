"""Papers about mentees that are owed and that nobody has opened yet: what a phone may already write into them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sidamping.features.papers.queries.duties import MISSING, Duty
from sidamping.features.papers.queries.editing import EditCell, words_to_begin
from sidamping.features.papers.queries.formats import form_of, layout_of, period_from
from sidamping.features.papers.queries.screen_words import english_words


@dataclass(frozen=True)
class OwedPaper:
    """A paper that comes into being with its first words; `english` names them so."""

    duty: Duty
    words: tuple[EditCell, ...]
    english: tuple[EditCell, ...]


def owed_papers(duties: Iterable[Duty]) -> tuple[OwedPaper, ...]:
    """Those of the duties that nobody has opened, in their order; a kind without free words is left out."""
    about = (duty for duty in duties if duty.state == MISSING and duty.engagement_id)
    found = (OwedPaper(duty, *_words(duty)) for duty in about)
    return tuple(one for one in found if one.words)


def _words(duty: Duty) -> tuple[tuple[EditCell, ...], tuple[EditCell, ...]]:
    form = form_of(duty.kind, duty.programme, period_from(duty.period_key), duty.regency)
    layout = layout_of(form)
    return words_to_begin(duty.kind, layout), words_to_begin(duty.kind, layout, english_words(form))
