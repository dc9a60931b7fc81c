"""Refers a mentee to somebody else's help, and closes the referral with its result. Never deleted, never reopened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.papers.words import day
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.needs.models import Referral
from sidamping.features.needs.queries import may_refer
from sidamping.features.programmes.queries import EngagementCard, engagement_card
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import codes_of, labels

LISTS = {"kind": "referral-kinds", "topic": "referral-topics"}
LIMITS = {"wanted": 240, "provider": 160, "result": 400}


@dataclass(frozen=True)
class ReferralDraft:
    """Which help is sought from whom, and until when an answer is expected."""

    id: UUID
    engagement: UUID
    kind: str
    topic: str
    wanted: str
    provider: str
    referred_on: date
    due: date


@transaction.atomic
def refer(*, by: Viewer, draft: ReferralDraft) -> UUID:
    """Open a referral. Sent twice, it happens once."""
    card = _card(by, draft.engagement)
    there = Referral.objects.filter(pk=draft.id).first()
    if there is not None:
        if (there.engagement_id, there.wanted, there.by_id) != (card.id, draft.wanted.strip(), by.user_id):
            raise Refused(problem("NEEDS_007", "id"))
        return there.pk
    refuse_if([*_codes(draft), *_texts(wanted=draft.wanted, provider=draft.provider), *_days(by, card, draft)])
    Referral.objects.create(
        id=draft.id, engagement_id=card.id, kind=draft.kind, topic=draft.topic, wanted=draft.wanted.strip(),
        provider=draft.provider.strip(), referred_on=draft.referred_on, due=draft.due, by_id=by.user_id,
    )
    said = {"kind": draft.kind, "topic": draft.topic, "due": draft.due.isoformat()}
    _tell("needs.referred", by, card, draft.wanted.strip(), referral=str(draft.id), **said)
    return draft.id


@transaction.atomic
def close_referral(*, by: Viewer, referral: UUID, result: str, on: date) -> UUID:
    """Done, with what came of it. The same result again is a success; another one is refused."""
    row = Referral.objects.select_for_update().filter(pk=referral).first()
    card = engagement_card(by, row.engagement_id) if row else None
    if row is None or card is None or not may_refer(by, card):
        raise Refused(problem("NEEDS_008", "referral"))
    said = result.strip()
    if row.closed_on:
        if row.result == said:
            return row.pk
        raise Refused(problem("NEEDS_010", "result", day=day(row.closed_on), result=row.result))
    faults = list(_texts(result=said))
    if not row.referred_on <= on <= by.on:
        told = {"day": day(on), "first": day(row.referred_on), "last": day(by.on)}
        faults.append(problem("NEEDS_011", "on", **told))
    refuse_if(faults)
    row.closed_on, row.result, row.closed_by_id = on, said, by.user_id
    row.save(update_fields=["closed_on", "result", "closed_by"])
    _tell("needs.referral_closed", by, card, said, referral=str(row.pk))
    return row.pk


def _card(by: Viewer, engagement: UUID) -> EngagementCard:
    card = engagement_card(by, engagement)
    if card is None or not may_refer(by, card):
        raise Refused(problem("PROGRAMMES_001", "engagement"))
    return card


def _codes(draft: ReferralDraft) -> Iterator[Problem]:
    for part, name in LISTS.items():
        seen = getattr(draft, part)
        if seen not in codes_of(name):
            offered = ", ".join(labels(name, reader_language()).values())
            yield problem("NEEDS_003", part, label=_word(part), seen=seen[:40] or "–", known=offered)


def _texts(**said: str) -> Iterator[Problem]:
    for part, text in said.items():
        if not text.strip():
            yield problem("GENERAL_001", part, label=_word(part))
        elif len(text.strip()) > LIMITS[part]:
            yield problem("NEEDS_012", part, label=_word(part), length=len(text.strip()), limit=LIMITS[part])


def _days(by: Viewer, card: EngagementCard, draft: ReferralDraft) -> Iterator[Problem]:
    if not card.starts <= draft.referred_on <= by.on:
        told = {"day": day(draft.referred_on), "first": day(card.starts), "last": day(by.on)}
        yield problem("NEEDS_011", "referred_on", **told)
    if draft.due < draft.referred_on:
        yield problem("NEEDS_009", "due", due=day(draft.due), day=day(draft.referred_on))


def _word(part: str) -> str:
    words = {
        "kind": _("Jenis bantuan"), "topic": _("Bidang"), "wanted": _("Yang dibutuhkan"),
        "provider": _("Pemberi bantuan"),
        "result": _("Hasil"),
    }
    return words[part]


def _tell(action: str, by: Viewer, card: EngagementCard, why: str, **data: str) -> None:
    journal.record(action, by=by.user_id, subject=card.id, why=why, regency=card.regency_code, **data)
