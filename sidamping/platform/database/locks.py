"""Locks that make two writers of one subject take turns, and the name of the guard that refused a write."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, connection


def take_turns(subject: UUID) -> None:
    """Wait until no other transaction holds the subject; released when the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(subject)])


def broken_guard(error: IntegrityError) -> str:
    """The name of the constraint that refused the write; '' when the server did not tell."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return getattr(diagnosis, "constraint_name", "") or ""


def guard_detail(error: IntegrityError) -> str:
    """What the guard told beside its message; '' when it told nothing."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return getattr(diagnosis, "message_detail", "") or ""
