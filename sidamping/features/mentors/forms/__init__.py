"""Forms of mentors: profile, certificate, interest, and asking or deciding about a conflict."""

from sidamping.features.mentors.forms.conflicts import AskForm, DecideForm, EndForm, InterestForm, RevealForm
from sidamping.features.mentors.forms.profiles import CertificateForm, FilterForm, OwnForm, ProfileForm, WithdrawForm

__all__ = [
    "AskForm",
    "CertificateForm",
    "DecideForm",
    "EndForm",
    "FilterForm",
    "InterestForm",
    "OwnForm",
    "ProfileForm",
    "RevealForm",
    "WithdrawForm",
]
