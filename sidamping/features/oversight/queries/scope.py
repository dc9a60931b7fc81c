"""Whom oversight is open to, and what a programme's file hides from mentors."""

from __future__ import annotations

from sidamping.platform.access import roles
from sidamping.rules.books import pinned_programme

MONITORS = (roles.PMO, roles.SECRETARIAT, roles.DINAS_REGENCY, roles.DINAS_PROVINCE)
"""Roles that call and visit mentees, and check visits of mentors."""


def hides_words(pinned: str) -> bool:
    """Whether the programme hides from mentors what a mentee says of them: it hides a step of its own from them."""
    return any(roles.MENTOR in step.hidden_from for step in pinned_programme(pinned).steps)
