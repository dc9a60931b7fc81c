"""What people type in the field. Forms read and build drafts; what is right is decided by the domain's checks."""

from sidamping.features.fieldwork.forms.plans import (
    AddPlanForm,
    ChangePlanForm,
    CloseForm,
    DropForm,
    VisitFilterForm,
)
from sidamping.features.fieldwork.forms.problems import (
    AlternativeForm,
    ChoiceForm,
    EvaluationForm,
    ObservationForm,
    OutcomeForm,
    ProblemChangeForm,
    ProblemForm,
)
from sidamping.features.fieldwork.forms.visits import (
    AddVisitForm,
    FollowUpForm,
    PresenceForm,
    ReviseVisitForm,
    Rows,
    follow_ups_of,
    presences_of,
)

__all__ = [
    "AddPlanForm", "AddVisitForm", "AlternativeForm", "ChangePlanForm", "ChoiceForm", "CloseForm", "DropForm",
    "EvaluationForm", "FollowUpForm", "ObservationForm", "OutcomeForm", "PresenceForm",
    "ProblemChangeForm", "ProblemForm", "ReviseVisitForm", "Rows", "VisitFilterForm", "follow_ups_of", "presences_of",
]
