"""Forms of assessments: what to assess, one section of a filling, acts on a round."""

from sidamping.features.assessments.forms.acting import ActForm, InviteForm
from sidamping.features.assessments.forms.filling import EvidenceForm, SectionForm
from sidamping.features.assessments.forms.opening import FilterForm, OpenForm, SubjectForm

__all__ = ["ActForm", "EvidenceForm", "FilterForm", "InviteForm", "OpenForm", "SectionForm", "SubjectForm"]
