"""Writes of people and appointments; each is logged, none removes a record (F2, F10).

`by` is the administrator; None stands for the operator at the server's own command line.
"""

from sidamping.platform.access.services.appointments import appoint, change_appointment, end_appointment
from sidamping.platform.access.services.users import (
    NewUser,
    activate_user,
    add_user,
    change_user,
    deactivate_user,
    set_password,
)

__all__ = [
    "NewUser",
    "activate_user",
    "add_user",
    "appoint",
    "change_appointment",
    "change_user",
    "deactivate_user",
    "end_appointment",
    "set_password",
]
