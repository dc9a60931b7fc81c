"""What people type about engagements, assignments and users; what may be chosen comes from queries and the rulebook."""

from sidamping.features.programmes.forms.cohorts import ChangeCohortForm, CohortFilterForm, CohortForm
from sidamping.features.programmes.forms.engagements import (
    AssignForm,
    EndForm,
    EngagementForm,
    FilterForm,
    PriorityForm,
    ReplaceForm,
)
from sidamping.features.programmes.forms.people import (
    ActivityFilterForm,
    AppointmentDatesForm,
    AppointmentForm,
    UserFilterForm,
    UserForm,
)
from sidamping.features.programmes.forms.steps import StepForm, TakeBackForm

__all__ = [
    "ActivityFilterForm",
    "AppointmentDatesForm",
    "AppointmentForm",
    "AssignForm",
    "ChangeCohortForm",
    "CohortFilterForm",
    "CohortForm",
    "EndForm",
    "EngagementForm",
    "FilterForm",
    "PriorityForm",
    "ReplaceForm",
    "StepForm",
    "TakeBackForm",
    "UserFilterForm",
    "UserForm",
]
