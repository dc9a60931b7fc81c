"""Pages of needs."""

from sidamping.features.needs.views.cohort import cohort_needs, cohort_needs_export
from sidamping.features.needs.views.needs import need_determine, needs
from sidamping.features.needs.views.referrals import referral_add, referral_close, referrals

__all__ = [
    "cohort_needs", "cohort_needs_export", "need_determine", "needs", "referral_add", "referral_close", "referrals",
]  # fmt: skip
