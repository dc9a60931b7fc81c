"""Writes of licences: one transaction and one activity row each."""
