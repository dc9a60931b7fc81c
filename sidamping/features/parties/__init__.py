"""Cooperatives, persons and businesses."""
