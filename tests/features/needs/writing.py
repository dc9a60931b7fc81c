"""A determination and a referral as people write them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sidamping.features.needs.services import ReferralDraft
from sidamping.platform.database.ids import uuid7

DAY = date(2026, 10, 6)
SAID: dict[str, Any] = {
    "types": ["homebase"], "themes": ["marketing", "business"], "priority": 4, "areas": ["branding"],
    "objectives": ["competitiveness"], "strategies": ["linking"], "methods": ["coaching", "on_the_job"], "on": DAY,
}


def draft(engagement: UUID, **changed: Any) -> ReferralDraft:
    """A referral to the trade office for a market network, expected within three weeks."""
    told: dict[str, Any] = {
        "id": uuid7(), "engagement": engagement, "kind": "training", "topic": "market",
        "wanted": "Pelatihan pasar daring", "provider": "Dinas Perdagangan", "referred_on": DAY,
        "due": date(2026, 10, 27),
    }
    return ReferralDraft(**{**told, **changed})
