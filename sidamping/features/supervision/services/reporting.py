"""Issues the report of an examination: its content frozen with its hash, the findings open to the board from now on."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.papers.canonical import digest
from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.features.supervision.models import Examination, Report
from sidamping.features.supervision.queries.cards import examination as card_of
from sidamping.features.supervision.queries.lines import ExaminationCard
from sidamping.features.supervision.queries.offices import heading_of
from sidamping.features.supervision.services.keeping import missing, own, tell
from sidamping.features.supervision.services.opening import DUTIES, KINDS
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.territory.queries import names_of
from sidamping.rules.books import label


@transaction.atomic
def report(*, by: Viewer, examination: UUID, summary: str, now: datetime) -> UUID:
    """The report, once: sent again, the first one stands."""
    row = own(by, examination)
    if Report.objects.filter(pk=examination).exists():
        return examination
    refuse_if([*missing({"summary": summary}, {"summary": _("Kesimpulan")}, {"summary": 4000})])
    card = card_of(by, examination)
    if card is None or row.letter_id is None:
        raise Refused(problem("SUPERVISION_007"))
    content = _content(card, row, summary.strip(), by)
    Report.objects.create(
        examination=row, content=content, sha256=digest(content), on=by.on, by_id=by.user_id, at=now
    )
    tell("reported", by, examination, row.cooperative.village_id, examination)
    return examination


def _content(card: ExaminationCard, row: Examination, summary: str, by: Viewer) -> dict[str, Any]:
    """Everything the printed report shows, in Indonesian and as plain values."""
    head = heading_of(card.office, card.area)
    return {
        "office": head.name if head is not None else label("roles", card.office),
        "region": names_of([card.area])[card.area],
        "cooperative": card.line.cooperative, "kinds": [label(KINDS, one) for one in card.line.kinds],
        "matter": card.line.matter, "starts": card.line.starts.isoformat(), "ends": card.line.ends.isoformat(),
        "letter": card.letter_number, "on": by.on.isoformat(), "summary": summary, "by": by.name,
        "team": [[one.name, one.nip, label(DUTIES, one.duty)] for one in card.team],
        "findings": [
            {"number": one.number, "area": label("finding-areas", one.area), "text": one.text, "basis": one.basis,
             "advice": one.advice, "charged": one.charged, "due": one.due.isoformat()}
            for one in card.findings if not one.struck
        ],
    }  # fmt: skip
