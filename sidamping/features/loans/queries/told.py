"""What loans keep of drafts of the books, which stay as they were made."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from sidamping.features.loans.models import Event, Provision


def rests_on(voucher: UUID) -> tuple[QuerySet[Any], ...]:
    """What moves a loan or the allowance for losses and rests on a voucher; the caller has scoped it."""
    return Event.objects.filter(voucher=voucher), Provision.objects.filter(voucher=voucher)
