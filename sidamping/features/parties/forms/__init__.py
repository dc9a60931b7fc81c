"""What people fill in about the registers; the forms check shape only, the services decide."""

from sidamping.features.parties.forms.board import TermDatesForm, TermForm
from sidamping.features.parties.forms.filters import FilterForm
from sidamping.features.parties.forms.parties import BusinessForm, CooperativeForm, PartyForm, PersonForm
from sidamping.features.parties.forms.small import ApplyForm, RevealForm, UploadForm

__all__ = [
    "ApplyForm", "BusinessForm", "CooperativeForm", "FilterForm", "PartyForm", "PersonForm", "RevealForm",
    "TermDatesForm", "TermForm", "UploadForm",
]
