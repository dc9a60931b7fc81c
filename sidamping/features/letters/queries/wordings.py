"""The text a letter is made from: the nearest office's own, else the standard of the rulebook; and its preview."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sidamping.domain.letters.composing import Frame, compose
from sidamping.domain.letters.forms import COUNT, DAY, LINES, RUPIAH, LetterForm, LetterText
from sidamping.domain.letters.wording import text_faults
from sidamping.domain.problems import refuse_if
from sidamping.features.letters.models import Wording
from sidamping.features.letters.queries.scope import KEEPERS, keeps
from sidamping.features.letters.queries.senders import signing_role
from sidamping.features.letters.render.pdf import Sheet
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.documents.numbering import number_text
from sidamping.platform.http.language import reader_language
from sidamping.platform.territory.queries import lineage, path_of
from sidamping.rules import books
from sidamping.rules.letters import letter_form, letter_forms
from sidamping.rules.programme_forms import Programme

PREVIEW_SEQ = 1


@dataclass(frozen=True)
class Office:
    """A programme and the area of an office that words its letters; '' is the whole programme."""

    programme: str
    title: str
    area: str
    area_name: str


@dataclass(frozen=True)
class WordingLine:
    """A kind of letter in the list of texts, with who changed it last."""

    kind: str
    title: str
    own: bool
    revision: int
    by: str
    at: datetime | None
    status: str


@dataclass(frozen=True)
class Change:
    """One saved text, or a return to the standard."""

    revision: int
    own: bool
    by: str
    at: datetime


@dataclass(frozen=True)
class WordingCard:
    """The text of a kind for an office: what holds now, the standard beside it, and every change so far."""

    office: Office
    form: LetterForm
    title: str
    text: LetterText
    standard: LetterText
    own: bool
    revision: int
    changes: tuple[Change, ...]


def offices_of(viewer: Viewer) -> tuple[Office, ...]:
    """The offices whose letters the viewer words, by programme."""
    found: dict[tuple[str, str], Office] = {}
    grants = [one for one in viewer.holding(*KEEPERS) if one.subject_id is None]
    names = path_of([one.area for one in grants if one.area])
    for one in books.programmes(viewer.on):
        for grant in grants:
            if grant.programme in ("", one.code) and _meets(one.area, grant.area):
                area = max(one.area, grant.area, key=len) if grant.area != one.area else one.area
                title = one.title.text(reader_language())
                found[one.code, area] = Office(one.code, title, area, names.get(area, "").partition(",")[0])
    return tuple(found[key] for key in sorted(found))


def words_letters(viewer: Viewer) -> bool:
    """Whether the viewer words letters of any office."""
    return any(one.subject_id is None for one in viewer.holding(*KEEPERS))


def wordings_page(viewer: Viewer, office: Office) -> tuple[WordingLine, ...]:
    """Every kind of letter with the text in use at the office."""
    newest = _newest(office.programme)
    return tuple(_line(form, newest.get((form.name, office.area))) for form in _worded(viewer.on))


def wording_card(viewer: Viewer, programme: str, kind: str, area: str) -> WordingCard | None:
    """The text of one kind at an office; None for a stranger."""
    if not keeps(viewer, programme, area):
        return None
    office = next((one for one in offices_of(viewer) if (one.programme, one.area) == (programme, area)), None)
    form = next((one for one in _worded(viewer.on) if one.name == kind), None)
    if office is None or form is None:
        return None
    rows = list(_rows(programme).filter(kind=kind, area=area).select_related("by").order_by("-revision"))
    held = text_for(programme, form, area)[0]
    changes = tuple(Change(row.revision, row.text is not None, str(row.by), row.at) for row in rows)
    title, own = form.title(reader_language()), bool(rows and rows[0].text is not None)
    return WordingCard(office, form, title, held, form.text, own, rows[0].revision if rows else 0, changes)


def _worded(on: date) -> tuple[LetterForm, ...]:
    """The kinds a programme's offices write; reserved ones are no programme's."""
    return tuple(one for one in letter_forms(on) if not one.reserved)


def text_for(programme: str, form: LetterForm, area: str) -> tuple[LetterText, Wording | None]:
    """The text that holds in an area: the nearest office's own, else the standard. Unscoped."""
    around = ["", *lineage(area)] if area else [""]
    newest = _newest(programme)
    for code in sorted(around, key=len, reverse=True):
        row = newest.get((form.name, code))
        if row is not None and row.text is not None:
            return LetterText(**row.text), row
    return form.text, None


def patterns_of(programme: str, on: date) -> dict[tuple[str, str], str]:
    """The number patterns in use: (kind, area) → pattern; the standards under ''. Unscoped."""
    found = {(form.name, ""): form.text.number for form in letter_forms(on)}
    return found | {key: row.text["number"] for key, row in _newest(programme).items() if row.text is not None}


def preview(viewer: Viewer, office: Office, kind: str, text: LetterText) -> Sheet:
    """The letter as it would print with sample facts. Refused with every fault when it cannot be composed."""
    form, programme = letter_form(kind, viewer.on), books.programme(office.programme, viewer.on)
    refuse_if(text_faults(form, text))
    content = compose(form, text, _samples(form, viewer.on), _sample_frame(viewer.on, office, programme, form, text))
    return Sheet({**content, "acknowledged_by": []}, "", "", False, None, True)


def number_in(text: LetterText, programme: str, area: str, on: date, seq: int) -> str:
    """The number as printed."""
    return number_text(text.number, seq=seq, on=on, programme=programme.upper(), area=area or "RI")


def _sample_frame(on: date, office: Office, programme: Programme, form: LetterForm, text: LetterText) -> Frame:
    return Frame(
        programme=programme.title.id, letterhead=programme.letterhead, recipient="Nama penerima", place="tempat",
        region=office.area_name, cohort="Angkatan 1", sent_from=programme.place, on=on,
        number=number_in(text, programme.code, office.area, on, PREVIEW_SEQ), role=signing_role(programme, form)[1],
    )


def _samples(form: LetterForm, on: date) -> dict[str, Any]:
    read = {DAY: date.fromisoformat, LINES: str.splitlines, COUNT: int, RUPIAH: int}
    return {one.key: read[one.kind](one.sample) if one.kind in read else one.sample for one in form.facts}  # type: ignore[operator]  # one reader a kind


def _line(form: LetterForm, row: Wording | None) -> WordingLine:
    own = row is not None and row.text is not None
    title = form.title(reader_language())
    if row is None:
        return WordingLine(form.name, title, False, 0, "", None, form.status)
    return WordingLine(form.name, title, own, row.revision, str(row.by), row.at, form.status)


def _newest(programme: str) -> dict[tuple[str, str], Wording]:
    rows = _rows(programme).order_by("kind", "area", "-revision").distinct("kind", "area").select_related("by")
    return {(row.kind, row.area): row for row in rows}


def _rows(programme: str) -> Any:
    return Wording.objects.filter(programme=programme)


def _meets(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def same_text(one: LetterText, other: LetterText) -> bool:
    """Whether two texts say the same."""
    return asdict(one) == asdict(other)
