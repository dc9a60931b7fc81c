"""What the writes of outcomes share: finding the engagement, who may, dates, files, the row in the trail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from sidamping.domain.papers.words import day
from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.outcomes.queries import book_of, owners_of, step_of
from sidamping.features.programmes.queries import EngagementCard, engagement_card
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.attachments import store
from sidamping.platform.attachments.proofs import read_proof
from sidamping.platform.database.locks import take_turns
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels


def locked_card(by: Viewer, engagement: UUID) -> EngagementCard:
    """The engagement; two writers of one take turns. Refused for a stranger."""
    take_turns(engagement)
    card = engagement_card(by, engagement)
    if card is None:
        raise Refused(problem("PROGRAMMES_001", "engagement"))
    return card


def not_yours(card: EngagementCard, code: str, roles: Iterable[str] = ()) -> Problem:
    """Who does it instead."""
    step, language, book = step_of(card, code), reader_language(), book_of(card)
    words = labels("roles", language)
    named = [
        book.role(one, language) if one in book.roles else words.get(one, one) for one in roles or owners_of(card, code)
    ]
    return problem("OUTCOMES_002", "engagement", what=step.label.text(language) if step else code,
                   owners=", ".join(named))


def day_faults(card: EngagementCard, by: Viewer, on: date, where: str, *, after_end: bool = False) -> Iterator[Problem]:
    """A day between the start and today; beyond the end only for what comes after the mentoring."""
    last = by.on if after_end or card.ends is None else min(by.on, card.ends)
    if not card.starts <= on <= last:
        yield problem("OUTCOMES_003", where, day=day(on), first=day(card.starts), last=day(last))


def text_faults(said: Iterable[tuple[str, str, str, int, bool]]) -> Iterator[Problem]:
    """Empty where needed, or too long: (field, what it is called, text, limit, whether needed)."""
    for where, label, text, limit, needed in said:
        length = len(text.strip())
        if needed and not length:
            yield problem("GENERAL_001", where, label=label)
        if length > limit:
            yield problem("OUTCOMES_017", where, label=label, length=length, limit=limit)


def code_faults(where: str, label: str, seen: str, known: Iterable[str], name: str) -> Iterator[Problem]:
    """A code that is not among those known."""
    offered = tuple(known)
    if seen not in offered:
        words = labels(name, reader_language())
        said = ", ".join(words.get(one, one) for one in offered)
        yield problem("OUTCOMES_008", where, label=label, seen=seen[:40] or "–", known=said)


def kept_file(subject: UUID, by: Viewer, name: str, content: bytes) -> UUID:
    """A photo or PDF on record for a subject, by what it is, not by what it is called."""
    return store.keep_file(read_proof(name, content), subject=subject, by=by.user_id)[0].id


def tell(action: str, by: Viewer, card: EngagementCard, subject: UUID, why: str = "", **data: str) -> None:
    """One row in the trail, under the record itself."""
    said = {"engagement": str(card.id), **data}
    journal.record(f"outcomes.{action}", by=by.user_id, subject=subject, why=why, regency=card.regency_code, **said)
