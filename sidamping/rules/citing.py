"""A citation in words: 'perdep-06-2016#lampiran.kap' → how the source calls itself, and what stands there."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from sidamping.domain.problems import Problem
from sidamping.rules.loader import book


@lru_cache(maxsize=1024)
def source_words(cite: str, language: str = "id") -> str:
    """The number or title of the source and its article; '' for a source the rulebook does not have."""
    name, _sign, article = cite.partition("#")
    found = book().of("sources", name)
    if not found:
        return ""
    data = found[0].data
    title = str(data.get("number") or data["title"]["en" if language.startswith("en") else "id"])
    said = data.get("articles", {}).get(article, "")
    return f"{title} – {said}" if said else title


def told(problem: Problem, language: str = "id") -> str:
    """The message of a problem, what it cites in the words of the source."""
    cite = str(problem.values.get("cite", ""))
    words = source_words(cite, language)
    known = replace(problem, values={**problem.values, "cite": words}) if words else problem
    return known.text(language)
