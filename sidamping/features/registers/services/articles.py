"""Sets what the articles (AD/ART) ask beyond the rule, such as a higher quorum: never less than the rule asks."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.meetings.clauses import KEYS, bounds
from sidamping.domain.problems import Problem, problem, refuse_if
from sidamping.features.books.queries import KeptBook
from sidamping.features.registers.models import Clause
from sidamping.features.registers.queries.articles import rule_of
from sidamping.features.registers.services.keeping import kept, tell
from sidamping.platform.access.viewer import Viewer


@transaction.atomic
def set_clause(
    *, by: Viewer, id: UUID, book: UUID, key: str, value: int, since: date, article: str, now: datetime
) -> UUID:
    """A value of the articles from a day on. Sent twice, set once."""
    owned = kept(by, book)
    if Clause.objects.filter(pk=id).exists():
        return id
    refuse_if(_faults(owned, key, value, since, article, by.on))
    Clause.objects.create(
        pk=id, book_id=book, key=key, value=value, since=since, article=article.strip(), set_by_id=by.user_id,
        set_at=now,
    )  # fmt: skip
    tell("clause_set", by, id, owned, key=key, value=value, since=since.isoformat())
    return id


def _faults(book: KeptBook, key: str, value: int, since: date, article: str, today: date) -> list[Problem]:
    found = [] if article.strip() else [problem("GENERAL_001", "article", label=_("Pasal AD atau ART"))]
    if since > today:
        found.append(problem("REGISTERS_003", "since", day=since, today=today))
    rule = rule_of(key, today, book.village_code) if key in KEYS else None
    if rule is None:
        return [*found, problem("REGISTERS_006", "key", seen=key)]
    least, most = bounds(key, rule[0])
    if not least <= value <= most:
        found.append(problem("REGISTERS_007", "value", seen=value, least=least, most=most, cite=rule[1]))
    return found
