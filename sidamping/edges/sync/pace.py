"""How often one person may ask within a while, whichever process answers: it only stops programs that run wild."""

from __future__ import annotations

from time import time
from uuid import UUID

from django.db import connection

WINDOW_SECONDS, MOST, QUEUE_FILE = 10, 300, 20
"""A queue file holds what a phone sends in many requests, so it counts as twenty."""
COUNT = """
INSERT INTO sync_pace AS held (who_id, "window", asked) VALUES (%(who)s, %(window)s, %(weight)s)
ON CONFLICT (who_id) DO UPDATE SET "window" = excluded."window",
    asked = CASE WHEN held."window" = excluded."window" THEN held.asked ELSE 0 END + excluded.asked
RETURNING asked
"""


def too_fast(who: UUID, weight: int = 1) -> int:
    """Seconds to wait when this is one request too many, else 0."""
    window, gone = divmod(time(), WINDOW_SECONDS)
    with connection.cursor() as cursor:
        cursor.execute(COUNT, {"who": who, "window": int(window), "weight": weight})
        (asked,) = cursor.fetchone()
    return int(WINDOW_SECONDS - gone) + 1 if asked > MOST else 0
