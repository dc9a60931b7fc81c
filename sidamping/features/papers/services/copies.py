"""Receipts of the copies: each is confirmed once, by the office it is for or the one it goes by way of (C17)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.papers.states import accepted
from sidamping.domain.problems import Refused, problem
from sidamping.features.papers.models import Copy
from sidamping.features.papers.queries.sheets import may_receive
from sidamping.features.papers.queries.states import newest_revision
from sidamping.features.papers.services.locked import locked, moment
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal


@transaction.atomic
def receive_copy(*, by: Viewer, paper: UUID, copy_no: int, now: datetime) -> UUID:
    """The receipt of one copy of the newest revision. Confirmed twice by the same person, it happens once."""
    row = locked(by, paper, "received", "secretariat")
    newest = newest_revision(paper)
    copies = {copy["no"]: copy for copy in newest.content["copies"]} if newest else {}
    if newest is None or copy_no not in copies or not may_receive(by, row, copies[copy_no]["role"]):
        raise Refused(problem("PAPERS_024", "copy", seen=copy_no))
    if not accepted(row.state, newest.content):
        raise Refused(problem("PAPERS_026", "copy"))
    earlier = Copy.objects.filter(revision=newest, copy_no=copy_no).select_related("by").first()
    if earlier is not None:
        return _already(by, earlier)
    recipient = copies[copy_no]["recipient"][:160]
    written = Copy.objects.create(revision=newest, copy_no=copy_no, recipient=recipient, by_id=by.user_id, at=now)
    journal.record("papers.copy_received", by=by.user_id, subject=paper, regency=row.regency, copy=copy_no)
    return written.pk


def _already(by: Viewer, earlier: Copy) -> UUID:
    if earlier.by_id == by.user_id:
        return earlier.pk
    values = {"name": str(earlier.by), "at": moment(earlier.at)}
    raise Refused(problem("PAPERS_025", "copy", seen=earlier.copy_no, **values))
