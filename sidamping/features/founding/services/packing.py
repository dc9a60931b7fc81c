"""Composes the papers for the notary and freezes them with their hash; refused with everything that lacks at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from sidamping.domain.founding import papers
from sidamping.domain.founding.papers import LANGUAGE, Member, Paper
from sidamping.domain.founding.steps import FORMATION, PREPARATION
from sidamping.domain.papers.canonical import digest
from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.features.founding import queries
from sidamping.features.founding.models import Founder, Pack
from sidamping.features.founding.queries import FoundingCard
from sidamping.features.founding.services.keeping import kept, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import labels, listing
from sidamping.rules.founding import article_parts


@transaction.atomic
def freeze_pack(*, by: Viewer, id: UUID, founding: UUID, now: datetime) -> UUID:
    """The next version of the papers; unchanged papers make no new one. Returns the version that holds them."""
    row = kept(by, founding)
    card = queries.founding(by, founding)
    if card is None:
        raise Refused(problem("FOUNDING_001"))
    if Pack.objects.filter(pk=id, founding=row).exists():
        return id
    refuse_if(gaps_of(card, by))
    content = _composed(card, by)
    sha256 = digest(content)
    last = Pack.objects.filter(founding=row).order_by("-version").first()
    if last is not None and last.sha256 == sha256:
        return last.pk
    version = (Pack.objects.filter(founding=row).aggregate(last=Max("version"))["last"] or 0) + 1
    Pack.objects.create(pk=id, founding=row, version=version, content=content, sha256=sha256, made_by_id=by.user_id,
                        made_at=now)  # fmt: skip
    tell("pack_frozen", by, id, row, version=version, sha256=sha256)
    return id


def gaps_of(card: FoundingCard, by: Viewer) -> list[Any]:
    """Everything that lacks today."""
    return queries.lacking(
        card, queries.founders(card.id), queries.steps(card.id), queries.part_texts(card.id),
        queries.piece_kinds(card.id), by.on,
    )  # fmt: skip


def _composed(card: FoundingCard, by: Viewer) -> dict[str, Any]:
    written = {one.code: one.plain() for one in _papers(card, by)}
    handed = {one.kind: {"attachment": str(one.attachment), "sha256": one.sha256} for one in queries.pieces(card.id)}
    found = []
    for number, entry in enumerate(listing("founding-papers"), 1):
        head = {"number": number, "code": entry.code, "title": entry.text(LANGUAGE)}
        if entry.code in written:
            found.append({**head, "paper": written[entry.code]})
        elif entry.code in handed:
            found.append({**head, "file": handed[entry.code]})
    return {"name": card.name, "place": card.place, "day": by.on.isoformat(), "papers": found}


def _papers(card: FoundingCard, by: Viewer) -> Iterator[Paper]:
    """Who came to a meeting stands on its papers, though that founder has left since."""
    rows = Founder.objects.filter(founding_id=card.id).select_related("represents__party").order_by("number")
    people = _members(rows)
    everybody = [people[row.pk] for row in rows if row.left_on is None]
    for kind in (PREPARATION, FORMATION):
        met = queries.gathering(card.id, kind)
        assert met is not None  # both are among the gaps
        came = [people[one] for one in met.came]
        yield papers.minutes(kind, met, came)
        if kind == FORMATION:
            yield papers.attendance(met, came)
    texts, parts = queries.part_texts(card.id), article_parts(by.on, card.village_code)[0]
    yield papers.articles((one.label.text(LANGUAGE), texts[one.code]) for one in parts)
    yield papers.founders(everybody)
    if card.opening is not None:
        yield papers.opening(card.opening)
    yield papers.power(card.name, everybody)


def _members(rows: Iterable[Founder]) -> dict[UUID, Member]:
    words = labels("board-positions", LANGUAGE)
    return {
        row.pk: Member(row.number, row.name, row.nik, row.work, row.address,
                       row.represents.party.name if row.represents else "", words.get(row.position, ""), row.signs)
        for row in rows
    }  # fmt: skip
