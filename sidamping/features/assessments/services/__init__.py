"""Writes rounds, fillings, evidence, acts and results: one transaction and one activity row each."""
