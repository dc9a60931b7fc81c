"""Takes a paper for writing: its row locked so that two people take turns, refused to strangers."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import get_language

from sidamping.domain.papers.states import DRAFT, editable
from sidamping.domain.papers.words import day
from sidamping.domain.problems import Refused, problem
from sidamping.features.papers.models import Paper
from sidamping.features.papers.queries.sheets import paper_row
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import label


def locked(by: Viewer, paper: UUID, action: str, role: str) -> Any:
    """The annotated row as it is once the lock is held; Refused when the viewer may not see the paper."""
    Paper.objects.select_for_update(of=("self",)).filter(pk=paper).first()
    row = paper_row(by, paper)
    if row is None:
        raise Refused(not_yours(action, role))
    return row


def own_draft(by: Viewer, paper: UUID) -> Any:
    """The viewer's own paper, open for writing."""
    row = locked(by, paper, "draft", "mentor")
    if row.mentor_id != by.user_id:
        raise Refused(not_yours("draft", "mentor"))
    if not editable(row.state or DRAFT):
        raise Refused(problem("PAPERS_017"))
    return row


def not_yours(action: str, role: str) -> Any:
    return problem("PAPERS_019", "action", action=state_word(action), role=role_word(role) if role else "—")


def state_word(code: str) -> str:
    """A state or act as people read it; an unknown code is shown as it came."""
    try:
        return label("paper-states", code, get_language() or "id")
    except Refused:
        return code[:40]


def role_word(code: str) -> str:
    """A role in the reader's language."""
    return label("roles", code, get_language() or "id")


def moment(at: datetime) -> str:
    """'5 Nov 2026 09.15' in the office's time."""
    local = at.astimezone(timezone.get_current_timezone())
    return f"{day(local.date())} {local:%H.%M}"
