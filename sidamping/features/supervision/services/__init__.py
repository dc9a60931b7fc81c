"""Writes of supervision: one transaction and one activity row each."""
