"""Letting a conflict of interest in: somebody asks with a reason, another person decides with a reason (A13).

Neither the mentor nor whoever asks may let it in; a later kind of conflict needs a new decision.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.matching import conflicts as domain
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.mentors.models import Waiver, WaiverRequest
from sidamping.features.mentors.queries.conflicts import PairConflict, conflicts_of
from sidamping.features.mentors.queries.scope import decides, sees
from sidamping.features.parties import queries as parties
from sidamping.platform.access.queries import user_names
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns

MOST = 400


@transaction.atomic
def ask_waiver(*, by: Viewer, id: UUID, user: UUID, party: UUID, why: str) -> UUID:
    """Ask that a conflict be let in. The same open request is kept once; sent twice, it is there once."""
    place = _place(party)
    if not (sees(by, user) and decides(by, place, user)):
        raise Refused(problem("MENTORS_001", "user"))
    take_turns(user)
    if earlier := WaiverRequest.objects.filter(pk=id).first():
        if (earlier.user_id, earlier.party_id, earlier.why) != (user, party, why.strip()):
            raise Refused(problem("MENTORS_020"))
        return earlier.pk
    open_one = WaiverRequest.objects.filter(user_id=user, party_id=party, asked_by_id=by.user_id, decision=None).first()
    if open_one is not None:
        return open_one.pk
    found = _found(by, user, party)
    refuse_if([*_none(by, user, party, found), *_said(why, "why")])
    kinds = list(found[0].kinds)
    row = WaiverRequest(id=id, user_id=user, party_id=party, kinds=kinds, why=why.strip(), asked_on=by.on)
    row.asked_by_id = by.user_id
    row.save(force_insert=True)
    said = {"request": str(id), "party": str(party), "kinds": kinds}
    journal.record("mentors.waiver_asked", by=by.user_id, subject=user, why=why.strip(), regency=place[:5], **said)
    return id


@transaction.atomic
def waive_conflict(
    *, by: Viewer, id: UUID, user: UUID, party: UUID, why: str, let_in: bool = True, request: UUID | None = None
) -> UUID:
    """Let a conflict in, or refuse to. Never by the mentor, never by who asked; always with a reason."""
    place = _place(party)
    if not decides(by, place, user):
        raise Refused(problem("MENTORS_022", "by"))
    take_turns(user)
    if earlier := Waiver.objects.filter(pk=id).first():
        return _same(earlier, user, party, let_in)
    asked = _asked(request, user, party)
    found = _found(by, user, party)
    proposer = str(asked.asked_by_id) if asked else ""
    told = domain.Waiver(str(user), str(party), str(by.user_id), why)
    refuse_if([
        *_none(by, user, party, found), *_decided(asked),
        *domain.waiver_faults(told, proposer=proposer, mentor_user=str(user)), *_long(why, "why"),
    ])  # fmt: skip
    kinds = sorted({*found[0].kinds, *(asked.kinds if asked else ())})
    row = Waiver(id=id, request=asked, user_id=user, party_id=party, kinds=kinds, let_in=let_in, why=why.strip())
    row.by_id, row.on = by.user_id, by.on
    row.save(force_insert=True)
    action = "mentors.conflict_let_in" if let_in else "mentors.conflict_refused"
    said = {"party": str(party), "kinds": kinds, "request": str(request or "")}
    journal.record(action, by=by.user_id, subject=user, why=why.strip(), regency=place[:5], **said)
    return id


def _place(party: UUID) -> str:
    found = parties.party_names([party]).get(party)
    if found is None:
        raise Refused(problem("MENTORS_011", "party"))
    return found.village_code


def _asked(request: UUID | None, user: UUID, party: UUID) -> WaiverRequest | None:
    if request is None:
        return None
    row = WaiverRequest.objects.select_for_update().filter(pk=request, user_id=user, party_id=party).first()
    if row is None:
        raise Refused(problem("MENTORS_018", "request"))
    return row


def _found(by: Viewer, user: UUID, party: UUID) -> Sequence[PairConflict]:
    return conflicts_of([user], [party], by.on)


def _none(by: Viewer, user: UUID, party: UUID, found: Sequence[PairConflict]) -> list[Problem]:
    if found:
        return []
    mentor, mentee = user_names([user]).get(user, "?"), parties.party_names([party])[party].name
    return [problem("MENTORS_017", "party", mentor=mentor, mentee=mentee, day=by.on)]


def _decided(asked: WaiverRequest | None) -> list[Problem]:
    made = Waiver.objects.filter(request=asked).select_related("by").first() if asked else None
    return [problem("MENTORS_019", "request", name=made.by.full_name, day=made.on)] if made else []


def _said(why: str, field: str) -> list[Problem]:
    if not why.strip():
        return [problem("GENERAL_001", field, label=_("Alasan"))]
    return _long(why, field)


def _long(why: str, field: str) -> list[Problem]:
    seen = len(why.strip())
    return [problem("MENTORS_021", field, label=str(_("Alasan")), seen=seen, most=MOST)] if seen > MOST else []


def _same(earlier: Waiver, user: UUID, party: UUID, let_in: bool) -> UUID:
    if (earlier.user_id, earlier.party_id, earlier.let_in) != (user, party, let_in):
        raise Refused(problem("MENTORS_020"))
    return earlier.pk
