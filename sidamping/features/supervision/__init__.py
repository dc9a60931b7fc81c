"""Supervision of cooperatives by the office (E14): examinations, findings, what was done about them, sanctions.

Seen by the office that examines and by the board that answers; apart from the mentor's advice (C33) and hidden from it.
"""
