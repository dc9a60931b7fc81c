"""Records, corrects and verifies the figures of a month (C4, C9). What was told stays; a correction says why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db import transaction

from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.programmes import services as programmes
from sidamping.features.programmes.queries import EngagementCard
from sidamping.features.progress.models import Link, MonthRecord, Verification
from sidamping.features.progress.queries.lines import MonthLine
from sidamping.features.progress.queries.people import verifies
from sidamping.features.progress.queries.series import month_record
from sidamping.features.progress.services.drafts import LABELS, MonthDraft, Photo, faults_of, plain
from sidamping.features.progress.services.standing import held, seen, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.attachments.pictures import Picture, read_picture
from sidamping.platform.database.locks import take_turns
from sidamping.platform.http.language import reader_language

MONTHS_BEFORE = 15
"""How far before the mentoring months may be told: a year to compare with, and the months before the start."""
PHOTO, TRANSCRIBED = "photo", "transcribed"
BOOKKEEPING = {("simple-records", "")}
"""A month written down day by day, whose proof somebody else saw, shows what this sheet would show."""


@transaction.atomic
def record_month(
    *, by: Viewer, engagement: UUID, draft: MonthDraft, on: date, photo: Photo | None = None,
    photo_follows: bool = False,
) -> UUID:
    """The figures of a month nobody has told yet. Sent twice, they are kept once.

    `photo_follows`: a phone announced the photo of the proof and sends it after the figures.
    """
    card = held(by, engagement)
    return keep_month(card, draft, on, photo, by=by.user_id, pictured=photo_follows)


@transaction.atomic
def add_proof(*, by: Viewer, record: UUID, name: str, content: bytes) -> UUID:
    """The photo of a month's proof that followed its figures, as an attachment; the same photo twice is one."""
    card = held(by, _found(by, record).engagement_id)
    kept, new = store.keep_picture(read_picture(name, content, "photo"), subject=record, by=by.user_id)
    if new:
        tell("proof_added", by.user_id, record, card, photo=str(kept.id), sha256=kept.sha256)
    return kept.id


def keep_month(
    card: EngagementCard, draft: MonthDraft, on: date, photo: Photo | None, *, by: UUID, link: Link | None = None,
    pictured: bool = False,
) -> UUID:
    """Within a service that has checked who writes: the month with its photo, told by a person or by a participant."""
    if _again(card, draft, None):
        return draft.id
    picture, faults = _picture(photo)
    there = MonthRecord.objects.filter(engagement_id=card.id, month=draft.month.start, replaced_by=None).first()
    faults += [*faults_of(draft), *_month_faults(card, draft.month, on)]
    faults += _proof_faults(draft, pictured or photo is not None)
    if there is not None:
        faults.append(_told_already(draft.month, there, to_guest=link is not None))
    refuse_if(faults)
    row = MonthRecord.objects.create(engagement_id=card.id, told_on=on, by_id=by, link=link, **plain(draft))
    _keep(picture, row.pk, by)
    tell(
        "month_recorded", None if link else by, row.pk, card, month=str(draft.month), source=draft.source,
        photo=picture is not None, link=str(link.pk) if link else "",
    )
    return row.pk


@transaction.atomic
def correct_month(
    *, by: Viewer, record: UUID, draft: MonthDraft, why: str, on: date, photo: Photo | None = None,
    photo_follows: bool = False,
) -> UUID:
    """A new version of a month; the one before stays readable. Only the newest can be corrected."""
    line = _found(by, record)
    card = held(by, line.engagement_id)
    if _again(card, draft, record):
        return draft.id
    if MonthRecord.objects.filter(replaces=record).exists():
        raise Refused(problem("PROGRESS_008", "record"))
    picture, faults = _picture(photo)
    pictured = photo_follows or photo is not None or bool(store.pictures_of(_chain(line)))
    faults += [*faults_of(draft), *_proof_faults(draft, pictured)]
    if draft.month != line.month:
        faults.append(problem("PROGRESS_003", "month", label=LABELS["month"], seen=str(draft.month)))
    refuse_if([*faults, *([] if why.strip() else [problem("PROGRESS_009", "why")])])
    row = MonthRecord.objects.create(
        engagement_id=card.id, told_on=on, by_id=by.user_id, replaces_id=record, why=why.strip()[:240], **plain(draft)
    )
    _keep(picture, row.pk, by.user_id)
    tell("month_corrected", by.user_id, row.pk, card, why=why.strip(), month=str(line.month), replaces=str(record))
    return row.pk


