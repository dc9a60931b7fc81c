"""The forms of progress. They read what was typed; whether it can be true is checked by the services."""

from sidamping.features.progress.forms.entries import CorrectForm, ExtendForm, LinkForm, MonthForm, ProfileForm
from sidamping.features.progress.forms.filters import FilterForm
from sidamping.features.progress.forms.selfview import SelfForm

__all__ = ["CorrectForm", "ExtendForm", "FilterForm", "LinkForm", "MonthForm", "ProfileForm", "SelfForm"]
