"""Writes of engagements, assignments, steps and people; one transaction and one activity row each (F2, E20).

`by` None stands for the operator at the server's own command line.
"""

from sidamping.features.programmes.services.assignments import Wanted, assign, assign_many, replace_mentor
from sidamping.features.programmes.services.cohorts import change_cohort, open_cohort
from sidamping.features.programmes.services.engagements import (
    end_engagement,
    hold_engagements,
    open_engagement,
    set_priority,
)
from sidamping.features.programmes.services.evidence import EvidenceDraft
from sidamping.features.programmes.services.held import ACTIVITY, HeldForm, tell_held
from sidamping.features.programmes.services.later import count_later, tell_open
from sidamping.features.programmes.services.marks import forms_done, step_done
from sidamping.features.programmes.services.paths import begin_path, name_person
from sidamping.features.programmes.services.people import appoint
from sidamping.features.programmes.services.steps import record_step, take_back
from sidamping.platform.access.services import (
    NewUser,
    activate_user,
    add_user,
    change_appointment,
    change_user,
    deactivate_user,
    end_appointment,
    set_password,
)

__all__ = [
    "ACTIVITY",
    "EvidenceDraft",
    "HeldForm",
    "NewUser",
    "Wanted",
    "activate_user",
    "add_user",
    "appoint",
    "assign",
    "assign_many",
    "begin_path",
    "change_appointment",
    "change_cohort",
    "change_user",
    "count_later",
    "deactivate_user",
    "end_appointment",
    "end_engagement",
    "forms_done",
    "hold_engagements",
    "name_person",
    "open_cohort",
    "open_engagement",
    "record_step",
    "replace_mentor",
    "set_password",
    "set_priority",
    "step_done",
    "take_back",
    "tell_held",
    "tell_open",
]
