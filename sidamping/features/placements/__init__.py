"""Proposals of who mentors whom."""
