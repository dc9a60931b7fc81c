"""What is done with an issued letter: an office acknowledges it, or the issuing office declares it void."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sidamping.domain.problems import Refused, problem
from sidamping.features.letters.models import Acknowledgement, Letter, Void
from sidamping.features.letters.queries.cards import awaited_of, joined, may_void, voided
from sidamping.features.letters.queries.scope import acknowledging, visible
from sidamping.features.programmes.queries import role_name
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns

LONGEST = 400


@transaction.atomic
def acknowledge(*, by: Viewer, letter: UUID, now: datetime, remark: str = "") -> None:
    """The office holds the letter. Once for each role; the same person twice is once."""
    row = _taken(by, letter)
    said = list(row.acknowledgements.all())
    if any(one.by_id == by.user_id for one in said):
        return
    _still_valid(row)
    mine = acknowledging(by, row.programme, row.area, awaited_of(row))
    if not mine:
        raise Refused(_not_awaited(by, row, said))
    said_now = {"role": mine[0], "remark": remark.strip(), "by_id": by.user_id, "at": now}
    held = Acknowledgement.objects.create(letter=row, **said_now)
    journal.record(
        "letters.acknowledged", by=by.user_id, subject=letter, regency=row.area[:5], why=remark.strip()[:LONGEST],
        kind=row.kind, number=row.number, role=held.role,
        engagement=str(row.engagement_id) if row.engagement_id else "",
    )


@transaction.atomic
def declare_void(*, by: Viewer, letter: UUID, why: str, now: datetime) -> None:
    """The letter is void from now on; its number is never given again. Sent twice by one person, it happens once."""
    row = _taken(by, letter)
    done = voided(row)
    if done is not None and done.by_id == by.user_id:
        return
    _still_valid(row)
    if not may_void(by, row):
        raise Refused(problem("LETTERS_018", number=row.number))
    reason = " ".join(why.split())
    if not reason:
        raise Refused(problem("LETTERS_017", "why"))
    if len(reason) > LONGEST:
        raise Refused(problem("LETTERS_020", "why", part="Alasan", seen=len(reason), most=LONGEST))
    Void.objects.create(letter=row, why=reason, by_id=by.user_id, at=now)
    journal.record(
        "letters.voided", by=by.user_id, subject=letter, why=reason, regency=row.area[:5], kind=row.kind,
        number=row.number,
    )


def _taken(by: Viewer, letter: UUID) -> Any:
    take_turns(letter)
    row = joined(visible(by).filter(pk=letter)).first()
    if row is None:
        raise Refused(problem("LETTERS_022", "letter"))
    return row


def _still_valid(row: Letter) -> None:
    done = voided(row)
    if done is not None:
        raise Refused(problem("LETTERS_019", number=row.number, at=_day(done.at)))


def _not_awaited(by: Viewer, row: Letter, said: list[Acknowledgement]) -> Any:
    """Somebody of the same office was first, or nobody of this office is asked."""
    first = next((one for one in said if one.role in acknowledging(by, row.programme, row.area, [one.role])), None)
    if first is not None:
        return problem("LETTERS_016", number=row.number, name=str(first.by), at=_day(first.at))
    wanted = [role_name(role, row.programme, row.on) for role in row.content["acknowledged_by"]]
    return problem("LETTERS_015", number=row.number, roles=", ".join(wanted) or "—")


def _day(at: datetime) -> date:
    """The day in the office's time."""
    return at.astimezone(timezone.get_current_timezone()).date()
