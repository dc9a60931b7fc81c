"""Forms of recruitment: they read and show; services decide what is wrong."""

from sidamping.features.recruitment.forms.applying import ApplyForm, PlacePicker
from sidamping.features.recruitment.forms.calls import CallForm
from sidamping.features.recruitment.forms.choosing import AppointForm, DecideForm, MarksForm, PanelForm
from sidamping.features.recruitment.forms.induction import SessionForm

__all__ = ["ApplyForm", "AppointForm", "CallForm", "DecideForm", "MarksForm", "PanelForm", "PlacePicker", "SessionForm"]
