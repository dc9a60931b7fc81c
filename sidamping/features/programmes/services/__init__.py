"""Writes of engagements, assignments, steps and people; one transaction and one activity row each (F2, E20).

`by` None stands for the operator at the server's own command line.
"""

from sidamping.features.programmes.services.assignments import assign, replace_mentor
from sidamping.features.programmes.services.engagements import end_engagement, open_engagement, set_priority
from sidamping.features.programmes.services.later import count_later
from sidamping.features.programmes.services.people import appoint
from sidamping.features.programmes.services.steps import OVERRIDERS, record_step, step_done
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
    "OVERRIDERS",
    "NewUser",
    "activate_user",
    "add_user",
    "appoint",
    "assign",
    "change_appointment",
    "change_user",
    "count_later",
    "deactivate_user",
    "end_appointment",
    "end_engagement",
    "open_engagement",
    "record_step",
    "replace_mentor",
    "set_password",
    "set_priority",
    "step_done",
]
