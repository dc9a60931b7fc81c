"""Declared interests: what binds a mentor to a mentee that no register tells, such as kin or a loan (A13, C34)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.mentors.models import Interest
from sidamping.features.mentors.queries.scope import keeps
from sidamping.features.mentors.services.certificates import regency_of
from sidamping.features.parties import queries as parties
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns
from sidamping.rules.books import listing

MOST = 240


@transaction.atomic
def declare_interest(
    *, by: Viewer, id: UUID, user: UUID, party: UUID, kind: str, note: str, starts: date, ends: date | None = None
) -> UUID:
    """Declare what binds a mentor to a party, by the mentor or who keeps the profile. Sent twice, it is there once."""
    if not (keeps(by, user) or (by.user_id == user and by.has(roles.MENTOR))):
        raise Refused(problem("MENTORS_001", "user"))
    take_turns(user)
    row = Interest(id=id, user_id=user, party_id=party, kind=kind, note=note.strip(), starts=starts, ends=ends)
    row.declared_by_id = by.user_id
    if earlier := Interest.objects.filter(pk=id).first():
        return _same(earlier, row)
    faults = _faults(by, row)
    if ends is not None:
        row.ended_why = row.note
    refuse_if(faults)
    row.save(force_insert=True)
    said = {"interest": str(id), "party": str(party), "kind": kind}
    journal.record("mentors.interest_declared", by=by.user_id, subject=user, regency=regency_of(user), **said)
    return id


@transaction.atomic
def end_interest(*, by: Viewer, interest: UUID, ends: date, why: str) -> None:
    """An interest that is over: its last day and why. Only who keeps the profile, never the mentor alone."""
    row = Interest.objects.select_for_update().filter(pk=interest).first()
    if row is None or not keeps(by, row.user_id):
        raise Refused(problem("MENTORS_012", "interest"))
    if row.ends == ends and row.ended_why == why.strip():
        return
    if row.ends is not None:
        raise Refused(problem("MENTORS_023", "ends", day=row.ends))
    faults = [] if why.strip() else [problem("GENERAL_001", "why", label=_("Alasan"))]
    if ends < row.starts:
        faults.append(problem("MENTORS_014", "ends", starts=row.starts, ends=ends))
    refuse_if([*faults, *_long(why, "why", _("Alasan"))])
    row.ends, row.ended_why = ends, why.strip()
    row.save(update_fields=["ends", "ended_why"])
    said = {"interest": str(interest), "ends": str(ends)}
    action, regency = "mentors.interest_ended", regency_of(row.user_id)
    journal.record(action, by=by.user_id, subject=row.user_id, why=why.strip(), regency=regency, **said)


def _faults(by: Viewer, row: Interest) -> list[Problem]:
    faults = []
    if row.party_id not in parties.names_in_sight(by, [row.party_id]):
        faults.append(problem("MENTORS_011", "party"))
    if row.kind not in {one.code for one in listing("conflict-kinds") if not one.retired}:
        faults.append(problem("GENERAL_002", "kind", label=_("Jenis kepentingan"), seen=row.kind[:40]))
    if not row.note:
        faults.append(problem("GENERAL_001", "note", label=_("Keterangan")))
    if row.ends is not None and row.ends < row.starts:
        faults.append(problem("MENTORS_014", "ends", starts=row.starts, ends=row.ends))
    same = Interest.objects.filter(user_id=row.user_id, party_id=row.party_id, kind=row.kind)
    if open_one := same.filter(ends__isnull=True).first() or same.filter(starts=row.starts).first():
        faults.append(problem("MENTORS_013", "kind", starts=open_one.starts))
    return [*faults, *_long(row.note, "note", _("Keterangan"))]


def _long(text: str, field: str, label: object) -> list[Problem]:
    seen = len(text.strip())
    return [problem("MENTORS_021", field, label=str(label), seen=seen, most=MOST)] if seen > MOST else []


def _same(earlier: Interest, row: Interest) -> UUID:
    if any(getattr(earlier, part) != getattr(row, part) for part in ("user_id", "party_id", "kind", "starts")):
        raise Refused(problem("MENTORS_020"))
    return earlier.pk
