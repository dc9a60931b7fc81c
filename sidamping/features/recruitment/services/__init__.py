"""Writes of recruitment: calls, applications, panels, decisions, appointments, induction; one transaction each."""

from sidamping.features.recruitment.services.applying import ApplicationDraft, DocumentDraft, apply
from sidamping.features.recruitment.services.appointing import Appointed, AppointmentDraft, appoint
from sidamping.features.recruitment.services.calls import CallDraft, PositionDraft, change_call, open_call
from sidamping.features.recruitment.services.deciding import DecisionDraft, decide
from sidamping.features.recruitment.services.induction import SessionDraft, record_attendance, schedule_session
from sidamping.features.recruitment.services.panels import hand_in_marks, save_marks, set_panel, set_panels

__all__ = [
    "ApplicationDraft", "Appointed", "AppointmentDraft", "CallDraft", "DecisionDraft", "DocumentDraft",
    "PositionDraft", "SessionDraft", "apply", "appoint", "change_call", "decide", "hand_in_marks", "open_call",
    "record_attendance", "save_marks", "schedule_session", "set_panel", "set_panels",
]  # fmt: skip
