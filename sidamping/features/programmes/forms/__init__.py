"""What people type about engagements, assignments and users; what may be chosen comes from queries and the rulebook."""

from sidamping.features.programmes.forms.engagements import (
    AssignForm,
    EndForm,
    EngagementForm,
    FilterForm,
    PriorityForm,
    ReplaceForm,
    StepForm,
)
from sidamping.features.programmes.forms.people import (
    ActivityFilterForm,
    AppointmentDatesForm,
    AppointmentForm,
    UserFilterForm,
    UserForm,
)

__all__ = [
    "ActivityFilterForm",
    "AppointmentDatesForm",
    "AppointmentForm",
    "AssignForm",
    "EndForm",
    "EngagementForm",
    "FilterForm",
    "PriorityForm",
    "ReplaceForm",
    "StepForm",
    "UserFilterForm",
    "UserForm",
]
