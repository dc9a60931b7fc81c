"""What members were told by drafts of the books, which stay as they were made (E7)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from sidamping.features.savings.models import Deposit, Payout, Run


def rests_on(voucher: UUID) -> tuple[QuerySet[Any], ...]:
    """The credited interest, time deposit or payout that rests on a voucher; the caller has scoped it."""
    return (Run.objects.filter(voucher=voucher, undone_at=None), Deposit.objects.filter(voucher=voucher),
            Payout.objects.filter(voucher=voucher))  # fmt: skip
