"""Writes down whom a member names as heir, and ends an entry: a part of the register of members (E7)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books import queries as books
from sidamping.features.savings.models import KINSHIP, Heir
from sidamping.features.savings.services.keeping import kept, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns


@transaction.atomic
def name_heir(*, by: Viewer, id: UUID, member: UUID, name: str, kinship: str, now: datetime) -> None:
    """An heir of a member. Sent twice, and named twice, it is one."""
    book = _book(by, member)
    card, name = kept(by, book), name.strip()
    take_turns(member)
    if Heir.objects.filter(pk=id).exists() or Heir.objects.filter(member_id=member, name=name, ended_at=None).exists():
        return
    refuse_if(_faults(name, kinship))
    Heir.objects.create(id=id, member_id=member, name=name, kinship=kinship, named_by_id=by.user_id, named_at=now)
    tell("heir_named", by, member, card, kinship=kinship)


@transaction.atomic
def end_heir(*, by: Viewer, member: UUID, heir: UUID, now: datetime) -> None:
    """An heir is named no more; the entry stays in the register. Ended twice, it is ended once."""
    card = kept(by, _book(by, member))
    if Heir.objects.filter(pk=heir, member_id=member, ended_at=None).update(ended_at=now):
        tell("heir_ended", by, member, card)


def _faults(name: str, kinship: str) -> list[Problem]:
    found = [] if name else [problem("GENERAL_001", "name", label=_("Nama ahli waris"))]
    if kinship not in KINSHIP:
        found.append(problem("GENERAL_002", "kinship", label=_("Hubungan"), seen=kinship[:20]))
    return found


def _book(by: Viewer, member: UUID) -> UUID:
    found = books.member(by, member, by.on)
    if found is None:
        raise Refused(problem("BOOKS_018"))
    return found[0]
