"""Acts on a handed-in paper: acknowledge, pass, return, receive. Two at once: one wins, the other is told."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from sidamping.domain.papers import continuity
from sidamping.domain.papers.states import PASSED, RECEIVED, RETURNED, Turn, role_of, turns
from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.papers.models import Act, Copy, Revision
from sidamping.features.papers.queries import chain
from sidamping.features.papers.queries.sheets import may
from sidamping.features.papers.queries.states import newest_revision
from sidamping.features.papers.services.locked import locked, moment, not_yours, role_word, state_word
from sidamping.platform.access import roles
from sidamping.platform.access.models import User
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal


@transaction.atomic
def act(
    *, by: Viewer, paper: UUID, revision: UUID, ordinal: int, action: str, now: datetime, remark: str = ""
) -> UUID:
    """One act on the newest revision. `ordinal` is the place the actor expects it to take: last seen plus one.

    The same act of the same person on the same place is a success without a second row.
    """
    row = locked(by, paper, action, "")
    newest = newest_seen(row, revision)
    if taken := Act.objects.filter(revision=newest, ordinal=ordinal).first():
        return place_taken(by, taken, action)
    refuse_if(_faults(by, row, newest, action, remark) or place_faults(newest, ordinal))
    written = _write(by, row, newest, action, remark.strip(), now)
    journal.record(
        f"papers.{action}", by=by.user_id, subject=paper, regency=row.regency, why=remark.strip(),
        number=row.number, revision=newest.number, ordinal=written.ordinal,
    )  # fmt: skip
    return written.pk


def newest_seen(row: Any, revision: UUID) -> Revision:
    """The newest revision, which must be the one the actor read."""
    newest = newest_revision(row.pk)
    if newest is None or newest.pk != revision:
        raise Refused(problem("PAPERS_027", "revision", seen=newest.number if newest else 0))
    return newest


def place_taken(by: Viewer, taken: Act, action: str) -> UUID:
    """The actor's own act sent twice; anybody else's is told."""
    if taken.by_id == by.user_id and taken.action == action:
        return taken.pk
    values = {"name": taken.signer_name, "action": state_word(taken.action), "at": moment(taken.at)}
    raise Refused(problem("PAPERS_020", "action", **values))


def place_faults(newest: Revision, ordinal: int) -> list[Problem]:
    """The place must be the one after the last act; who names a later one has not seen this paper."""
    seen = Act.objects.filter(revision=newest).count() + 1
    return [] if ordinal == seen else [problem("GENERAL_003", "ordinal")]


def _faults(by: Viewer, row: Any, newest: Revision, action: str, remark: str) -> list[Problem]:
    if row.mentor_id == by.user_id:
        return [problem("PAPERS_022", "action")]
    role = role_of(action, newest.content)
    if not role or not may(by, row, role):
        return [not_yours(action, role)]
    possible = turns(row.state, newest.content)
    if action not in [turn.action for turn in possible]:
        return [problem("PAPERS_018", "action", action=state_word(action), state=state_word(row.state),
                        awaited=awaited(possible))]  # fmt: skip
    if action == RETURNED and not remark.strip():
        return [problem("PAPERS_021", "remark")]
    return _broken(row, newest) if action == PASSED else []


def awaited(possible: tuple[Turn, ...]) -> str:
    """Who is waited for, in words."""
    return ", ".join(dict.fromkeys(role_word(turn.role) for turn in possible)) or "—"


def _broken(row: Any, newest: Revision) -> list[Problem]:
    """A development report passes only on approved figures of the month before, unchanged since it was composed."""
    if row.kind != chain.KIND or row.engagement_id is None:
        return []
    before = Month.of(row.period_start).previous
    waiting = chain.unsettled(row.engagement_id, before.start, row.mentor_id)
    if waiting:
        return [problem("PAPERS_034", "action", period=before.label(), state=state_word(waiting))]
    accepted = chain.accepted_months(row.engagement_id, before.start, before.start).get(before.start)
    return list(continuity.breaks(newest.content, accepted.values)) if accepted else []


def _write(by: Viewer, row: Any, newest: Revision, action: str, remark: str, now: datetime) -> Act:
    user = User.objects.get(pk=by.user_id)
    last = Act.objects.filter(revision=newest).order_by("-ordinal").values_list("ordinal", flat=True)[0]
    written = Act.objects.create(
        revision=newest, ordinal=last + 1, action=action, role=role_of(action, newest.content), remark=remark,
        signer_name=str(user), signer_nip=user.nip, by=user, at=now,
    )  # fmt: skip
    if action == RECEIVED:
        _receive_own_copy(newest, user, now)
    return written


def _receive_own_copy(newest: Revision, user: User, now: datetime) -> None:
    """Who receives the paper for the secretariat holds the secretariat's copy in the hand."""
    for copy in newest.content["copies"]:
        if copy["role"] == roles.SECRETARIAT:
            held = {"recipient": copy["recipient"][:160], "by": user, "at": now}
            Copy.objects.get_or_create(revision=newest, copy_no=copy["no"], defaults=held)
