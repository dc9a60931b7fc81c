"""What came from Ratna's phone: the chair's signature under her last visit, remarks in the draft of the month (F1)."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sidamping.domain.papers.canonical import digest
from sidamping.domain.periods import Month
from sidamping.edges.demo.diary import moment
from sidamping.edges.demo.people import TPK, viewer
from sidamping.edges.demo.story import chapter, named
from sidamping.features.fieldwork.queries import content_to_seal, recent_visits
from sidamping.features.oversight import services as oversight
from sidamping.features.papers import services as papers


def tell_signatures(until: date) -> None:
    """One visit signed on the day it took place, one draft with remarks."""
    told = chapter("signatures")
    host = named("engagement", told["host"])
    _sign(told, host, until)
    _write(told, host, until)


def _sign(told: dict[str, Any], host: UUID, until: date) -> None:
    by = viewer(told["mentor"], until)
    last = next(one for one in recent_visits(by, host, 8) if one.mentor_id == by.user_id)
    content, day = content_to_seal(last.id), last.visited_on
    draft = oversight.SealDraft(
        named("seal", str(last.id)), content, digest(content), told["signer"], "chair", visit=last.id,
        strokes=told["strokes"],
    )  # fmt: skip
    oversight.keep_seal(by=viewer(told["mentor"], day), draft=draft, on=day, now=moment(day, 17))


def _write(told: dict[str, Any], host: UUID, until: date) -> None:
    by, draft = viewer(told["mentor"], until), told["draft"]
    month = str(Month.of(until).start)[:7]
    paper = papers.open_paper(by=by, kind=draft["kind"], period=month, on=until, programme=TPK, engagement=host)
    words = [papers.WordsDraft(key, text) for key, text in draft["words"].items()]
    papers.write_words(by=by, paper=paper, words=words, on=until)
