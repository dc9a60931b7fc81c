"""Takes in the words of a paper's draft that a mentor wrote on a field phone; figures are never among them (F1, F9)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
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
    """The mentor's own words of a paper; one that nobody has opened yet is named by kind, period and mentee."""

    paper: UUID | None = None
    kind: str = ""
    period: str = ""
    engagement: UUID | None = None
    words: list[WordsIn]


@transaction.atomic
def draft(by: Viewer, facts: Facts, body: Mapping[str, Any], now: datetime) -> UUID:
    """Words into the draft that the server composes, opened with them where nobody has."""
    sent = read_body(DraftIn, body)
    paper = sent.paper or services.open_paper(
        by=by, kind=sent.kind, period=sent.period, on=by.on, engagement=sent.engagement
    )
    words = [services.WordsDraft(one.key, one.text, one.was) for one in sent.words]
    return services.write_words(by=by, paper=paper, words=words, on=by.on, over=bool(facts.instead))


def words_in_force(by: Viewer, id: UUID, body: Mapping[str, Any]) -> dict[str, Any] | None:
    """The same parts as they stand in the draft."""
    paper = read_id(str(body.get("paper", "")))
    told = body.get("words")
    keys = [str(one.get("key", "")) for one in told if isinstance(one, dict)] if isinstance(told, list) else []
    found = queries.words_in_force(by, paper, keys) if paper else None
    return found and {"paper": str(paper), "words": [{"key": key, "text": text} for key, text in found.items()]}
