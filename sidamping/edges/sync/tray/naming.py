"""Names for what a record points at, as far as its reader sees: mentees, records, villages, materials, questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from sidamping.domain.deliverables.kinds import Words
from sidamping.domain.ledger.plain import IN, OUT
from sidamping.domain.problems import Refused
from sidamping.domain.scoring.sheet import sheet
from sidamping.domain.sync import WITHIN
from sidamping.edges.sync.queries import RecordCard, kinds_and_numbers
from sidamping.edges.sync.tray.values import Reading
from sidamping.edges.sync.tray.words import kind_word
from sidamping.features.assessments.queries import assessment_card, instrument_for, said
from sidamping.features.books.queries import book, categories_to_choose, chart_of_book, purses_to_choose
from sidamping.features.materials.queries import offered
from sidamping.features.papers.queries import named_words
from sidamping.features.programmes.queries import cards
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.language import reader_language
from sidamping.platform.territory import queries as territory
from sidamping.rules.deliverables import deliverable_kind

Body = Mapping[str, Any]


def reading_of(viewer: Viewer, card: RecordCard) -> Reading:
    """How this reader reads the record; what is out of sight keeps its short number."""
    told = [one for one in (card.content, card.in_force, *(variant.content for variant in card.variants)) if one]
    form = FORMS[card.line.kind](viewer, card, told[0]) if told and card.line.kind in FORMS else Reading()
    names = {**_things(viewer, told), **_places(told), **_materials(viewer, told), **form.names}
    return Reading(names, form.asked)


def _things(viewer: Viewer, told: Sequence[Body]) -> dict[str, str]:
    """Mentees by name, other records by kind and number."""
    ids = {id for one in told for id in _ids(one)}
    if not ids:
        return {}
    sent = kinds_and_numbers(viewer, ids)
    records = {str(id): f"{kind_word(kind)}, {_('nomor')} {number}" for id, (kind, number) in sent.items()}
    return records | {str(one.id): one.mentee_name for one in cards(viewer, ids=ids, walked=False)}


def _ids(value: Any) -> Iterator[UUID]:
    """Every id in a content, however deep."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _ids(one)
    elif isinstance(value, str) and (found := read_id(value)):
        yield found


def _places(told: Sequence[Body]) -> dict[str, str]:
    codes = {str(one["village"]) for one in told if one.get("village")}
    return territory.names_of(codes) if codes else {}


def _materials(viewer: Viewer, told: Sequence[Body]) -> dict[str, str]:
    listed = [one["materials"] for one in told if isinstance(one.get("materials"), list)]
    codes = [str(code) for several in listed for code in several]
    return {one.code: one.title for one in offered(viewer, codes)} if codes else {}


def _sheet(viewer: Viewer, card: RecordCard, body: Body) -> Reading:
    """The cells of a worksheet and the columns of its tables, as its kind calls them."""
    try:
        kind = deliverable_kind(str(body.get("kind")), card.line.counts_on)
    except Refused:
        return Reading()
    columns = {one.key: _said(one.label) for cell in kind.cells for one in cell.columns}
    cells = {f"content{WITHIN}{one.key}": _said(one.label) for one in kind.cells}
    return Reading({kind.name: _said(kind.title)}, columns | cells)


def _answers(viewer: Viewer, card: RecordCard, body: Body) -> Reading:
    """The questions of the round that is answered, in the version it was begun on."""
    id = read_id(str(body.get("assessment")))
    found = assessment_card(viewer, id) if id else None
    if found is None:
        return Reading()
    head = found.head
    items = [item for part in sheet(instrument_for(head.version, head.instrument)) for item in part.items]
    return Reading({str(head.id): f"{head.instrument_title}, {head.subject.name}"}, {
        one.key: said(one.label) for one in items
    })  # fmt: skip


def _entry(viewer: Viewer, card: RecordCard, body: Body) -> Reading:
    """The purses of the book, and what money comes in and goes out for."""
    asked = {"side": _("Masuk atau keluar"), "category": _("Untuk apa"), "text": _("Keterangan")}
    id = read_id(str(body.get("book")))
    found = book(viewer, id) if id else None
    if found is None:
        return Reading(asked=asked)
    chart = chart_of_book(found.id)
    codes = (*purses_to_choose(chart), *categories_to_choose(chart, IN), *categories_to_choose(chart, OUT))
    return Reading(dict(codes), asked)


def _paper(viewer: Viewer, card: RecordCard, body: Body) -> Reading:
    """The paper by its title, its parts by their headings."""
    told = body.get("words")
    keys = [str(one["key"]) for one in told if isinstance(one, dict) and "key" in one] if isinstance(told, list) else []
    about, opens = str(body.get("paper")), (str(body.get("kind")), str(body.get("period")))
    found = named_words(viewer, read_id(about), opens, keys)
    if found is None:
        return Reading()
    whole = f"{found.title}, {found.period}"
    return Reading({about: whole, **dict(zip(opens, (found.title, found.period), strict=True)), **found.fields})


def _said(words: Words) -> str:
    return words.en if reader_language() == "en" else words.id


FORMS: dict[str, Callable[[Viewer, RecordCard, Body], Reading]] = {
    "deliverables.sheet": _sheet, "assessments.answers": _answers, "books.small": _entry, "papers.draft": _paper,
    "oversight.seal": _paper,
}  # fmt: skip
"""Kinds whose fields have names that only their own form knows."""
