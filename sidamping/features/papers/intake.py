"""Takes in the words of a paper's draft that a mentor wrote on a field phone; figures are never among them (F1, F9)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from ninja import Schema

from sidamping.domain.sync import Facts
from sidamping.features.papers import queries, services
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.bodies import read_body

CONFLICTS = frozenset({"PAPERS_048"})
"""The same part was written elsewhere meanwhile: both texts are kept and the mentor chooses."""


class WordsIn(Schema):
    """One text under the name of its field, and what stood there when it was written."""

    key: str
    text: str
    was: str = ""


class DraftIn(Schema):
    """The mentor's own words of a paper."""

    paper: UUID
    words: list[WordsIn]


def draft(by: Viewer, facts: Facts, body: Mapping[str, Any], now: datetime) -> UUID:
    """Words into the draft that the server composes."""
    sent = read_body(DraftIn, body)
    words = [services.WordsDraft(one.key, one.text, one.was) for one in sent.words]
    return services.write_words(by=by, paper=sent.paper, words=words, on=by.on, over=bool(facts.instead))


def words_in_force(by: Viewer, id: UUID, body: Mapping[str, Any]) -> dict[str, Any] | None:
    """The same parts as they stand in the draft."""
    paper = read_id(str(body.get("paper", "")))
    keys = [str(one.get("key", "")) for one in body.get("words", ()) if isinstance(one, dict)]
    found = queries.words_in_force(by, paper, keys) if paper else None
    return found and {"paper": str(paper), "words": [{"key": key, "text": text} for key, text in found.items()]}
