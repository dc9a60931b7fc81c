"""Notices that the rules are others than those the summary was judged by, and has all judged anew (decision 0041).

Marks only, in one short transaction: the worker judges them in chunks, and boards say how many still wait.
"""

from __future__ import annotations

import hashlib
from functools import cache

from django.db import connection, transaction

from sidamping.domain.indicators.definitions import JUDGED, STARTED
from sidamping.features.indicators.models import Summary
from sidamping.rules.loader import book

NOTE = """
INSERT INTO indicators_judging (id, rules) VALUES (1, %s)
ON CONFLICT (id) DO UPDATE SET rules = excluded.rules, noted_at = now() WHERE indicators_judging.rules <> excluded.rules
"""
MARK = """
INSERT INTO indicators_stale (engagement_id)
SELECT engagement_id FROM indicators_summary WHERE measure = %s AND programme = ANY(%s)
ON CONFLICT (engagement_id) DO UPDATE SET marked_in = excluded.marked_in
"""


@transaction.atomic
def notice_rules() -> int:
    """Mark every mentoring that other rules may judge otherwise; returns how many, 0 where the rules are the same."""
    if not note_rules():
        return 0
    programmes = judged_programmes()
    Summary.objects.filter(measure__in=JUDGED).exclude(programme__in=programmes).delete()
    with connection.cursor() as cursor:
        cursor.execute(MARK, [STARTED, list(programmes)])
        return int(cursor.rowcount)


def note_rules() -> bool:
    """Write down by which rules the summary is judged from now on; False where they stood there already."""
    with connection.cursor() as cursor:
        cursor.execute(NOTE, [fingerprint()])
        return bool(cursor.rowcount)


@cache
def judged_programmes() -> frozenset[str]:
    """Programmes any version of which sets a contact budget or indicators of success."""
    return frozenset(one.name for one in book().kind("programmes") if one.data.get("dose") or one.data.get("success"))


@cache
def fingerprint() -> str:
    """Of every rule, and of the programmes that are judged: one hash, the same for the same files."""
    files = [*book().kind("rules"), *(one for one in book().kind("programmes") if one.name in judged_programmes())]
    told = "\n".join(sorted(f"{one.path} {one.sha256}" for one in files))
    return hashlib.sha256(told.encode()).hexdigest()
