"""The copy of the mentoring report for the local office: a numbered letter, acknowledged by the office (B12)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.papers.words import day
from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.features.letters import services as letters
from sidamping.features.outcomes.queries import book_of, may, step_of, stop_of
from sidamping.features.outcomes.queries.scope import COPY, RECEIVED
from sidamping.features.outcomes.services.shared import day_faults, locked_card, not_yours, tell, text_faults
from sidamping.features.programmes import services as programmes
from sidamping.features.programmes.queries import EngagementCard
from sidamping.platform.access.viewer import Viewer

KIND = "handover-copy"


@transaction.atomic
def send_copy(
    *, by: Viewer, id: UUID, engagement: UUID, documents: Sequence[str], on: date, outcome: str = "",
    follow_ups: Sequence[str] = (), override_why: str = "",
) -> UUID:
    """Issue the letter to the office and mark the step. `id` is the letter's; sent twice, it is one letter."""
    card = locked_card(by, engagement)
    stop = stop_of(card, COPY)
    if stop is None:
        raise Refused(problem("OUTCOMES_007", "engagement", what=_("Tembusan laporan")))
    if not may(by, card, COPY):
        raise Refused(not_yours(card, COPY))
    if stop.done_on is not None and stop.source != id:
        raise Refused(problem("OUTCOMES_015", "", day=day(stop.done_on)))
    said = [("documents", _("Laporan yang ditembuskan"), "\n".join(documents), 2000, True),
            ("outcome", _("Ringkasan hasil"), outcome, 400, False),
            ("follow_ups", _("Yang perlu dilanjutkan"), "\n".join(follow_ups), 2000, False)]  # fmt: skip
    refuse_if([*text_faults(said), *day_faults(card, by, on, "on", after_end=True)])
    facts = {
        "mentee": card.mentee_name, "mentor": card.mentor_name or "–", "period": _period(card, on),
        "documents": list(documents), "outcome": outcome.strip(), "follow_ups": list(follow_ups),
    }
    letters.issue(
        by=by, id=id, programme=card.programme, kind=KIND, engagement=card.id, recipient=recipient(card),
        place=card.regency or card.village, facts=facts, on=on,
    )
    if stop.done_on is None:
        programmes.record_step(
            by=by, engagement=card.id, step=COPY, done_on=on, source_id=id, override_why=override_why, trusted=True
        )
        tell("copy_sent", by, card, id)
    return id


@transaction.atomic
def receive_copy(*, by: Viewer, engagement: UUID, now: datetime, remark: str = "") -> None:
    """The office acknowledges the copy; its letter and the step say so. Twice is once."""
    card = locked_card(by, engagement)
    sent, received = stop_of(card, COPY), stop_of(card, RECEIVED)
    if sent is None or received is None:
        raise Refused(problem("OUTCOMES_007", "engagement", what=_("Tembusan laporan")))
    if received.done_on is not None:
        return
    if not may(by, card, RECEIVED):
        raise Refused(not_yours(card, RECEIVED))
    if sent.done_on is None or sent.source is None:
        raise Refused(problem("OUTCOMES_014", ""))
    letters.acknowledge(by=by, letter=sent.source, now=now, remark=remark)
    copy_acknowledged(by=by, engagement=engagement, letter=sent.source, on=by.on)


@transaction.atomic
def copy_acknowledged(*, by: Viewer, engagement: UUID, letter: UUID, on: date) -> None:
    """Mark the step of a copy whose letter was acknowledged, wherever that was done. Twice is once."""
    card = locked_card(by, engagement)
    sent, received = stop_of(card, COPY), stop_of(card, RECEIVED)
    if step_of(card, RECEIVED) is None or sent is None or received is None or received.done_on is not None:
        return
    if sent.source != letter:
        return
    programmes.record_step(by=by, engagement=card.id, step=RECEIVED, done_on=on, source_id=letter, trusted=True)
    tell("copy_received", by, card, letter)


def recipient(card: EngagementCard) -> str:
    """The local office as the programme calls it."""
    found = next((one for one in book_of(card).copies if one.role == "dinas_regency"), None)
    return found.recipient.format(regency=card.regency) if found else f"Dinas Koperasi {card.regency}"


def _period(card: EngagementCard, on: date) -> str:
    return f"{day(card.starts)} – {day(card.ends or on)}"
