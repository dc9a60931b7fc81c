"""Citations as people read them: 'perdep-06-2016#lampiran.kap' → regulation, article, address, how sure we are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sidamping.rules.loader import book


@dataclass(frozen=True)
class Source:
    """A cited place. `number` is the regulation as it calls itself; `article` what stands there; '' when unknown."""

    cite: str
    number: str
    title: str
    article: str
    link: str
    note: str
    signed: str


@lru_cache(maxsize=1024)
def source_of(cite: str, language: str = "id") -> Source:
    """The source behind a citation; one that the rulebook does not have (an uploaded form) keeps its own words."""
    name, _, article = cite.partition("#")
    found = book().of("sources", name)
    if not found:
        return Source(cite, cite, "", "", "", "", "")
    data = found[0].data
    title = data["title"]["en" if language.startswith("en") else "id"]
    return Source(
        cite, data["number"], title, data["articles"].get(article, article), data.get("link", ""),
        " ".join(str(data.get("note", "")).split()), data.get("signed", ""),
    )  # fmt: skip


def listed(cites: Iterable[str], language: str = "id") -> list[dict[str, Any]]:
    """Each cited source once with the articles cited of it, in the order of first mention, as prints list them."""
    found: dict[str, dict[str, Any]] = {}
    for cite in dict.fromkeys(one for one in cites if one):
        one = source_of(cite, language)
        row = found.setdefault(cite.partition("#")[0], {
            "number": one.number, "link": one.link, "note": one.note, "articles": []})
        row["articles"] += [one.article] if one.article and one.article not in row["articles"] else []
    return list(found.values())
