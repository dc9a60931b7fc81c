"""Keeps an office's own text of a letter as a new row each time, and goes back to the standard of the rulebook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction

from sidamping.domain.letters.forms import LetterForm, LetterText
from sidamping.domain.letters.wording import text_faults
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.letters.models import Wording
from sidamping.features.letters.queries.scope import keeps
from sidamping.features.letters.queries.wordings import patterns_of, same_text, text_for
from sidamping.features.programmes.queries import programme_name
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.ids import uuid7
from sidamping.platform.database.locks import take_turns
from sidamping.rules.letters import letter_form


@transaction.atomic
def save_template(
    *, by: Viewer, programme: str, kind: str, text: LetterText, now: datetime, area: str = "", seen: int | None = None
) -> int:
    """The number of the new row. The same text again is no new row; `seen` is the row it was written over."""
    form = letter_form(kind, by.on)
    newest = _locked(by, programme, kind, area)
    refuse_if([*text_faults(form, text), *_shared_number(programme, form, text.number, by)])
    own = newest is not None and newest.text is not None
    if own and newest is not None and newest.text == asdict(text):
        return newest.revision
    if not own and same_text(text, text_for(programme, form, area)[0]):
        return newest.revision if newest else 0
    _not_changed_meanwhile(newest, seen)
    return _kept(by, programme, form, area, newest, asdict(text), now)


@transaction.atomic
def use_standard(*, by: Viewer, programme: str, kind: str, now: datetime, area: str = "", seen: int | None = None
                 ) -> int:
    """Back to the text of the rulebook (or of the office above); nothing happens where that holds already."""
    form = letter_form(kind, by.on)
    newest = _locked(by, programme, kind, area)
    if newest is None or newest.text is None:
        return newest.revision if newest else 0
    _not_changed_meanwhile(newest, seen)
    return _kept(by, programme, form, area, newest, None, now)


def _locked(by: Viewer, programme: str, kind: str, area: str) -> Wording | None:
    if not keeps(by, programme, area):
        raise Refused(problem("LETTERS_014", programme=programme_name(programme, by.on)))
    take_turns(uuid5(NAMESPACE_URL, f"{programme}/{kind}/{area}"))
    rows = Wording.objects.filter(programme=programme, kind=kind, area=area).select_related("by")
    return rows.order_by("-revision").first()


def _not_changed_meanwhile(newest: Wording | None, seen: int | None) -> None:
    if seen is not None and seen != (newest.revision if newest else 0):
        raise Refused(problem("LETTERS_013", name=str(newest.by) if newest else "—"))


def _shared_number(programme: str, form: LetterForm, pattern: str, by: Viewer) -> Iterator[Problem]:
    """Two kinds of letters may not come to the same number."""
    for (kind, _), used in patterns_of(programme, by.on).items():
        if kind != form.name and used == pattern:
            other = letter_form(kind, by.on).title_id
            yield problem("LETTERS_012", "number", seen=pattern, other=other)
            return


def _kept(
    by: Viewer, programme: str, form: LetterForm, area: str, newest: Wording | None, text: dict[str, str] | None,
    now: datetime,
) -> int:  # fmt: skip
    row = Wording.objects.create(
        id=uuid7(), programme=programme, kind=form.name, area=area, revision=newest.revision + 1 if newest else 1,
        text=text, form=form.version, by_id=by.user_id, at=now,
    )
    action = "letters.worded" if text is not None else "letters.standard_restored"
    journal.record(
        action, by=by.user_id, subject=row.pk, regency=area[:5], programme=programme, kind=form.name,
        revision=row.revision,
    )
    return row.revision
