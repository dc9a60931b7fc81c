"""Figures of interviews in templates."""
