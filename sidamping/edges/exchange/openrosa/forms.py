"""Which forms a person's client may fetch: the logbook entry, and each assessment open for the person's answers.

A form is an XLSForm of ours converted by pyxform; its version says what it was made from, so a client fetches it anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from sidamping.domain.problems import Refused, problem
from sidamping.edges.exchange.openrosa.visit_sheet import FORM, SEALED, TITLE, visit_rows
from sidamping.edges.exchange.xlsform.columns import LANGUAGES, SETTINGS, SURVEY
from sidamping.edges.exchange.xlsform.write import Cells, written
from sidamping.edges.exchange.xlsform.write import rows_of as instrument_rows
from sidamping.features.assessments.queries import OpenFilling, instrument_for, open_fillings
from sidamping.features.programmes.queries import mentor_engagements
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import read_id

ROUND = "round-"
SHORT = 16
Rows = dict[str, list[Cells]]


@dataclass(frozen=True)
class Form:
    """A form as a client lists it; `hash` is of the bytes it downloads."""

    id: str
    name: str
    version: str
    xml: bytes

    @property
    def hash(self) -> str:
        return f"md5:{hashlib.md5(self.xml, usedforsecurity=False).hexdigest()}"


def forms_of(viewer: Viewer) -> tuple[Form, ...]:
    """Every form the person may fill in today."""
    return tuple(_made(one) for one in _sheets(viewer))


def form_of(viewer: Viewer, id: str) -> Form:
    """One of them; Refused when the person has no such form."""
    for one in _sheets(viewer):
        if one.id == id:
            return _made(one)
    raise Refused(problem("EXCHANGE_038", "form", seen=id[:60]))


def round_of(form: str, version: str) -> tuple[UUID, int] | None:
    """The round whose form it is, and the count of changes the form was made against; None for any other form."""
    round_, seen = read_id(form.removeprefix(ROUND)) if form.startswith(ROUND) else None, version.partition(".")[0]
    return (round_, int(seen)) if round_ and seen.isascii() and seen.isdigit() and len(seen) < SHORT else None


@dataclass(frozen=True)
class _Sheet:
    """A form before it is converted; `state` is the count of changes it is made against."""

    id: str
    name: str
    rows: Rows
    state: int = 0


def _sheets(viewer: Viewer) -> Iterator[_Sheet]:
    if viewer.has(roles.MENTOR):
        cards = mentor_engagements(viewer.user_id, viewer.on, walked=False)
        if cards:
            yield _Sheet(FORM, TITLE.id, visit_rows(cards))
    for one in open_fillings(viewer):
        head = one.head
        name = f"{head.instrument_title}: {head.subject.name}, {head.as_of}"
        yield _Sheet(f"{ROUND}{head.id}", name, _round_rows(one), one.filling.revised)


def _round_rows(one: OpenFilling) -> Rows:
    """The instrument's own rows; the client writes unseen when the form was finished."""
    rows = instrument_rows(instrument_for(one.head.version, one.head.instrument))
    return {**rows, SURVEY: [{"type": "end", "name": SEALED}, *rows[SURVEY]]}


def _made(one: _Sheet) -> Form:
    return _converted(one.id, one.name, one.state, json.dumps(one.rows))


@lru_cache(maxsize=256)
def _converted(id: str, name: str, state: int, rows: str) -> Form:
    """The form under its own name; its version is the state it was made against and the hash of its content.

    Conversion takes about a tenth of a second, so the last ones are kept. The library is loaded here because it takes
    most of a second, which only those with such clients should wait.
    """
    from pyxform.xls2xform import convert  # type: ignore[import-untyped]  # the library has no types

    sheets: Rows = json.loads(rows)
    version = f"{state}.{hashlib.sha256(f'{id} {name} {rows}'.encode()).hexdigest()[:SHORT]}"
    settings = {"form_title": name, "form_id": id, "version": version, "default_language": LANGUAGES["id"]}
    own = {key: cell for row in sheets[SETTINGS] for key, cell in row.items()} | settings
    xml: str = convert(written({**sheets, SETTINGS: [own]}), file_type=".xlsx").xform
    return Form(id, name, version, xml.encode())
