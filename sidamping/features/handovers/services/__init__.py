"""Writes of handovers, each in one transaction with one activity row."""

from sidamping.features.handovers.services.acting import add_remark, confirm_reading, hand_over

__all__ = ["add_remark", "confirm_reading", "hand_over"]
