"""Forms of needs."""

from sidamping.features.needs.forms.needs import NeedForm
from sidamping.features.needs.forms.referrals import CloseForm, ReferralForm

__all__ = ["CloseForm", "NeedForm", "ReferralForm"]
