"""Forms of calls and applications: they only read and show; services decide what is wrong."""

from sidamping.features.admissions.forms.applying import ApplyForm, PlacePicker, posted_files, sent_files
from sidamping.features.admissions.forms.deciding import (
    AcceptForm,
    ContactForm,
    DecisionForm,
    ReasonForm,
    WithdrawForm,
)
from sidamping.features.admissions.forms.filters import ApplicationFilterForm

__all__ = [
    "AcceptForm", "ApplicationFilterForm", "ApplyForm", "ContactForm", "DecisionForm", "PlacePicker", "ReasonForm",
    "WithdrawForm", "posted_files", "sent_files",
]  # fmt: skip
