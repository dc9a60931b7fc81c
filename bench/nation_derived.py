"""Rows that follow from rows made before, written inside PostgreSQL: entries and who was met, and the ledger lines.

Two thirds of a country's rows; nothing in them needs to be read.
"""

from __future__ import annotations

from django.db import connection

VISITS = """
INSERT INTO fieldwork_visit (id, mentor_id, programme, regency, created_at)
SELECT visit_id, mentor_id, %(programme)s, regency, %(now)s FROM fieldwork_visitrevision
"""
PRESENCES = """
INSERT INTO fieldwork_presence (revision_id, engagement_id, visited_on, attendees)
SELECT r.id,
       (left(%(path)s, 24) || lpad(to_hex(%(first)s + n / %(visits)s %% %(many)s), 12, '0'))::uuid, visited_on, '{}'
FROM fieldwork_visitrevision r, LATERAL (SELECT ('x' || right(r.id::text, 12))::bit(48)::bigint AS n) entry
"""
POSTINGS = """
INSERT INTO books_posting (voucher_id, ordinal, day, amount, account_id, note)
SELECT v.id, place, v.day, CASE WHEN place = 1 THEN -whole ELSE (1 + (n * 7 + place * 13) %% 500) * 1000 END,
       book * %(accounts)s + (place - 1) %% %(accounts)s + 1, ''
FROM books_voucher v,
LATERAL (SELECT ('x' || right(v.id::text, 12))::bit(48)::bigint AS n,
                ('x' || right(v.book_id::text, 12))::bit(48)::bigint AS book) numbered,
LATERAL (SELECT sum((1 + (n * 7 + other * 13) %% 500) * 1000) AS whole FROM generate_series(2, %(lines)s) other) summed,
generate_series(1, %(lines)s) place
"""
DERIVED = {"fieldwork_visit": VISITS, "fieldwork_presence": PRESENCES, "books_posting": POSTINGS}


def derive(given: dict[str, object]) -> dict[str, int]:
    """Every table of this file from the values its statements name; returns rows by table."""
    made = {}
    with connection.cursor() as cursor:
        for table, sql in DERIVED.items():
            cursor.execute(sql, given)
            made[table] = cursor.rowcount
    return made
