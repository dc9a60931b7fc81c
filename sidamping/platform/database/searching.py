"""Search as PostgreSQL does it: texts by full text, names by three-letter pieces, both over folded letters.

The expressions here stand in the indexes of the features too, so index and question are the same (decision 0032).
"""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVector, SearchVectorField
from django.db import connection
from django.db.models import BooleanField, ExpressionWrapper, F, Func, Q, QuerySet, TextField
from django.db.models.functions import Coalesce
from django.db.transaction import TransactionManagementError

from sidamping.domain.searching import BREAKS, DROPPED, LETTERS, Words

CONFIG = "simple"
"""No stemming: PostgreSQL knows the endings of Indonesian, but not those of names, villages and local words."""
FEW = 2_000
"""Up to so many hits are looked up first and narrowed afterwards."""
BY_WORDS = (
    "SAVEPOINT by_words; SELECT set_config('enable_indexscan', 'off', true),"
    " set_config('enable_indexonlyscan', 'off', true), set_config('work_mem', '64MB', true)"
)
"""With less memory a word of a million rows is kept by blocks, and each of their rows is folded again."""
AS_BEFORE = "ROLLBACK TO by_words; RELEASE by_words"
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


Text = SearchVector | Strings


def text_of(*fields: str) -> SearchVector:
    """The words of the fields, for an index and for a question."""
    return SearchVector(*(Folded(F(field)) for field in fields), config=CONFIG)


def by_index() -> None:
    """For the rest of the transaction no table is read through: folding every row again costs a hundred times more."""
    if not connection.in_atomic_block:
        raise TransactionManagementError("by_index() holds within a transaction alone")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")


def holding(rows: QuerySet[Any], text: Text, words: Words, key: str = "pk") -> QuerySet[Any]:
    """Keys of rows whose text holds all words, in no order; one more than FEW tells that there are many."""
    found: QuerySet[Any] = rows.alias(searched=text).filter(searched=_asked(words))
    return found.values_list(key, flat=True)[: FEW + 1]


def first_of(keys: QuerySet[Any]) -> list[Any]:
    """The keys by the index of the words and no other: in the order of a list, a word nobody wrote is sought in every
    row. One sending, within a transaction alone: the ways of reading hold for this question and are put back.
    """
    asked, values = keys.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"{BY_WORDS}; {asked}; {AS_BEFORE}", values)
        cursor.nextset()
        cursor.nextset()
        return [key for (key,) in cursor.fetchall()]


def each_holding(rows: QuerySet[Any], text: Text, words: Words) -> QuerySet[Any]:
    """The same for words that many rows hold: each row is asked, in the order of the page, until the page is full."""
    held = ExpressionWrapper(Q(searched=_asked(words)), BooleanField())
    found: QuerySet[Any] = rows.alias(searched=text).alias(held=Coalesce(held, False)).filter(held=True)
    return found


def named(rows: QuerySet[Any], field: str, words: Words) -> QuerySet[Any]:
    """The rows whose name holds all words, each anywhere."""
    wanted = Q()
    for word in words.each:
        wanted &= Q(folded__contains=word)
    found: QuerySet[Any] = rows.alias(folded=Folded(F(field))).filter(wanted)
    return found


def _asked(words: Words) -> SearchQuery:
    return SearchQuery(words.full_text, config=CONFIG, search_type="raw")
