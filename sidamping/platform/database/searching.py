"""Search as PostgreSQL does it: texts by full text, names by three-letter pieces, both over folded letters.

The expressions here stand in the indexes of the features too, so index and question are the same (decision 0032).
"""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVector, SearchVectorField
from django.db.models import F, Func, Q, QuerySet, TextField

from sidamping.domain.searching import BREAKS, DROPPED, LETTERS, Words

CONFIG = "simple"
"""No stemming: PostgreSQL knows the endings of Indonesian, but not those of names, villages and local words."""
JSON_SIGNS = '-.,:"\n\r\t'
"""Signs that JSON itself is written with; the parser of full text parts words at them."""
WRITTEN = 'strict $.** ? (@.type() == "string" && !(@ like_regex "^[0-9a-f]{8}-|^[0-9a-f]{64}$"))'
"""Every string of a document but identifiers and hashes."""


def _translated(folded: str, breaks: str) -> str:
    signs, plain = LETTERS[0] + breaks + DROPPED, LETTERS[1] + " " * len(breaks)
    return f"translate(lower({folded}), '{signs.replace(chr(39), chr(39) * 2)}', '{plain}')"


class Folded(Func):
    """`domain.searching.fold` in the database."""

    template = _translated("%(expressions)s", BREAKS)
    output_field = TextField()


class Strings(Func):
    """The words of everything written in a JSON document, folded."""

    template = (
        f"jsonb_to_tsvector('{CONFIG}', jsonb_path_query_array("
        f"{_translated('(%(expressions)s)::text', ''.join(sign for sign in BREAKS if sign not in JSON_SIGNS))}::jsonb,"
        f" '{WRITTEN}'), '[\"string\"]')"
    )
    output_field = SearchVectorField()


def text_of(*fields: str) -> SearchVector:
    """The words of the fields, for an index and for a question."""
    return SearchVector(*(Folded(F(field)) for field in fields), config=CONFIG)


def holding(rows: QuerySet[Any], text: SearchVector | Strings, words: Words) -> QuerySet[Any]:
    """The rows whose text holds all words."""
    asked = SearchQuery(words.full_text, config=CONFIG, search_type="raw")
    return rows.alias(searched=text).filter(searched=asked)


def named(rows: QuerySet[Any], field: str, words: Words) -> QuerySet[Any]:
    """The rows whose name holds all words, each anywhere."""
    wanted = Q()
    for word in words.each:
        wanted &= Q(folded__contains=word)
    return rows.alias(folded=Folded(F(field))).filter(wanted)
