"""The codes by which mentees agree to visits: which card holds on a day, its code, which visits were agreed to (B10).

Codes are shown to the mentee's own account and to the office that prints the card, never to the mentor.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery
from django.db.models.expressions import Combinable
from django.utils.crypto import salted_hmac

from sidamping.domain.cohorts.visit_codes import code_from, spoken
from sidamping.domain.periods import Month
from sidamping.features.oversight.models import CodeCard, CodeEntry
from sidamping.features.oversight.queries.scope import MONITORS
from sidamping.features.programmes.queries import EngagementCard, carried_by
from sidamping.platform.access import roles
from sidamping.platform.access.reach import covers
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.signatures.store import wrong_codes

SALT = "oversight.visit-code"
ISSUERS = (*MONITORS, roles.COORDINATOR)
"""Roles that hand cards to mentees; the mentor never does."""
SHOWN_DAYS = 7


@dataclass(frozen=True)
class CardLine:
    """A card handed out: from which day, by whom, and why a new one was needed."""

    id: UUID
    starts: date
    by: str
    why: str


def cards_of(engagement: UUID) -> tuple[CardLine, ...]:
    """The cards of a mentoring, newest first. Unscoped: the caller has scoped the engagement."""
    rows = CodeCard.objects.filter(engagement_id=engagement).select_related("by").order_by("-starts", "-created_at")
    return tuple(CardLine(row.pk, row.starts, str(row.by), row.why) for row in rows)


def card_on(cards: Iterable[CardLine], day: date) -> CardLine | None:
    """The card that holds on a day: the newest that had begun."""
    return next((one for one in cards if one.starts <= day), None)


def matching_card(engagements: Iterable[UUID], code: str, day: date) -> UUID | None:
    """The card of one of the mentorings whose code of the day this is."""
    held = (card_on(cards_of(one), day) for one in engagements)
    return next((one.id for one in held if one is not None and code_of(one.id, day) == code), None)


def wrong_tries(by: UUID, day: date, besides: UUID) -> int:
    """How many wrong codes came from a person on a day of the server, typed on a page or sealed on the phone, without
    the one asked about. Unscoped: a bare number."""
    typed = CodeEntry.objects.filter(by_id=by, on=day, card=None).exclude(pk=besides).count()
    return typed + wrong_codes(by, day, besides)


def code_of(card: UUID, day: date) -> str:
    """The code of a card for a day."""
    return code_from(salted_hmac(SALT, f"{card} {day}", algorithm="sha256").hexdigest())


def holds_codes(viewer: Viewer, card: EngagementCard) -> bool:
    """Whether the viewer is the mentee itself and may read the codes of these days."""
    return card.mentee_id in viewer.subjects(roles.CHAIR) and not carried_by(card.id, viewer.user_id, viewer.on)


def issues_codes(viewer: Viewer, card: EngagementCard) -> bool:
    """Whether the viewer may hand out and print the card; never whoever carries the mentee."""
    reached = any(covers(grant, card.programme, card.village_code) for grant in viewer.holding(*ISSUERS))
    return reached and not carried_by(card.id, viewer.user_id, viewer.on)


def codes_now(cards: Collection[CardLine], on: date) -> tuple[tuple[date, str], ...]:
    """Today's code and those of the days before, as they are read out."""
    return _codes(cards, (on - timedelta(days=back) for back in range(SHOWN_DAYS)))


def codes_of_month(cards: Collection[CardLine], month: Month) -> tuple[tuple[date, str], ...]:
    """The codes of a month for the printed card."""
    return _codes(cards, month.days())


def carded_told() -> Combinable:
    """From which day the mentee held codes, as an expression on the engagement; none when no card was handed out."""
    return Subquery(CodeCard.objects.filter(engagement=OuterRef("pk")).order_by("starts").values("starts")[:1])


def agreed_told(visits: Iterable[UUID]) -> Combinable:
    """The visits agreed to by code, as an expression on the engagement."""
    rows = CodeEntry.objects.filter(card__engagement=OuterRef("pk"), visit_id__in=list(visits))
    return ArraySubquery(rows.values("visit_id"))


def _codes(cards: Collection[CardLine], days: Iterable[date]) -> tuple[tuple[date, str], ...]:
    found = ((day, card_on(cards, day)) for day in days)
    return tuple((day, spoken(code_of(card.id, day))) for day, card in found if card is not None)
