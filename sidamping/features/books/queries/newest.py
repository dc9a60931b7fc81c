"""Which account of a book is the newest: what is kept of its chart in memory counts only while that is still so.

A request asks once for each book; whatever runs outside of a request asks every time.
"""

from __future__ import annotations

import threading
from typing import Any
from uuid import UUID

from django.core.signals import request_finished, request_started
from django.db.models import Max

from sidamping.features.books.models import Account

_asked = threading.local()


def newest_account(book_id: UUID) -> int:
    """The key of the newest account; 0 for a book without any."""
    known: dict[UUID, int] | None = getattr(_asked, "known", None)
    if known is not None and book_id in known:
        return known[book_id]
    found = Account.objects.filter(book_id=book_id).aggregate(newest=Max("pk"))["newest"] or 0
    if known is not None:
        known[book_id] = found
    return int(found)


def forget_newest() -> None:
    """An account was added: ask again."""
    if getattr(_asked, "known", None) is not None:
        _asked.known = {}


def _begin(**_told: Any) -> None:
    _asked.known = {}


def _end(**_told: Any) -> None:
    _asked.known = None


request_started.connect(_begin, dispatch_uid="books.newest_account.begin")
request_finished.connect(_end, dispatch_uid="books.newest_account.end")
