"""Issues a letter: composed from the office's text and the facts, numbered without a gap, frozen with its hash (F9)."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from sidamping.domain.letters.composing import Frame, compose, fact_faults, plain_facts
from sidamping.domain.letters.forms import LetterForm
from sidamping.domain.letters.wording import text_faults
from sidamping.domain.papers.canonical import digest
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.letters.models import Letter
from sidamping.features.letters.queries.scope import issues, own_area, visible
from sidamping.features.letters.queries.senders import IssuingOffice, sender_of
from sidamping.features.letters.queries.wordings import number_in, text_for
from sidamping.platform.access.viewer import Viewer, actor_of
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns
from sidamping.platform.documents.numbering import next_number
from sidamping.platform.territory.queries import path_of
from sidamping.rules import books
from sidamping.rules.letters import letter_form
from sidamping.rules.programme_forms import Programme

TOKEN_BYTES = 18
LONGEST_RECIPIENT = 200


@transaction.atomic
def issue(
    *, by: Viewer | None, id: UUID, kind: str, recipient: str, place: str, facts: Mapping[str, Any], on: date,
    programme: str = "", cohort: UUID | None = None, path: UUID | None = None, engagement: UUID | None = None,
    regency: str = "", reply_to: UUID | None = None, office: IssuingOffice | None = None,
) -> UUID:  # fmt: skip
    """The letter's id. The same id with the same content is issued once and keeps its number.

    `place` is where the recipient is ('Kupang', 'Tempat'); `facts` are those the letter's file names. Who may decide
    what the letter tells is checked by the calling feature; here only who may issue for that programme and area.
    An `office` writes in its own name instead of a programme's: the calling feature knows who may, and shows it.
    """
    take_turns(id)
    form = letter_form(kind, on)
    row = Letter(
        id=id, programme=office.series if office else programme, kind=kind, cohort_id=cohort, path_id=path,
        engagement_id=engagement, recipient=" ".join(recipient.split()), on=on, year=on.year, form=form.version,
        reply_to_id=reply_to, reserved=office is not None,
    )
    there = Letter.objects.filter(pk=id).first()
    if there is not None:
        return _again(there, row, plain_facts(form, facts))
    row.area = regency if office else own_area(by, programme, regency or _area_of(row))
    refuse_if(_faults(by, row, form, facts))
    _number(by, row, form, facts, place, office)
    row.save(force_insert=True)
    journal.record(
        "letters.issued", by=actor_of(by), subject=id, regency=row.area[:5], kind=kind, programme=row.programme,
        number=row.number, sha256=row.sha256,
    )
    return id


def _number(
    by: Viewer | None, row: Letter, form: LetterForm, facts: Mapping[str, Any], place: str, office: IssuingOffice | None
) -> None:
    """Everything that follows from the number, which is taken last, so that a refusal leaves no gap."""
    text, wording = text_for(row.programme, form, row.area)
    refuse_if(text_faults(form, text))
    sender = office.sender if office else sender_of(by, _programme(row), form, row.area, row.on)
    signer = sender.signer
    row.seq = next_number(f"surat/{row.programme}/{row.kind}"[:80], row.year)
    row.number = number_in(text, row.programme, row.area, row.on, row.seq)
    region = path_of([row.area]).get(row.area, "").partition(",")[0] if row.area else ""
    frame = Frame(
        programme=sender.title, letterhead=sender.letterhead, recipient=row.recipient, place=place.strip(),
        region=region, cohort=row.cohort.name if row.cohort else "", sent_from=sender.place, on=row.on,
        number=row.number, role=signer.role_name, signer_name=signer.name, signer_nip=signer.nip,
        electronic=signer.electronic,
    )
    roles_here = [role for role in form.acknowledged_by if role in sender.roles]
    row.content = {**compose(form, text, facts, frame), "acknowledged_by": roles_here}
    row.sha256, row.wording, row.token = digest(row.content), wording, secrets.token_urlsafe(TOKEN_BYTES)
    row.by_id = actor_of(by)


def _again(there: Letter, row: Letter, facts: dict[str, Any]) -> UUID:
    same = [getattr(there, name) == getattr(row, name) for name in (
        "programme", "kind", "cohort_id", "path_id", "engagement_id", "recipient", "on"
    )]  # fmt: skip
    if not all(same) or there.content["facts"] != facts:
        raise Refused(problem("LETTERS_007", "id", number=there.number))
    return there.pk


def _faults(by: Viewer | None, row: Letter, form: LetterForm, facts: Mapping[str, Any]) -> list[Problem]:
    found: list[Problem] = []
    if not row.reserved and not issues(by, row.programme, row.area, row.engagement_id):
        found.append(problem("LETTERS_006", programme=_programme(row).title.id))
    if not row.recipient:
        found.append(problem("LETTERS_005", "recipient"))
    if len(row.recipient) > LONGEST_RECIPIENT:
        sizes = {"seen": len(row.recipient), "most": LONGEST_RECIPIENT}
        found.append(problem("LETTERS_020", "recipient", part="Penerima", **sizes))
    letters = Letter.objects if by is None else visible(by)
    if row.reply_to_id and not letters.filter(pk=row.reply_to_id).exists():
        found.append(problem("LETTERS_022", "reply_to"))
    return [*found, *fact_faults(form, facts)]


def _area_of(row: Letter) -> str:
    if row.engagement:
        return row.engagement.regency
    return row.cohort.area if row.cohort else ""


def _programme(row: Letter) -> Programme:
    """The version the path is pinned to; without a path the one in force on the letter's day."""
    pinned = row.path.pinned if row.path else row.engagement.pinned if row.engagement else ""
    return books.pinned_programme(pinned) if pinned else books.programme(row.programme, row.on)