def take_month(
    *, by: Viewer, engagement: UUID, draft: MonthDraft, instead: UUID, why: str, on: date, photo_follows: bool = False
) -> UUID:
    """Figures that people chose over those in force: a correction of them under a name of its own."""
    told = MonthRecord.objects.filter(engagement_id=engagement, month=draft.month.start, replaced_by=None)
    there = told.values_list("pk", flat=True).first()
    if there is None:
        return record_month(by=by, engagement=engagement, draft=draft, on=on, photo_follows=photo_follows)
    named = replace(draft, id=instead)
    return correct_month(by=by, record=there, draft=named, why=why, on=on, photo_follows=photo_follows)


@transaction.atomic
def verify_month(*, by: Viewer, record: UUID, how: str, on: date) -> None:
    """Somebody else saw the proof. Said twice by the same person, it is once."""
    line = _found(by, record)
    take_turns(line.engagement_id)
    card = seen(by, line.engagement_id)
    there = Verification.objects.filter(record_id=record).select_related("by").first()
    if there is not None and there.by_id == by.user_id:
        return
    refuse_if(_verifying(by, card, line, there, how))
    Verification.objects.create(record_id=record, seen_on=on, how=how.strip()[:240], by_id=by.user_id)
    tell("month_verified", by.user_id, record, card, why=how.strip(), month=str(line.month))
    if line.daily_kept and line.proof and line.month >= Month.of(card.starts):
        programmes.forms_done(by=by, engagement=card.id, kind="deliverable", held=BOOKKEEPING, on=on, source_id=record)


def _verifying(
    by: Viewer, card: EngagementCard, line: MonthLine, there: Verification | None, how: str
) -> Iterator[Problem]:
    if there is not None:
        yield problem("PROGRESS_020", "", name=str(there.by))
    elif not verifies(by, card, line):
        yield problem("PROGRESS_010" if line.by_id == by.user_id else "PROGRESS_001")
    if MonthRecord.objects.filter(replaces=line.id).exists():
        yield problem("PROGRESS_008", "record")
    if not how.strip():
        yield problem("PROGRESS_019", "how")


def _found(by: Viewer, record: UUID) -> MonthLine:
    line = month_record(by, record)
    if line is None:
        raise Refused(problem("PROGRESS_001"))
    return line


def _again(card: EngagementCard, draft: MonthDraft, replaces: UUID | None) -> bool:
    """Whether it was sent before; other content under the same id is refused."""
    there = MonthRecord.objects.filter(pk=draft.id).first()
    if there is None:
        return False
    same = all(getattr(there, name) == told for name, told in plain(draft).items())
    if not same or (there.engagement_id, there.replaces_id) != (card.id, replaces):
        raise Refused(problem("PROGRESS_018", "id"))
    return True


def _month_faults(card: EngagementCard, month: Month, on: date) -> Iterator[Problem]:
    earliest = Month.of(card.starts)
    for _ in range(MONTHS_BEFORE):
        earliest = earliest.previous
    if month.start > on or month < earliest:
        yield problem("PROGRESS_006", "month", month=month.label(reader_language()), most=MONTHS_BEFORE)


def _proof_faults(draft: MonthDraft, pictured: bool) -> Iterator[Problem]:
    """What is said to be on a photo needs the photo."""
    if draft.proof == PHOTO and not pictured:
        yield problem("PROGRESS_011", "photo")
    if draft.source == TRANSCRIBED and not pictured:
        yield problem("PROGRESS_012", "photo")


def _chain(line: MonthLine) -> list[UUID]:
    """Every version of the month so far; a photo behind one of them still proves it."""
    rows = MonthRecord.objects.filter(engagement_id=line.engagement_id, month=line.month.start)
    return list(rows.values_list("pk", flat=True))


def _keep(picture: Picture | None, record: UUID, by: UUID) -> None:
    if picture is not None:
        store.keep_picture(picture, subject=record, by=by)


def _picture(photo: Photo | None) -> tuple[Picture | None, list[Problem]]:
    """The photo that was sent, or what is wrong with it, so that it is told beside everything else."""
    if photo is None:
        return None, []
    try:
        return read_picture(photo.name, photo.content, "photo", photo.size), []
    except Refused as refused:
        return None, list(refused.problems)


def _told_already(month: Month, there: MonthRecord, *, to_guest: bool) -> Problem:
    """A guest is not told who recorded the month."""
    said = month.label(reader_language())
    if to_guest:
        return problem("PROGRESS_021", "month", month=said)
    return problem("PROGRESS_007", "month", month=said, name=str(there.by))
