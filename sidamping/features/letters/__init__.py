"""Numbered letters of a programme."""
