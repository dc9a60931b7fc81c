"""Problems as a verdict keeps them: the message in both languages, as it was when the record was looked at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils import translation
from django.utils.functional import lazy

from sidamping.domain.problems import Problem
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels

LANGUAGES = ("id", "en")
Message = dict[str, str]


def kept(problems: Iterable[Problem]) -> list[Message]:
    """The problems with their texts."""
    found = list(problems)
    rows: list[Message] = [{"code": one.code, "where": one.where} for one in found]
    for language in LANGUAGES:
        with translation.override(language):
            for row, one in zip(rows, found, strict=True):
                row[language] = one.text(language)
    return rows


def shown(rows: Iterable[Any]) -> list[Message]:
    """The kept problems as an answer tells them, in the reader's language."""
    language = reader_language()
    return [{"code": row["code"], "where": row["where"], "message": row[language]} for row in rows]


def _roles(codes: tuple[str, ...]) -> str:
    known = labels("roles", reader_language())
    return ", ".join(known[code] for code in codes)


role_words = lazy(_roles, str)
"""What roles are called, in the language in which the message is read."""
