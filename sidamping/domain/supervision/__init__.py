"""Supervision of a cooperative by the office: where a finding stands, which sanction may follow which (E14)."""
